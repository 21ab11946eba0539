import { ok, type Result, refuse } from '@/lib/base/result';
import { findLearner } from '@/lib/db/learners';
import type { Today } from '@/lib/scheduling/sitting';
import type { Ctx } from '../ctx';
import { loadStock } from './load-stock';
import { todayOf } from './today-of';

/** What the learner's present study day asks, and what of it is done. Only a learner may. */
export async function getToday(ctx: Ctx): Promise<Result<Today, 'no-learner'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  return ok(await todayOf(ctx, learner, await loadStock(ctx, learner, { deckId: null, ahead: 0 })));
}
