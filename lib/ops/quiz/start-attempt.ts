import type { AttemptId } from '@/lib/base/ids';
import { type Result, refuse } from '@/lib/base/result';
import { seedOf } from '@/lib/base/seed';
import { findLearner } from '@/lib/db/learners';
import { buildPaper } from '@/lib/quiz/build-paper';
import type { BlockRequest } from '@/lib/quiz/inputs';
import type { Ctx } from '../ctx';
import { finishOwnOverdue } from './finish-own-overdue';
import { loadBank } from './load-bank';
import { openAttempt } from './open-attempt';

/**
 * Begins a block of what the learner chose: of each concept one item, fewer than asked for where there are not as many.
 * The same request again is the attempt that it began. Only a learner may.
 */
export async function startAttempt(
  ctx: Ctx,
  request: BlockRequest,
): Promise<Result<Readonly<{ id: AttemptId }>, 'no-learner' | 'nothing-fits'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  await finishOwnOverdue(ctx, learner);
  const items = await loadBank(ctx, learner);
  const { id, mode, timing } = request;
  const paper = buildPaper(items, request, { learnerId: learner.id, seed: seedOf(id) });
  return openAttempt(ctx, learner, { id, purpose: { kind: 'block' }, mode, timing, items: paper });
}
