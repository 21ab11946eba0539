import { ok, type Result, refuse } from '@/lib/base/result';
import { changesOf } from '@/lib/db/attempt-changes';
import { findAttempt } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import type { AttemptView } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';
import { finishIfOverOrLater } from './finish-over';
import { readPaper } from './read-paper';
import { showQuestions } from './show-questions';
import { standingOf } from './standing-of';

/**
 * An attempt of the actor's own: its questions as they were frozen, what stands at each, and explanations of those that
 * may be explained. Another learner's attempt is as unknown as one that never was.
 */
export async function getAttempt(
  ctx: Ctx,
  { id }: Readonly<{ id: string }>,
): Promise<Result<AttemptView, 'no-learner' | 'unknown-attempt'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const found = await findAttempt(db.read, { id, learnerId: learner.id });
  if (found === null) return refuse('unknown-attempt');
  const stored = await finishIfOverOrLater(ctx, found);
  const [changes, paper] = [
    await changesOf(db.read, stored.attempt.id),
    await readPaper(db.read, stored.showings),
  ];
  const standing = await standingOf(ctx, { learner, stored, changes, have: new Set() });
  return ok({ ...standing, questions: await showQuestions(ctx, paper) });
}
