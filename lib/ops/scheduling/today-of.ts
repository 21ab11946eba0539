import { DAY_MS } from '@/lib/base/time';
import type { Learner } from '@/lib/db/learners';
import { countDue, recentReviews } from '@/lib/db/study-queue';
import type { StudyDay } from '@/lib/scheduling/model';
import type { Today } from '@/lib/scheduling/sitting';
import { nextLearningAt, planStock, type Stock } from '@/lib/scheduling/stock';
import { studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/** Enough answers to know a pace by, and more than a day holds. */
const RECENT = 500;
/** The pace is what the learner does these days, not years ago. Answers. */
const PACE_OF = 100;

/** What a learner's study day asks and what of it is done, by a stock of all decks, for however many days it was made. */
export async function todayOf(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { id: learnerId, tz, params }: Learner,
  stock: Stock,
): Promise<Today> {
  const plan = planStock(stock, { now, tz, reach: DAY_MS });
  const { day, startsAt, endsAt, queue } = plan;
  const dayAfterEndsAt = studyDayStartsAt((day + 2) as StudyDay, tz, params.dayStartHour);
  const [recent, dueTomorrow] = await Promise.all([
    recentReviews(db.read, { learnerId, limit: RECENT }),
    countDue(db.read, { learnerId, from: endsAt, before: dayAfterEndsAt }),
  ]);
  const today = recent.filter(({ effectiveAt }) => effectiveAt >= startsAt);
  return {
    day,
    remaining: queue.remaining,
    answered: today.length,
    answeredMs: today.reduce((sum, { tookMs }) => sum + tookMs, 0),
    paceMs: median(recent.slice(0, PACE_OF).map(({ tookMs }) => tookMs)),
    dueTomorrow,
    nextLearningAt: nextLearningAt(plan),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper;
  return (lower + upper) / 2;
}
