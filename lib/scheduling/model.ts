import type { CardUid, EventId, LearnerId, ParameterSetId } from '@/lib/base/ids';
import type { Instant, TimeZone } from '@/lib/base/time';

/** How well the answer came: 1 Again, 2 Hard, 3 Good, 4 Easy (FSRS numbering). */
export type Grade = 1 | 2 | 3 | 4;
export const GRADES = [1, 2, 3, 4] as const satisfies readonly Grade[];

declare const studyDay: unique symbol;
/** A learner's calendar day, begun at the day-start hour of the zone: whole days since 1970-01-01. */
export type StudyDay = number & { readonly [studyDay]: true };

/**
 * What decides how a learner's memory is modelled. Immutable: a change is a new set with a new id and a refold of the log.
 * `weights` are the 21 of FSRS-6; steps are minutes; retention is a rate in 0.80–0.95.
 */
export type SchedulingParams = Readonly<{
  id: ParameterSetId;
  weights: readonly number[];
  desiredRetention: number;
  learningStepsMinutes: readonly number[];
  relearningStepsMinutes: readonly number[];
  maximumIntervalDays: number;
  /** Hour of the wall clock at which a study day begins, 0–12. */
  dayStartHour: number;
}>;

/** Whose memory of which card: the seed of every chance taken about it (fuzz). */
export type MemoryIdentity = Readonly<{ learnerId: LearnerId; cardUid: CardUid }>;

/** What FSRS knows of one learner's memory of one card. */
export type Memory =
  | Readonly<{ kind: 'new' }>
  | Readonly<{
      kind: 'scheduled';
      phase: 'learning' | 'review' | 'relearning';
      /** Index of the (re)learning step the card stands on; 0 in review. */
      step: number;
      /** Days until retrievability falls to 0.9; > 0. */
      stability: number;
      /** 1 (easy) to 10 (hard). */
      difficulty: number;
      /** The last review's effective instant and its study day. */
      lastAt: Instant;
      lastDay: StudyDay;
      /** When to ask again: an exact instant within a day, else the start of the study day. */
      dueAt: Instant;
      /** Days placed between the last review and the next; 0 while the card stands on a step. */
      intervalDays: number;
      /** Reviews since the card was new (or reset), and how often a review card was forgotten. */
      reps: number;
      lapses: number;
    }>;

/** The cache of the log for one learner and card: `replay(log) = state`, always. */
export type CardState = Readonly<{
  memory: Memory;
  /** Study day of the first review that counts; null while new. */
  introducedDay: StudyDay | null;
  suspended: boolean;
  /** The study day for which the card was put away; it is back on the next. */
  buriedDay: StudyDay | null;
  /** Sort position of the last event folded in; null before any. */
  lastEvent: EventPosition | null;
}>;

/** The total order of a card's log. Ties of instant are broken by id, compared as code units. */
export type EventPosition = Readonly<{ effectiveAt: Instant; id: EventId }>;

type EventBase = EventPosition &
  Readonly<{
    /** The zone in which the person lived the event: decides its study day. */
    tz: TimeZone;
  }>;

/**
 * An entry of the append-only log, as the fold sees it. All entries given to one fold are about one card, or about one
 * concept: `case` says that a case of the concept was answered.
 */
export type LogEvent =
  | (EventBase & Readonly<{ kind: 'review'; grade: Grade; placedDays: number | null }>)
  | (EventBase & Readonly<{ kind: 'case'; grade: Grade; placedDays: number | null }>)
  | (EventBase & Readonly<{ kind: 'void'; targetId: EventId }>)
  | (EventBase & Readonly<{ kind: 'reset' | 'suspend' | 'resume' | 'bury' }>)
  | (EventBase & Readonly<{ kind: 'set-due'; inDays: number }>);

export type EventKind = LogEvent['kind'];

/** What pressing a grade would do: the label on the button, the event's `placedDays` and the next state agree by construction. */
export type Outcome = Readonly<{
  grade: Grade;
  state: CardState;
  dueAt: Instant;
  /** Days of a day-long interval as placed (fuzz included); null when the next step is within the day. */
  placedDays: number | null;
}>;

/** The state of a card that has no events. */
export const NEW_CARD: CardState = {
  memory: { kind: 'new' },
  introducedDay: null,
  suspended: false,
  buriedDay: null,
  lastEvent: null,
};
