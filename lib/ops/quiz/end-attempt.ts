import type { Instant } from '@/lib/base/time';
import { changesOf } from '@/lib/db/attempt-changes';
import { endAttempt as endOnce, type StoredAttempt } from '@/lib/db/attempts';
import type { Learner } from '@/lib/db/learners';
import type { WriteTx } from '@/lib/db/writer';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import type { Ctx } from '../ctx';
import { rateSlots } from './rate-slots';
import type { Paper } from './read-paper';

/** An attempt that is to end, and when and how that counts as having happened. */
export type Ending = Readonly<{
  learner: Learner;
  stored: StoredAttempt;
  /** Of all its slots. */
  paper: Paper;
  at: Instant;
  by: 'learner' | 'deadline';
}>;

/**
 * Ends an attempt; whoever comes second changes nothing. In exam mode this is the moment at which all answers count, and
 * what was left out. In tutor mode each counted when it was explained, and what was never asked to be explained tells
 * nothing.
 */
export async function endAttempt(
  tx: WriteTx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  ending: Ending,
): Promise<void> {
  const { learner, stored, paper, at, by } = ending;
  const { id, mode } = stored.attempt;
  if (!(await endOnce(tx, id, { at, by })) || mode === 'tutor') return;
  const slots = foldAttempt(stored.showings.length, await changesOf(tx, id));
  await rateSlots(tx, ctx, { learner, stored, paper, slots, at });
}
