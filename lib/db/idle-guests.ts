import type { Instant } from '@/lib/base/time';
import { Prisma } from './generated/client';
import type { WriteTx } from './writer';

/**
 * Deletes at most `limit` guests who came before `before` and left nothing: no event, no state, no attempt, reached by a guest's
 * cookie. Returns how many. The log's triggers would refuse to take an event or an attempt along, and none is there.
 */
export async function deleteIdleGuests(tx: WriteTx, before: Instant, limit: number): Promise<number> {
  const idle = await tx.learner.findMany({
    where: {
      createdAt: { lt: BigInt(before) },
      guestKeys: { some: {} },
      authUserId: null,
      mergedIntoId: null,
      events: { none: {} },
      states: { none: {} },
      attempts: { none: {} },
    },
    select: { id: true },
    take: limit,
  });
  const ids = JSON.stringify(idle.map(({ id }) => id));
  await tx.$executeRaw(
    Prisma.sql`DELETE FROM "GuestKey" WHERE "learnerId" IN (SELECT value FROM json_each(${ids}))`,
  );
  await tx.$executeRaw(
    Prisma.sql`DELETE FROM "Enrolment" WHERE "learnerId" IN (SELECT value FROM json_each(${ids}))`,
  );
  return tx.$executeRaw(
    Prisma.sql`DELETE FROM "Learner" WHERE "id" IN (SELECT value FROM json_each(${ids}))`,
  );
}
