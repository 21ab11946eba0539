import type { Instant } from '@/lib/base/time';
import { changesOfAll } from '@/lib/db/attempt-changes';
import { endAttempts as endOnce, type StoredAttempt } from '@/lib/db/attempts';
import type { Learner } from '@/lib/db/learners';
import type { WriteTx } from '@/lib/db/writer';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import type { Ctx } from '../ctx';
import { rateSlots } from './rate-slots';
import type { Paper } from './read-paper';

/** An attempt that is to end, and when and how that counts as having happened. */
export type Ending = Readonly<{
  ctx: Pick<Ctx, 'now' | 'newId'>;
  learner: Learner;
  stored: StoredAttempt;
  /** Of all its slots. */
  paper: Paper;
  at: Instant;
  by: 'learner' | 'deadline';
}>;

/**
 * Ends attempts, at most one of each learner; whoever comes second changes nothing. In exam mode this is the moment at
 * which all answers count, and what was left out. In tutor mode each counted when it was explained, and what was never
 * asked to be explained tells nothing. Returns the attempts as they stand then, in order.
 */
export async function endAttempts(
  tx: WriteTx,
  endings: readonly Ending[],
): Promise<readonly StoredAttempt[]> {
  const ended = await endOnce(
    tx,
    endings.map(({ stored, at, by }) => ({ id: stored.attempt.id, at, by })),
  );
  const exams = endings.filter(({ stored: { attempt } }) => attempt.mode === 'exam' && ended.has(attempt.id));
  const changes = await changesOfAll(
    tx,
    exams.map(({ stored }) => stored.attempt.id),
  );
  await rateSlots(
    tx,
    exams.map(({ by: _, ...ending }) => ({
      ...ending,
      slots: foldAttempt(ending.stored.showings.length, changes.get(ending.stored.attempt.id) ?? []),
    })),
  );
  return endings.map(({ stored, at, by }) =>
    ended.has(stored.attempt.id)
      ? { ...stored, attempt: { ...stored.attempt, finished: { at, by } } }
      : stored,
  );
}
