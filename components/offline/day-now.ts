import type { EventId } from '@/lib/base/ids';
import { seedOf } from '@/lib/base/seed';
import { DAY_MS, type Instant, MINUTE_MS } from '@/lib/base/time';
import { applyEvent, type CardEvent } from '@/lib/scheduling/answer';
import type { StudyMoment } from '@/lib/scheduling/grading';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { CardState, LogEvent, StudyDay } from '@/lib/scheduling/model';
import { planQueue } from '@/lib/scheduling/queue';
import { comparePositions } from '@/lib/scheduling/replay';
import type { QueuedCard, Sitting, Today } from '@/lib/scheduling/sitting';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { KeptDay } from './kept-day';

/** An answer that is on this device; `effectiveAt` once the server has fixed it. */
export type AnswerHere = Readonly<{ event: SentEvent; effectiveAt: Instant | null }>;

/** A device may be this far behind the server before its clock is called wrong. */
const TRUSTED_SKEW_MS = 5 * MINUTE_MS;

/**
 * The kept day as it stands at `now` by the device's clock: what was answered here since is folded in, by the functions
 * the server will fold it with, and the rest is planned as the server plans a day. Cards that came due after the day was
 * kept are not in it.
 */
export function dayNow(
  kept: KeptDay,
  answers: readonly AnswerHere[],
  now: StudyMoment,
): Readonly<{ today: Today; sitting: Sitting }> {
  const { sitting } = kept;
  const { learnerId, params } = sitting;
  const behindMs = clockBehindMs(kept);
  const at = now.at + behindMs;
  const day = studyDayOf(at, now.tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, now.tz, params.dayStartHour);
  const nextEndsAt = studyDayStartsAt((day + 2) as StudyDay, now.tz, params.dayStartHour);

  const folded = sitting.cards.map((card) => foldedIn(card, answersTo(card, answers, behindMs), kept));
  const cards = folded.flatMap(({ card }) => card ?? []);
  const reviews = folded
    .flatMap(({ standing }) => standing)
    .filter(({ event }) => studyDayOf(event.effectiveAt, event.tz, params.dayStartHour) === day);
  const queue = planQueue({
    now: at,
    day,
    params,
    due: cards.filter(({ state }) => dueAtOf(state) < endsAt),
    news: cards.filter(({ state }) => state.memory.kind === 'new'),
    newOrder: 'deck',
    answeredUnits: reviews.map(({ unit }) => unit),
    // The server has kept to the limits when it planned the day.
    limits: { newPerDay: Number.POSITIVE_INFINITY, reviewsPerDay: Number.POSITIVE_INFINITY },
    introducedToday: 0,
    reviewedToday: 0,
    seed: seedOf(learnerId, day),
    reach: DAY_MS,
    size: Number.POSITIVE_INFINITY,
  });

  const before = kept.today.day === day ? kept.today : { answered: 0, answeredMs: 0, dueTomorrow: 0 };
  const laidOnTomorrow = folded.filter(
    ({ card, standing }) => card && standing.length > 0 && isWithin(dueAtOf(card.state), endsAt, nextEndsAt),
  );
  const steps = queue.cards.filter((card) => card.queue === 'learning').map(({ state }) => dueAtOf(state));
  return {
    today: {
      day,
      remaining: queue.remaining,
      answered: before.answered + reviews.length,
      answeredMs: before.answeredMs + reviews.reduce((sum, { tookMs }) => sum + tookMs, 0),
      paceMs: kept.today.paceMs,
      dueTomorrow: before.dueTomorrow + laidOnTomorrow.length,
      nextLearningAt: steps.length > 0 ? Math.min(...steps) - behindMs : null,
    },
    sitting: { ...sitting, tz: now.tz, day, cards: queue.cards, remaining: queue.remaining },
  };
}

type Here = Readonly<{ event: LogEvent; tookMs: number }>;
type Review = Readonly<{ event: CardEvent; unit: string; tookMs: number }>;

/** By how much the device was behind the server when the day was asked for; 0 if it may have been right. */
function clockBehindMs({ sitting, askedAt }: KeptDay): number {
  const behind = sitting.builtAt - askedAt;
  return behind > TRUSTED_SKEW_MS ? behind : 0;
}

/** What happened to the card here that the kept state does not know of, in the order of the log. */
function answersTo(card: QueuedCard, answers: readonly AnswerHere[], behindMs: number): readonly Here[] {
  return answers
    .filter(({ event }) => event.cardUid === card.uid)
    .map((answer) => hereOf(answer, behindMs))
    .filter(({ event }) => card.state.lastEvent === null || comparePositions(card.state.lastEvent, event) < 0)
    .sort((left, right) => comparePositions(left.event, right.event));
}

function hereOf({ event, effectiveAt }: AnswerHere, behindMs: number): Here {
  const position = { effectiveAt: effectiveAt ?? event.answeredAt + behindMs };
  return { event: { ...event, ...position }, tookMs: event.kind === 'review' ? event.tookMs : 0 };
}

/**
 * The card with its answers folded in, and those of its reviews that stand. Null for a card of which something was
 * taken back that the kept state has in it already: only the server knows the state before.
 */
function foldedIn(
  card: QueuedCard,
  here: readonly Here[],
  { sitting: { learnerId, params } }: KeptDay,
): Readonly<{ card: QueuedCard | null; standing: readonly Review[] }> {
  // As in the fold of the log: only a later void can silence a void.
  const voided = new Set<EventId>();
  for (const { event } of here.toReversed()) {
    if (event.kind === 'void' && !voided.has(event.id)) voided.add(event.targetId);
  }
  const known = new Set(here.map(({ event }) => event.id));
  if ([...voided].some((id) => !known.has(id))) return { card: null, standing: [] };
  let state = card.state;
  const standing: Review[] = [];
  for (const { event, tookMs } of here) {
    if (event.kind === 'void' || voided.has(event.id)) continue;
    state = applyEvent(state, event, params, { learnerId, cardUid: card.uid });
    if (event.kind === 'review') standing.push({ event, unit: card.unit, tookMs });
  }
  const last = here.at(-1)?.event;
  const lastEvent = last ? { effectiveAt: last.effectiveAt, id: last.id } : state.lastEvent;
  return { card: { ...card, state: { ...state, lastEvent } }, standing };
}

function dueAtOf({ memory }: CardState): Instant {
  return memory.kind === 'scheduled' ? memory.dueAt : Number.POSITIVE_INFINITY;
}

function isWithin(at: Instant, from: Instant, before: Instant): boolean {
  return at >= from && at < before;
}
