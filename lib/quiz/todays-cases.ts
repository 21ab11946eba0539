import type { CardUid } from '@/lib/base/ids';
import { caseParams } from '@/lib/scheduling/case-params';
import { retrievability } from '@/lib/scheduling/fsrs';
import type { StudyMoment } from '@/lib/scheduling/grading';
import { type CardState, NEW_CARD, type SchedulingParams, type StudyDay } from '@/lib/scheduling/model';
import { studyDayOf } from '@/lib/scheduling/study-day';
import { isConfidentlyWrong, type Rated } from './rate-case';

/** A concept of a deck the learner is enrolled in, as the day's cases are chosen from it. */
export type DailyConcept = Readonly<{
  uid: CardUid;
  /** How many items of it stand. */
  variants: number;
  /** Null where it was never asked. */
  state: CardState | null;
  /** The cards behind its cases. Stability in days; null for a card that is new. */
  linked: readonly Readonly<{ stability: number | null; answeredToday: boolean }>[];
  /** A case of it was shown on this study day, in whatever block, or is asked by an exam that runs. */
  askedToday: boolean;
  /** What was made of it last. */
  last: Rated | null;
  /** The concept of which the option last chosen would be the key; null where there is none. */
  mistakenFor: CardUid | null;
}>;

/** A concept with fewer cases would be recognised by its patient (rule D05). */
export const FEWEST_VARIANTS = 3;
/** Cases a day, and concepts first met on a day. */
export const CASES_A_DAY = 10;
export const NEW_CONCEPTS_A_DAY = 3;
/** A concept is begun when this share of its cards has this stability (days). */
const READY_SHARE = 0.7;
const READY_STABILITY_DAYS = 3;
/** So many study days overdue, a concept no longer rests because its card was answered: it would never come. */
const STARVING_DAYS = 2;

/** What a day holds of cases already: those done, and the concepts first met on it, in whatever block. */
export type Done = Readonly<{ doneToday: number; begunToday: number }>;

/** How many cases the day still takes, and how many of them may be about concepts not met yet. */
export function roomToday({ doneToday, begunToday }: Done): Readonly<{ cases: number; news: number }> {
  const cases = Math.max(0, CASES_A_DAY - doneToday);
  return { cases, news: Math.min(cases, Math.max(0, NEW_CONCEPTS_A_DAY - begunToday)) };
}

/**
 * The concepts to ask on the study day of `now`, in order, each once: those due by the end of the day and a few new
 * ones. What somebody was sure of and wrong about comes first, then what is nearest to being forgotten, new ones last.
 * Directly after a concept that was mistaken for another comes that other, due or not, so that the two are told apart.
 * A concept rests on a day on which it or a card behind it was asked. Of new ones the order given decides.
 */
export function todaysCases(
  concepts: readonly DailyConcept[],
  today: StudyMoment & Done & Readonly<{ params: SchedulingParams }>,
): readonly CardUid[] {
  const { params } = today;
  const day = studyDayOf(today.at, today.tz, params.dayStartHour);
  const askable = concepts.map((concept) => seenOn(day, concept, today)).filter(mayBeAsked);
  const byUid = new Map(askable.map((concept) => [concept.uid, concept]));

  const chosen: CardUid[] = [];
  let { cases: room, news: newRoom } = roomToday(today);
  const take = (concept: Seen): void => {
    if (room === 0 || (concept.isNew && newRoom === 0)) return;
    byUid.delete(concept.uid);
    chosen.push(concept.uid);
    room -= 1;
    if (concept.isNew) newRoom -= 1;
    const partner = byUid.get(partnerOf(concept) ?? concept.uid);
    if (partner !== undefined) take(partner);
  };
  const due = askable.filter(({ isNew, overdueDays }) => !isNew && overdueDays >= 0).sort(mostPressingFirst);
  const news = askable.filter(({ isNew }) => isNew);
  for (const concept of [...due, ...news]) if (byUid.has(concept.uid)) take(concept);
  return chosen;
}

/** A concept as it stands on a study day. */
type Seen = DailyConcept &
  Readonly<{
    isNew: boolean;
    /** Study days since the one it was due on; negative before it, and for a new one. */
    overdueDays: number;
    /** The chance that it would be recalled, 0–1. */
    recall: number;
    isPutAway: boolean;
  }>;

function seenOn(
  day: StudyDay,
  concept: DailyConcept,
  { tz, params }: Readonly<{ tz: string; params: SchedulingParams }>,
): Seen {
  const { memory, suspended, buriedDay } = concept.state ?? NEW_CARD;
  const isNew = memory.kind === 'new';
  return {
    ...concept,
    askedToday: concept.askedToday || (!isNew && memory.lastDay === day),
    isNew,
    overdueDays: isNew ? -1 : day - studyDayOf(memory.dueAt, tz, params.dayStartHour),
    recall: retrievability(memory, day, caseParams(params)),
    isPutAway: suspended || (buriedDay !== null && buriedDay >= day),
  };
}

function mayBeAsked({ variants, askedToday, isPutAway, isNew, overdueDays, linked }: Seen): boolean {
  if (variants < FEWEST_VARIANTS || askedToday || isPutAway) return false;
  if (linked.some(({ answeredToday }) => answeredToday) && overdueDays < STARVING_DAYS) return false;
  return !isNew || isReady(linked);
}

/** A case about what was never learned only frustrates; one without cards behind it waits for nothing. */
function isReady(linked: DailyConcept['linked']): boolean {
  const firm = linked.filter(({ stability }) => stability !== null && stability >= READY_STABILITY_DAYS);
  return firm.length >= READY_SHARE * linked.length;
}

function partnerOf({ last, mistakenFor }: Seen): CardUid | null {
  return last !== null && !last.correct && last.option !== null ? mistakenFor : null;
}

function mostPressingFirst(a: Seen, b: Seen): number {
  return Number(isShaken(b)) - Number(isShaken(a)) || a.recall - b.recall || (a.uid < b.uid ? -1 : 1);
}

function isShaken({ last }: Seen): boolean {
  return last !== null && isConfidentlyWrong(last);
}
