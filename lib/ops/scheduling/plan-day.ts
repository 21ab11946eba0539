import type { DeckId } from '@/lib/base/ids';
import { seedOf } from '@/lib/base/seed';
import type { Instant } from '@/lib/base/time';
import { enrolledDecks } from '@/lib/db/enrolments';
import type { Learner } from '@/lib/db/learners';
import { answeredOn, dueCards, newCards } from '@/lib/db/study-queue';
import type { StudyDay } from '@/lib/scheduling/model';
import { type Candidate, planQueue, type QueuePlan } from '@/lib/scheduling/queue';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/** A learner's present study day: where it begins and ends, and everything it asks, in order. */
export type DayPlan = Readonly<{ day: StudyDay; startsAt: Instant; endsAt: Instant; queue: QueuePlan }>;

/** Siblings and retired cards take places in a query that the queue does not use: fetch so many more than asked. */
const SLACK = 100;

/**
 * Plans the learner's present day from the rows it needs: one indexed query for each state, never the collection.
 * `reach` says how far ahead cards on a step are in the queue, in milliseconds; left out, the learn-ahead time.
 */
export async function planDay(
  { db, now }: Ctx,
  learner: Learner,
  within: Readonly<{ deckId: DeckId | null; reach?: number }>,
): Promise<DayPlan> {
  const { id: learnerId, tz, params } = learner;
  const day = studyDayOf(now, tz, params.dayStartHour);
  const startsAt = studyDayStartsAt(day, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);

  const due = { learnerId, before: endsAt, deckId: within.deckId };
  const [steps, reviews, answered] = await Promise.all([
    dueCards(db.read, { ...due, phases: ['learning', 'relearning'], limit: learner.reviewsPerDay + SLACK }),
    dueCards(db.read, { ...due, phases: ['review'], limit: learner.reviewsPerDay + SLACK }),
    answeredOn(db.read, learnerId, day),
  ]);
  const introduced = answered.filter((card) => card.introduced).length;
  const queue = planQueue({
    now,
    day,
    params,
    due: [...steps, ...reviews],
    news: await nextNewCards(db, learner, {
      deckId: within.deckId,
      day,
      wanted: learner.newPerDay - introduced,
    }),
    newOrder: 'deck',
    answeredUnits: answered.map(({ unit }) => unit),
    limits: learner,
    introducedToday: introduced,
    reviewedToday: answered.length - introduced,
    seed: seedOf(learnerId, day),
    ...(within.reach === undefined ? {} : { reach: within.reach }),
    size: Number.POSITIVE_INFINITY,
  });
  return { day, startsAt, endsAt, queue };
}

/** New cards, deck after deck in the learner's order, until there are enough for the day. */
async function nextNewCards(
  db: Ctx['db'],
  { id: learnerId }: Learner,
  { deckId, day, wanted }: Readonly<{ deckId: DeckId | null; day: StudyDay; wanted: number }>,
): Promise<readonly Candidate[]> {
  if (wanted <= 0) return [];
  const found: Candidate[] = [];
  const units = new Set<string>();
  for (const deck of deckId === null ? await enrolledDecks(db.read, learnerId) : [deckId]) {
    if (units.size >= wanted) break;
    for (const card of await newCards(db.read, { learnerId, deckId: deck, day, limit: wanted + SLACK })) {
      found.push(card);
      units.add(card.unit);
    }
  }
  return found;
}
