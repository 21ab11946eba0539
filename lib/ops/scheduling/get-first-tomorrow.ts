import type { AttemptId, ItemUid } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findAttempt } from '@/lib/db/attempts';
import { casesLogged } from '@/lib/db/case-log';
import { findLearner } from '@/lib/db/learners';
import { isConfidentlyWrong } from '@/lib/quiz/rate-case';
import { todaysCases } from '@/lib/quiz/todays-cases';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { loadBank } from '../quiz/load-bank';

/**
 * The items of an attempt of the actor's own that were answered wrong and surely on this study day, and whose concepts
 * come first tomorrow because of it. What was practice alone did nothing to its concept, one that was answered since has
 * another answer to go by, and one with too few cases is none of the day's: all of these are left out.
 */
export async function getFirstTomorrow(
  ctx: Ctx,
  { attemptId }: Readonly<{ attemptId: AttemptId | string }>,
): Promise<Result<readonly ItemUid[], 'no-learner' | 'unknown-attempt'>> {
  const { db, actor, now } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const found = await findAttempt(db.read, { id: attemptId, learnerId: learner.id });
  if (found === null) return refuse('unknown-attempt');
  const { tz, params } = learner;
  const today = studyDayOf(now, tz, params.dayStartHour);
  const { finished } = found.attempt;
  // What ended on another day was rated then: nothing has to be planned to say so.
  if (finished !== null && studyDayOf(finished.at, tz, params.dayStartHour) < today) return ok([]);
  const tomorrow = studyDayStartsAt((today + 1) as StudyDay, tz, params.dayStartHour);
  const bank = await loadBank(ctx, learner);
  const standing = bank.items.map(({ conceptUid }) => conceptUid);
  const logged = await casesLogged(db.read, learner.id, [...new Set(standing)]);
  const last = [...new Map(logged.map((answer) => [answer.conceptUid, answer])).values()];
  const shaken = last.filter(
    ({ outcome, effectiveAt, tz: there }) =>
      isConfidentlyWrong(outcome) && studyDayOf(effectiveAt, there, params.dayStartHour) === today,
  );
  const concepts = shaken.map(({ conceptUid, outcome }) => ({
    uid: conceptUid,
    variants: standing.filter((uid) => uid === conceptUid).length,
    state: bank.states.get(conceptUid) ?? null,
    // Neither its cards nor itself have been asked on a day that has not come, unless an exam holds it until then.
    linked: [],
    askedToday: bank.held.has(conceptUid),
    last: outcome,
    mistakenFor: null,
  }));
  const first = new Set(todaysCases(concepts, { at: tomorrow, tz, params, doneToday: 0 }));
  return ok(
    shaken
      .filter(({ conceptUid, outcome }) => outcome.attemptId === found.attempt.id && first.has(conceptUid))
      .map(({ outcome }) => outcome.itemUid),
  );
}
