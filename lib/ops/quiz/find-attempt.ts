import { ok, type Result, refuse } from '@/lib/base/result';
import { findAttempt as findOwn } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import type { Attempt } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';

/**
 * Whether there is such an attempt of the actor's own, and what it is, as it was filed: cheap, and asked before anything
 * is shown. Another learner's attempt is as unknown as one that never was.
 */
export async function findAttempt(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  { id }: Readonly<{ id: string }>,
): Promise<Result<Attempt, 'no-learner' | 'unknown-attempt'>> {
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const stored = await findOwn(db.read, { id, learnerId: learner.id });
  return stored === null ? refuse('unknown-attempt') : ok(stored.attempt);
}
