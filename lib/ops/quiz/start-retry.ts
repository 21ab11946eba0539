import type { AttemptId } from '@/lib/base/ids';
import { type Result, refuse } from '@/lib/base/result';
import { changesOf } from '@/lib/db/attempt-changes';
import { findAttempt } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import { retryPaper } from '@/lib/quiz/build-paper';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import { scoreSlot } from '@/lib/quiz/score';
import type { Ctx } from '../ctx';
import { finishIfOver } from './finish-over';
import { finishOwnOverdue } from './finish-own-overdue';
import { loadBank } from './load-bank';
import { openAttempt } from './open-attempt';
import { readPaper } from './read-paper';

/**
 * Begins an attempt that asks again what was missed in a finished attempt of the actor's own: another variant of each
 * concept where there is one, with a tutor and without a clock. What an exam asks that runs is left out. While such an
 * attempt runs, it leads to that one.
 */
export async function startRetry(
  ctx: Ctx,
  { id, of }: Readonly<{ id: AttemptId; of: string }>,
): Promise<Result<Readonly<{ id: AttemptId }>, 'no-learner' | 'unknown-attempt' | 'nothing-fits'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const found = await findAttempt(db.read, { id: of, learnerId: learner.id });
  if (found === null) return refuse('unknown-attempt');
  await finishOwnOverdue(ctx, learner);
  const { attempt, showings } = await finishIfOver(ctx, found);
  if (attempt.finished === null) return refuse('nothing-fits');
  const [changes, paper] = [await changesOf(db.read, attempt.id), await readPaper(db.read, showings)];
  const missed = foldAttempt(showings.length, changes).flatMap((state) => {
    const place = paper.get(state.slot);
    if (place === undefined || scoreSlot(state, place.ruling).score === 1) return [];
    return [{ uid: place.showing.itemUid, conceptUid: place.shown.conceptUid }];
  });
  const items = await loadBank(ctx, learner);
  // That it was asked today is no reason to rest: practising it at once is what a retry is for.
  const free = items.filter(({ held }) => !held);
  return openAttempt(ctx, learner, {
    id,
    purpose: { kind: 'retry', retryOf: attempt.id },
    mode: 'tutor',
    timing: { kind: 'untimed' },
    items: retryPaper(missed, free, learner.id),
  });
}
