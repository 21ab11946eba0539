import type { LearnerId, ParameterSetId, UserId } from '@/lib/base/ids';
import type { Instant, TimeZone } from '@/lib/base/time';
import type { SchedulingParams } from '@/lib/scheduling/model';
import { parseParameters } from './parameter-sets';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** A learner as the study operations need it. Limits are cards a study day. */
export type Learner = Readonly<{
  id: LearnerId;
  tz: TimeZone;
  newPerDay: number;
  reviewsPerDay: number;
  params: SchedulingParams;
}>;

/** The learner, or null when there is none with this id. */
export async function findLearner(read: Reader, id: LearnerId): Promise<Learner | null> {
  const row = await read.learner.findUnique({ where: { id }, include: { parameterSet: true } });
  if (row === null) return null;
  return {
    id,
    tz: row.tz,
    newPerDay: row.newPerDay,
    reviewsPerDay: row.reviewsPerDay,
    params: parseParameters(row.parameterSet.id as ParameterSetId, row.parameterSet.values),
  };
}

/** The learner to whom a guest's cookie belongs, by the keyed hash of its token; null when none. */
export async function findGuest(
  read: Pick<Reader, 'guestKey'>,
  tokenHash: string,
): Promise<LearnerId | null> {
  const key = await read.guestKey.findUnique({ where: { tokenHash } });
  return key === null ? null : (key.learnerId as LearnerId);
}

export type NewLearner = Readonly<{
  learnerId: LearnerId;
  /** A guest is reached by a cookie, known by its keyed hash; everybody else by an account. */
  reachedBy: Readonly<{ tokenHash: string } | { userId: UserId }>;
  tz: TimeZone;
  parameterSetId: ParameterSetId;
  createdAt: Instant;
}>;

/** A new learner, enrolled in every deck that stands, in the decks' order. */
export async function createLearner(tx: WriteTx, learner: NewLearner): Promise<void> {
  const { reachedBy } = learner;
  const createdAt = BigInt(learner.createdAt);
  const decks = await tx.deck.findMany({ where: { retiredAt: null }, orderBy: { position: 'asc' } });
  await tx.learner.create({
    data: {
      id: learner.learnerId,
      tz: learner.tz,
      parameterSetId: learner.parameterSetId,
      createdAt,
      ...('tokenHash' in reachedBy
        ? { guestKeys: { create: { tokenHash: reachedBy.tokenHash, createdAt } } }
        : { authUserId: reachedBy.userId }),
      enrolments: {
        create: decks.map(({ id }, position) => ({ deckId: id, position, createdAt })),
      },
    },
  });
}

/**
 * Gives a guest's learner to an account: from now on the account opens it, and no cookie does. False when there is no
 * such guest any more, because another request was faster.
 */
export async function adoptGuest(tx: WriteTx, learnerId: LearnerId, userId: UserId): Promise<boolean> {
  const { count } = await tx.learner.updateMany({
    where: { id: learnerId, authUserId: null, mergedIntoId: null },
    data: { authUserId: userId },
  });
  if (count > 0) await tx.guestKey.deleteMany({ where: { learnerId } });
  return count > 0;
}

/** Where the learner lives now: decides the study day before the first answer of the day says so. */
export async function setTimeZone(tx: WriteTx, id: LearnerId, tz: TimeZone): Promise<void> {
  await tx.learner.update({ where: { id }, data: { tz } });
}
