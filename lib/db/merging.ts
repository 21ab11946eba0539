import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { copiedColumns } from './event-log';
import { Prisma } from './generated/client';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

type Merge = Readonly<{ from: LearnerId; to: LearnerId }>;

/**
 * Cards about which one learner's log holds events that the other's lacks, in the order of their uids from `after` on,
 * at most `limit`. A showing that the other has answered already is not lacking.
 */
export async function cardsToCopy(
  tx: WriteTx,
  { from, to, after, limit }: Merge & Readonly<{ after: string; limit: number }>,
): Promise<readonly CardUid[]> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT DISTINCT g."cardUid" FROM "ReviewEvent" AS g
    WHERE g."learnerId" = ${from} AND g."cardUid" > ${after}
      AND NOT EXISTS (SELECT 1 FROM "ReviewEvent" AS t WHERE t."learnerId" = ${to} AND t."id" = g."id")
      AND NOT EXISTS (
        SELECT 1 FROM "ReviewEvent" AS t WHERE t."learnerId" = ${to} AND t."presentationId" = g."presentationId"
      )
    ORDER BY g."cardUid" LIMIT ${limit}`);
  return z
    .array(z.object({ cardUid: z.string().transform((uid) => uid as CardUid) }))
    .parse(rows)
    .map(({ cardUid }) => cardUid);
}

/**
 * Copies what one learner's log says of these cards into another's, under the same ids and with all that was fixed at
 * first receipt. What stands there already is left as it stands.
 */
export async function copyLog(
  tx: WriteTx,
  { from, to, cards }: Merge & Readonly<{ cards: readonly CardUid[] }>,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "ReviewEvent" ("learnerId", ${copiedColumns})
    SELECT ${to}, ${copiedColumns} FROM "ReviewEvent"
    WHERE "learnerId" = ${from} AND "cardUid" IN (SELECT j.value FROM json_each(${JSON.stringify(cards)}) AS j)
    ORDER BY "seq"
    ON CONFLICT DO NOTHING`);
}

/**
 * Gives one learner's attempts to another, with all that was done in them. They are not copied as events are: an attempt
 * happened once, events name it and its showings by their ids, and one that runs goes on for whoever signed in.
 */
export async function moveAttempts(tx: WriteTx, { from, to }: Merge): Promise<void> {
  await tx.attempt.updateMany({ where: { learnerId: from }, data: { learnerId: to } });
}

/** Notes where a guest's log has gone, and that no cookie leads to the guest any more. */
export async function closeGuest(
  tx: WriteTx,
  { guest, into }: Readonly<{ guest: LearnerId; into: LearnerId }>,
): Promise<void> {
  await tx.learner.update({ where: { id: guest }, data: { mergedIntoId: into } });
  await tx.guestKey.deleteMany({ where: { learnerId: guest } });
}

/** The guests whose logs were brought into this learner's. */
export async function guestsMergedInto(read: Reader, learner: LearnerId): Promise<readonly LearnerId[]> {
  const guests = await read.learner.findMany({ where: { mergedIntoId: learner }, select: { id: true } });
  return guests.map(({ id }) => id as LearnerId);
}

/** Whether what this guest did belongs to that learner now. */
export async function isMergedInto(read: Reader, guest: LearnerId, learner: LearnerId): Promise<boolean> {
  return (await read.learner.count({ where: { id: guest, mergedIntoId: learner } })) > 0;
}
