import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { copiedColumns } from './event-log';
import { Prisma } from './generated/client';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/**
 * Copies the log of one learner into another's, under the same ids and with all that was fixed at first receipt.
 * Returns the cards whose log has grown. What stands there already is left as it stands.
 */
export async function copyLog(
  tx: WriteTx,
  { from, to }: Readonly<{ from: LearnerId; to: LearnerId }>,
): Promise<readonly CardUid[]> {
  const rows = await tx.$queryRaw(Prisma.sql`
    INSERT INTO "ReviewEvent" ("learnerId", ${copiedColumns})
    SELECT ${to}, ${copiedColumns} FROM "ReviewEvent" WHERE "learnerId" = ${from} ORDER BY "seq"
    ON CONFLICT DO NOTHING
    RETURNING "cardUid"`);
  const uids = z.array(z.object({ cardUid: z.string().transform((uid) => uid as CardUid) })).parse(rows);
  return [...new Set(uids.map(({ cardUid }) => cardUid))];
}

/** Notes where a guest's log has gone, and that no cookie leads to the guest any more. */
export async function closeGuest(
  tx: WriteTx,
  { guest, into }: Readonly<{ guest: LearnerId; into: LearnerId }>,
): Promise<void> {
  await tx.learner.update({ where: { id: guest }, data: { mergedIntoId: into } });
  await tx.guestKey.deleteMany({ where: { learnerId: guest } });
}

/** Whether what this guest did belongs to that learner now. */
export async function isMergedInto(read: Reader, guest: LearnerId, learner: LearnerId): Promise<boolean> {
  return (await read.learner.count({ where: { id: guest, mergedIntoId: learner } })) > 0;
}
