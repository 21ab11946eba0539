import type { EventId } from '@/lib/base/ids';
import { DAY_MS, type Instant, MINUTE_MS } from '@/lib/base/time';
import { applyEvent, type CardEvent } from '@/lib/scheduling/answer';
import type { StudyMoment } from '@/lib/scheduling/grading';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { CardState, LogEvent, StudyDay } from '@/lib/scheduling/model';
import type { Candidate } from '@/lib/scheduling/queue';
import { comparePositions } from '@/lib/scheduling/replay';
import type { Sitting, Today } from '@/lib/scheduling/sitting';
import { type AnsweredCard, nextLearningAt, planStock, type Stock } from '@/lib/scheduling/stock';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { KeptDay } from './kept-day';

/** An answer that is on this device; `effectiveAt` once the server has fixed it. */
export type AnswerHere = Readonly<{ event: SentEvent; effectiveAt: Instant | null }>;

/** A device may be this far behind the server before its clock is called wrong. */
const TRUSTED_SKEW_MS = 5 * MINUTE_MS;

/**
 * The study day at `now` by the device's clock, planned from the kept stock as the server plans a day: what was answered
 * here since is folded in, by the functions the server will fold it with. A later study day than that of the stock is
 * planned from the same cards, as far as they reach.
 */
export function dayNow(
  kept: KeptDay,
  answers: readonly AnswerHere[],
  now: StudyMoment,
): Readonly<{ today: Today; sitting: Sitting }> {
  const { stock } = kept;
  const { learnerId, params } = stock;
  const behindMs = clockBehindMs(kept);
  const at = now.at + behindMs;
  const day = studyDayOf(at, now.tz, params.dayStartHour);

  const folded = [...stock.due, ...stock.news].map((card) =>
    foldedIn(card, answersTo(card, answers, behindMs), kept),
  );
  const cards = folded.flatMap(({ card }) => card ?? []);
  const reviews = folded
    .flatMap(({ standing }) => standing)
    .filter(({ event }) => studyDayOf(event.effectiveAt, event.tz, params.dayStartHour) === day);
  const plan = planStock(
    {
      ...stock,
      due: cards.filter(({ state }) => state.memory.kind === 'scheduled'),
      news: cards.filter(({ state }) => state.memory.kind === 'new'),
      answered: answeredOn(day, stock, folded),
    },
    { now: at, tz: now.tz, reach: DAY_MS },
  );

  const { endsAt, queue } = plan;
  const nextAt = nextLearningAt(plan);
  const isSameDay = kept.today.day === day;
  const nextEndsAt = studyDayStartsAt((day + 2) as StudyDay, now.tz, params.dayStartHour);
  const tomorrows = folded.filter(
    ({ card }) => card && !card.state.suspended && isWithin(dueAtOf(card.state), endsAt, nextEndsAt),
  );
  const before = isSameDay ? kept.today : { answered: 0, answeredMs: 0 };
  return {
    today: {
      day,
      remaining: queue.remaining,
      answered: before.answered + reviews.length,
      answeredMs: before.answeredMs + reviews.reduce((sum, { tookMs }) => sum + tookMs, 0),
      paceMs: kept.today.paceMs,
      // The server has counted them all; the stock ends somewhere.
      dueTomorrow: isSameDay
        ? kept.today.dueTomorrow + tomorrows.filter(({ standing }) => standing.length > 0).length
        : tomorrows.length,
      nextLearningAt: nextAt === null ? null : nextAt - behindMs,
    },
    sitting: {
      learnerId,
      params,
      tz: now.tz,
      builtAt: stock.builtAt,
      day,
      cards: queue.cards,
      remaining: queue.remaining,
      resting: queue.resting,
    },
  };
}

type Here = Readonly<{ event: LogEvent; tookMs: number }>;
type Review = Readonly<{ event: CardEvent; siblings: string; tookMs: number }>;

/** A card of the stock with what was answered here folded in; null where only the server knows how it stands. */
type Folded = Readonly<{ card: Candidate | null; standing: readonly Review[] }>;

/** The cards answered on a study day: those the server knew of, and those answered here. */
function answeredOn(day: StudyDay, stock: Stock, folded: readonly Folded[]): readonly AnsweredCard[] {
  const answered = new Map((stock.day === day ? stock.answered : []).map((card) => [card.uid, card]));
  for (const { card, standing } of folded) {
    if (card === null || standing.length === 0) continue;
    const { memory, introducedDay } = card.state;
    if (memory.kind !== 'scheduled' || memory.lastDay !== day) continue;
    answered.set(card.uid, { uid: card.uid, siblings: card.siblings, introduced: introducedDay === day });
  }
  return [...answered.values()];
}

/** By how much the device was behind the server when the day was asked for; 0 if it may have been right. */
function clockBehindMs({ stock, askedAt }: KeptDay): number {
  const behind = stock.builtAt - askedAt;
  return behind > TRUSTED_SKEW_MS ? behind : 0;
}

/** What happened to the card here that the kept state does not know of, in the order of the log. */
function answersTo(card: Candidate, answers: readonly AnswerHere[], behindMs: number): readonly Here[] {
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
function foldedIn(card: Candidate, here: readonly Here[], { stock: { learnerId, params } }: KeptDay): Folded {
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
    if (event.kind === 'review') standing.push({ event, siblings: card.siblings, tookMs });
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
