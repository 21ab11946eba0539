import type { LearnerId, ParameterSetId } from '@/lib/base/ids';
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
export async function findGuest(read: Reader, tokenHash: string): Promise<LearnerId | null> {
  const key = await read.guestKey.findUnique({ where: { tokenHash } });
  return key === null ? null : (key.learnerId as LearnerId);
}

export type NewGuest = Readonly<{
  learnerId: LearnerId;
  tokenHash: string;
  tz: TimeZone;
  parameterSetId: ParameterSetId;
  createdAt: Instant;
}>;

/** A new learner reached by a guest's cookie, enrolled in every deck that stands, in the decks' order. */
export async function createGuest(tx: WriteTx, guest: NewGuest): Promise<void> {
  const createdAt = BigInt(guest.createdAt);
  const decks = await tx.deck.findMany({ where: { retiredAt: null }, orderBy: { position: 'asc' } });
  await tx.learner.create({
    data: {
      id: guest.learnerId,
      tz: guest.tz,
      parameterSetId: guest.parameterSetId,
      createdAt,
      guestKeys: { create: { tokenHash: guest.tokenHash, createdAt } },
      enrolments: {
        create: decks.map(({ id }, position) => ({ deckId: id, position, createdAt })),
      },
    },
  });
}

/** Where the learner lives now: decides the study day before the first answer of the day says so. */
export async function setTimeZone(tx: WriteTx, id: LearnerId, tz: TimeZone): Promise<void> {
  await tx.learner.update({ where: { id }, data: { tz } });
}
