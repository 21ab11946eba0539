import type { CardUid } from '@/lib/base/ids';
import { type Seed, seedOf, shuffled } from '@/lib/base/seed';
import { type Instant, MINUTE_MS } from '@/lib/base/time';
import { retrievability } from './fsrs';
import type { CardState, Memory, SchedulingParams, StudyDay } from './model';
import { oneOfSiblings } from './siblings';
import type { QueueCounts, QueuedCard, QueueName } from './sitting';

/** A card that may be asked, before limits and siblings are thought of. */
export type Candidate = Readonly<{ uid: CardUid; siblings: string; version: number; state: CardState }>;

/** What a day's queue is made of. Candidates may hold more than the day asks for: the rest is left out. */
export type QueueRequest = Readonly<{
  now: Instant;
  day: StudyDay;
  params: SchedulingParams;
  /** Cards on a step and in review that are due by the end of the day, in any order. */
  due: readonly Candidate[];
  /** Cards never seen, in the order of their decks. */
  news: readonly Candidate[];
  newOrder: 'deck' | 'random';
  /** Siblings of which a card was answered today: the others wait until tomorrow. */
  answeredSiblings: Iterable<string>;
  /** Cards a day, and what of them was used up: cards first met today, and other cards reviewed today. */
  limits: Readonly<{ newPerDay: number; reviewsPerDay: number }>;
  introducedToday: number;
  reviewedToday: number;
  /** All chance in the order comes from here: the same day asked again gives the same order. */
  seed: Seed;
  /** How far ahead of `now` a card on a step is returned, in milliseconds; the learn-ahead time if left out. */
  reach?: number;
  /** How many cards to return at most; `remaining` counts the others too. */
  size: number;
}>;

/** The cards to ask next, in order, and how many of each queue the whole day still holds. */
export type QueuePlan = Readonly<{
  cards: readonly QueuedCard[];
  remaining: QueueCounts;
  /** Cards that the day had room for, but that rest because a sibling is asked or was answered today. */
  resting: number;
}>;

/** A card on a step may be asked this much early when nothing else is left. As Anki's. */
export const LEARN_AHEAD_MS = 20 * MINUTE_MS;

/**
 * The day's queue, in asking order: cards on a step that are due within reach, soonest first; then
 * reviews, with new cards spread evenly among them. The limit of reviews takes the longest due, and asks those
 * first that are nearest to being forgotten. Of siblings one is asked a day: a step before a review before a new
 * card. Suspended cards and cards buried for the day are left out.
 */
export function planQueue(request: QueueRequest): QueuePlan {
  const { now, day, limits, seed } = request;
  const open = request.due.filter(({ state }) => mayBeAsked(state, day));
  const answered = new Set(request.answeredSiblings);

  // A card met today goes on with its steps; it is the reason why its siblings rest.
  const begun = open.filter(
    (card) => isIn('learning', card) && !(answered.has(card.siblings) && !answeredOn(day, card)),
  );
  const learning = oneOfSiblings(soonestFirst(begun), new Set());
  const resting = union(answered, learning);

  const due = open.filter((card) => isIn('review', card) && dueAtOf(card) <= now);
  const reviewsLeft = left(limits.reviewsPerDay, request.reviewedToday);
  const freeReviews = oneOfSiblings(soonestFirst(due), new Set(resting));
  const reviews = freeReviews.slice(0, reviewsLeft);

  const unseen = request.news.filter((card) => isIn('new', card) && mayBeAsked(card.state, day));
  const inOrder = request.newOrder === 'random' ? shuffled(unseen, seed) : unseen;
  const newLeft = left(limits.newPerDay, request.introducedToday);
  const freeNews = oneOfSiblings(inOrder, union(resting, reviews));
  const news = freeNews.slice(0, newLeft);

  const soon = learning.filter((card) => dueAtOf(card) <= now + (request.reach ?? LEARN_AHEAD_MS));
  const cards = [...soon, ...interleaved(nearestToForgetting(reviews, request), news)];
  return {
    cards: cards.slice(0, request.size).map((card) => ({ ...card, queue: queueOf(card.state.memory) })),
    remaining: { learning: learning.length, review: reviews.length, new: news.length },
    resting:
      Math.min(due.length - freeReviews.length, reviewsLeft - reviews.length) +
      Math.min(unseen.length - freeNews.length, newLeft - news.length),
  };
}

/** The queue a memory waits in: a forgotten card is learned again, so it waits among the learning. */
export function queueOf(memory: Memory): QueueName {
  if (memory.kind === 'new') return 'new';
  return memory.phase === 'review' ? 'review' : 'learning';
}

function isIn(queue: QueueName, card: Candidate): boolean {
  return queueOf(card.state.memory) === queue;
}

/** A bury holds for its own day; to a learner who flew west, that day may still be to come. */
function mayBeAsked({ suspended, buriedDay }: CardState, day: StudyDay): boolean {
  return !suspended && (buriedDay === null || buriedDay < day);
}

function answeredOn(day: StudyDay, { state: { memory } }: Candidate): boolean {
  return memory.kind === 'scheduled' && memory.lastDay === day;
}

function dueAtOf({ state: { memory } }: Candidate): Instant {
  return memory.kind === 'scheduled' ? memory.dueAt : Number.POSITIVE_INFINITY;
}

function left(limit: number, used: number): number {
  return Math.max(0, limit - used);
}

function union(taken: ReadonlySet<string>, cards: readonly Candidate[]): Set<string> {
  return new Set([...taken, ...cards.map(({ siblings }) => siblings)]);
}

function soonestFirst(cards: readonly Candidate[]): readonly Candidate[] {
  return cards.toSorted((a, b) => dueAtOf(a) - dueAtOf(b) || (a.uid < b.uid ? -1 : 1));
}

/** Lowest chance of recall first; the seed decides between equals, lest cards always come in the same company. */
function nearestToForgetting(
  cards: readonly Candidate[],
  { day, params, seed }: QueueRequest,
): readonly Candidate[] {
  return cards
    .map((card) => ({
      card,
      recall: retrievability(card.state.memory, day, params),
      draw: seedOf(seed, card.uid),
    }))
    .sort((a, b) => a.recall - b.recall || a.draw - b.draw || (a.card.uid < b.card.uid ? -1 : 1))
    .map(({ card }) => card);
}

/** Both lists in their own order, the shorter spread evenly over the longer: each card comes at its share of the way. */
function interleaved(reviews: readonly Candidate[], news: readonly Candidate[]): readonly Candidate[] {
  const along = (cards: readonly Candidate[]) =>
    cards.map((card, index) => ({ card, share: (index + 0.5) / cards.length }));
  return [...along(reviews), ...along(news)].sort((a, b) => a.share - b.share).map(({ card }) => card);
}
