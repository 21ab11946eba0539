import type { AttemptId } from '@/lib/base/ids';
import { type Result, refuse } from '@/lib/base/result';
import { findLearner } from '@/lib/db/learners';
import type { Ctx } from '../ctx';
import { chooseVariants } from './choose-variants';
import { openAttempt } from './open-attempt';
import { planDaily } from './plan-daily';

/**
 * Begins today's cases, with a tutor and without a clock; while they run, leads to the attempt that asks them. Only a
 * learner may.
 */
export async function startDaily(
  ctx: Ctx,
  { id }: Readonly<{ id: AttemptId }>,
): Promise<Result<Readonly<{ id: AttemptId }>, 'no-learner' | 'nothing-fits'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const { concepts } = await planDaily(ctx, learner);
  const variants = await chooseVariants(ctx, learner, concepts);
  return openAttempt(ctx, learner, {
    id,
    purpose: { kind: 'daily' },
    mode: 'tutor',
    timing: { kind: 'untimed' },
    items: variants,
  });
}
