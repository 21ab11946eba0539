import type { ItemUid } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findAttempt } from '@/lib/db/attempts';
import { casesLogged } from '@/lib/db/case-log';
import { findLearner } from '@/lib/db/learners';
import { isConfidentlyWrong } from '@/lib/quiz/rate-case';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { planDay } from './plan-daily';

/**
 * The items of an attempt of the actor's own that were answered wrong and surely on this study day, and whose concepts
 * come first tomorrow because of it. What was practice alone did nothing to its concept, one that was answered since has
 * another answer to go by, and one with too few cases is none of the day's: all of these are left out.
 */
export async function getFirstTomorrow(
  ctx: Ctx,
  { attemptId }: Readonly<{ attemptId: string }>,
): Promise<Result<readonly ItemUid[], 'no-learner' | 'unknown-attempt'>> {
  const { db, actor, now } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const found = await findAttempt(db.read, { id: attemptId, learnerId: learner.id });
  if (found === null) return refuse('unknown-attempt');
  const { id: learnerId, tz, params } = learner;
  const today = studyDayOf(now, tz, params.dayStartHour);
  const { finished } = found.attempt;
  // What ended on another day was rated then: nothing has to be planned to say so.
  if (finished !== null && studyDayOf(finished.at, tz, params.dayStartHour) < today) return ok([]);
  const tomorrow = studyDayStartsAt((today + 1) as StudyDay, tz, params.dayStartHour);
  const { concepts } = await planDay(db.read, learner, tomorrow);
  const logged = await casesLogged(
    db.read,
    concepts.map((conceptUid) => ({ learnerId, conceptUid })),
  );
  const last = [...new Map(logged.map((answer) => [answer.conceptUid, answer])).values()];
  return ok(
    last
      .filter(
        ({ outcome, effectiveAt, tz: there }) =>
          outcome.attemptId === found.attempt.id &&
          isConfidentlyWrong(outcome) &&
          studyDayOf(effectiveAt, there, params.dayStartHour) === today,
      )
      .map(({ outcome }) => outcome.itemUid),
  );
}
