import type { CardUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { dailyConcepts, type KnownConcept, openConcepts } from '@/lib/db/daily-concepts';
import { presentShowings } from '@/lib/db/item-history';
import type { Learner } from '@/lib/db/learners';
import { FEWEST_VARIANTS, roomToday, todaysCases } from '@/lib/quiz/todays-cases';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { finishOwnOverdue } from './finish-own-overdue';

/** The concepts of today's cases that wait, in the order to be asked; and how many cases were done. */
export type DailyPlan = Readonly<{ concepts: readonly CardUid[]; doneToday: number }>;

/** Plans what of a learner's concepts is asked on the study day of `now`. */
export async function planDaily(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  learner: Learner,
): Promise<DailyPlan> {
  await finishOwnOverdue(ctx, learner);
  return planDay(ctx.db.read, learner, ctx.now);
}

/**
 * The plan of the study day of `at`, which may be yet to come: as it is known now. Reads those that can be asked, never
 * the whole bank: *today* asks for this at every visit.
 */
export async function planDay(read: Ctx['db']['read'], learner: Learner, at: Instant): Promise<DailyPlan> {
  const { id: learnerId, tz, params } = learner;
  const day = studyDayOf(at, tz, params.dayStartHour);
  const startsAt = studyDayStartsAt(day, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);
  const shown = await presentShowings(read, learnerId, startsAt);
  const doneToday = shown.filter(
    ({ purpose, revealed, shownAt }) => purpose === 'daily' && revealed && shownAt >= startsAt,
  ).length;
  const open = await openConcepts(read, { learnerId, day, endsAt, fewest: FEWEST_VARIANTS });
  const done = { doneToday, begunToday: open.begunToday };
  const room = roomToday(done);
  if (room.cases === 0) return { concepts: [], doneToday };
  const found = await withPartners(
    (uids) => dailyConcepts(read, { learnerId, day }, uids),
    room.news === 0 ? open.due : [...open.due, ...open.news],
  );
  // What an exam asks that still runs rests too, since whenever that began: its key would be told here.
  const resting = new Set(shown.map(({ conceptUid }) => conceptUid));
  const concepts = found.map((concept) => ({ ...concept, askedToday: resting.has(concept.uid) }));
  return { concepts: todaysCases(concepts, { at, tz, params, ...done }), doneToday };
}

/** These concepts in their order, then those that they, or one of those, were mistaken for. */
async function withPartners(
  find: (uids: readonly CardUid[]) => Promise<readonly KnownConcept[]>,
  uids: readonly CardUid[],
): Promise<readonly KnownConcept[]> {
  const found: KnownConcept[] = [];
  const asked = new Set<CardUid>();
  for (let next = uids; next.length > 0; ) {
    for (const uid of next) asked.add(uid);
    const byUid = new Map((await find(next)).map((concept) => [concept.uid, concept]));
    found.push(...next.flatMap((uid) => byUid.get(uid) ?? []));
    const partners = [...byUid.values()].flatMap(({ mistakenFor }) => mistakenFor ?? []);
    next = [...new Set(partners)].filter((uid) => !asked.has(uid));
  }
  return found;
}
