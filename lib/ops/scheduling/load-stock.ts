import type { DeckId } from '@/lib/base/ids';
import { enrolledDecks } from '@/lib/db/enrolments';
import type { Learner } from '@/lib/db/learners';
import { answeredOn, dueCards, newCards } from '@/lib/db/study-queue';
import type { StudyDay } from '@/lib/scheduling/model';
import type { Candidate } from '@/lib/scheduling/queue';
import type { Stock } from '@/lib/scheduling/stock';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/** Siblings and retired cards take places in a query that the queue does not use: fetch so many more than asked. */
const SLACK = 100;

/**
 * The rows from which a learner's present study day and the `ahead` days after it are planned: one indexed query for
 * each state, never the collection.
 */
export async function loadStock(
  { db, now }: Ctx,
  learner: Learner,
  within: Readonly<{ deckId: DeckId | null; ahead: number }>,
): Promise<Stock> {
  const { id: learnerId, tz, params, newPerDay, reviewsPerDay } = learner;
  const { deckId, ahead } = within;
  const day = studyDayOf(now, tz, params.dayStartHour);
  const before = studyDayStartsAt((day + 1 + ahead) as StudyDay, tz, params.dayStartHour);
  const due = { learnerId, before, deckId, limit: reviewsPerDay * (1 + ahead) + SLACK };
  const [steps, reviews, answered] = await Promise.all([
    dueCards(db.read, { ...due, phases: ['learning', 'relearning'] }),
    dueCards(db.read, { ...due, phases: ['review'] }),
    answeredOn(db.read, learnerId, day),
  ]);
  const introduced = answered.filter((card) => card.introduced).length;
  const wanted = newPerDay * (1 + ahead) - introduced;
  return {
    learnerId,
    params,
    tz,
    builtAt: now,
    day,
    limits: { newPerDay, reviewsPerDay },
    due: [...steps, ...reviews],
    news: await nextNewCards(db, learner, { deckId, day, wanted }),
    answered,
  };
}

/** New cards, deck after deck in the learner's order, until there are enough. */
async function nextNewCards(
  db: Ctx['db'],
  { id: learnerId }: Learner,
  { deckId, day, wanted }: Readonly<{ deckId: DeckId | null; day: StudyDay; wanted: number }>,
): Promise<readonly Candidate[]> {
  if (wanted <= 0) return [];
  const found: Candidate[] = [];
  const askable = new Set<string>();
  for (const deck of deckId === null ? await enrolledDecks(db.read, learnerId) : [deckId]) {
    if (askable.size >= wanted) break;
    for (const card of await newCards(db.read, { learnerId, deckId: deck, limit: wanted + SLACK })) {
      found.push(card);
      if (card.state.buriedDay !== day) askable.add(card.siblings);
    }
  }
  return found;
}
