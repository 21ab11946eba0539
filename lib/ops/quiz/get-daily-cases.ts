import { ok, type Result, refuse } from '@/lib/base/result';
import { findLearner } from '@/lib/db/learners';
import { runningDaily } from '@/lib/db/running-attempts';
import type { DailyCases } from '@/lib/quiz/bank-model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { planDaily } from './plan-daily';

/** How many of today's cases wait and were done, and the attempt that asks them now. Only a learner may. */
export async function getDailyCases(ctx: Ctx): Promise<Result<DailyCases, 'no-learner'>> {
  const { db, actor, now } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const { tz, params } = learner;
  const since = studyDayStartsAt(studyDayOf(now, tz, params.dayStartHour), tz, params.dayStartHour);
  const [plan, running] = [await planDaily(ctx, learner), await runningDaily(db.read, learner.id, since)];
  return ok({ waiting: plan.concepts.length, running, doneToday: plan.doneToday });
}
