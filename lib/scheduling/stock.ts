import type { CardUid, LearnerId } from '@/lib/base/ids';
import { seedOf } from '@/lib/base/seed';
import type { Instant, TimeZone } from '@/lib/base/time';
import type { SchedulingParams, StudyDay } from './model';
import { type Candidate, planQueue, type QueuePlan } from './queue';
import { studyDayOf, studyDayStartsAt } from './study-day';

/**
 * The cards from which a learner's study days are planned: the present one, and as many after it as it was made for.
 * The server plans from it, and a device without a network does by itself.
 */
export type Stock = Readonly<{
  learnerId: LearnerId;
  params: SchedulingParams;
  tz: TimeZone;
  /** The server's instant when it was made. */
  builtAt: Instant;
  day: StudyDay;
  /** Cards a day. */
  limits: Readonly<{ newPerDay: number; reviewsPerDay: number }>;
  /** Cards on a step and in review that are due before the stock ends, soonest first within each phase. */
  due: readonly Candidate[];
  /** Unmet cards in the order of their decks, enough for all its days. */
  news: readonly Candidate[];
  /** Cards answered on `day` until then. */
  answered: readonly AnsweredCard[];
}>;

/** A card that was answered on a study day, and whether that day was its first. */
export type AnsweredCard = Readonly<{ uid: CardUid; siblings: string; introduced: boolean }>;

/** A learner's study day: where it begins and ends, and everything it asks, in order. */
export type DayPlan = Readonly<{ day: StudyDay; startsAt: Instant; endsAt: Instant; queue: QueuePlan }>;

/**
 * Plans the study day in which `now` lies. `answered` are the cards answered on that day, whoever knows of them; `reach`
 * says how far ahead cards on a step are in the queue, in milliseconds: the learn-ahead time if left out.
 */
export function planStock(
  stock: Pick<Stock, 'learnerId' | 'params' | 'limits' | 'due' | 'news' | 'answered'>,
  { now, tz, reach }: Readonly<{ now: Instant; tz: TimeZone; reach?: number }>,
): DayPlan {
  const { params, limits, due, news, answered } = stock;
  const day = studyDayOf(now, tz, params.dayStartHour);
  const startsAt = studyDayStartsAt(day, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);
  const introduced = answered.filter((card) => card.introduced).length;
  const queue = planQueue({
    now,
    day,
    params,
    due: due.filter((card) => dueAtOf(card) < endsAt),
    news,
    newOrder: 'deck',
    answeredSiblings: answered.map(({ siblings }) => siblings),
    limits,
    introducedToday: introduced,
    reviewedToday: answered.length - introduced,
    seed: seedOf(stock.learnerId, day),
    ...(reach === undefined ? {} : { reach }),
    size: Number.POSITIVE_INFINITY,
  });
  return { day, startsAt, endsAt, queue };
}

/** When the first card on a step comes back, of a day planned with a day's reach; null when none waits. */
export function nextLearningAt({ queue }: Pick<DayPlan, 'queue'>): Instant | null {
  const steps = queue.cards.filter((card) => card.queue === 'learning').map(dueAtOf);
  return steps.length > 0 ? Math.min(...steps) : null;
}

function dueAtOf({ state: { memory } }: Candidate): Instant {
  return memory.kind === 'scheduled' ? memory.dueAt : Number.POSITIVE_INFINITY;
}
