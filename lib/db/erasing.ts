import type { LearnerId, UserId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { Prisma } from './generated/client';
import type { WriteTx } from './writer';

/**
 * Deletes a learner, the guests that were merged into it, and everything they did. The one path on which the log may
 * be deleted, and attempts: the triggers let it pass for learners named in Erasure only (docs/decisions/012).
 */
export async function eraseLearner(tx: WriteTx, learnerId: LearnerId, at: Instant): Promise<void> {
  const merged = await tx.learner.findMany({ where: { mergedIntoId: learnerId }, select: { id: true } });
  for (const id of [...merged.map((guest) => guest.id), learnerId]) {
    await tx.erasure.create({ data: { learnerId: id, erasedAt: BigInt(at) } });
    await tx.$executeRaw`DELETE FROM "ReviewEvent" WHERE "learnerId" = ${id}`;
    await tx.$executeRaw`DELETE FROM "CardState" WHERE "learnerId" = ${id}`;
    await eraseAttempts(tx, id);
    await tx.enrolment.deleteMany({ where: { learnerId: id } });
    await tx.guestKey.deleteMany({ where: { learnerId: id } });
    await tx.learner.delete({ where: { id } });
  }
}

/** Before the attempts goes what hangs on them: the triggers ask whose attempt it is. */
async function eraseAttempts(tx: WriteTx, learnerId: string): Promise<void> {
  const own = Prisma.sql`WHERE "attemptId" IN (SELECT "id" FROM "Attempt" WHERE "learnerId" = ${learnerId})`;
  await tx.$executeRaw(Prisma.sql`DELETE FROM "AttemptChange" ${own}`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "AttemptExtension" ${own}`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "AttemptItem" ${own}`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Attempt" WHERE "learnerId" = ${learnerId}`);
}

/** Deletes an account with its password, sessions and links. Its learner is to be erased first. */
export async function eraseAccount(tx: WriteTx, userId: UserId): Promise<void> {
  await tx.authVerification.deleteMany({ where: { value: userId } });
  await tx.authUser.delete({ where: { id: userId } });
}
