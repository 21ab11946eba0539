import type { EventId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { StudyMoment } from './grading';
import type { SentEvent } from './inputs';
import type { Grade, SchedulingParams } from './model';
import type { Previews } from './preview';
import type { Board } from './session-board';
import type { QueueCounts, QueuedCard } from './sitting';

/** A card in front of the learner, since `shownAt`, with what each button would do as of `previewed`. */
export type Showing = Readonly<{
  card: QueuedCard;
  presentationId: string;
  shownAt: Instant;
  previews: Previews;
  previewed: StudyMoment;
}>;

export type Screen =
  | Readonly<{ kind: 'front' | 'back'; showing: Showing }>
  /** Only learning cards are left, and none may be asked before this instant of the device's clock: send a tick. */
  | Readonly<{ kind: 'waiting'; resumesAt: Instant }>
  | Readonly<{ kind: 'done' }>;

/** A sitting under way on a device. What happened is in `events`, which only grows: send it in this order. */
export type Session = Readonly<{
  learnerId: LearnerId;
  params: SchedulingParams;
  screen: Screen;
  board: Board;
  events: readonly SentEvent[];
  /** What stands of what the learner did, each with the way back to before it. Undo takes the last. */
  acts: readonly Act[];
  /** Cards of the day that only the server has. */
  elsewhere: QueueCounts;
  /** By how much the device's clock is known to be behind the server's, in milliseconds; 0 if it may be right. */
  clockBehindMs: number;
}>;

/** A review, bury or suspension, with the card and the board as they were when the card was shown. */
export type Act = Readonly<{ event: ActEvent; card: QueuedCard; board: Board }>;
type ActEvent = Extract<SentEvent, { kind: 'review' | 'bury' | 'suspend' }>;

/** What a reducer cannot know by itself: the device's clock and zone, and fresh ids (`eventId` a version 7 UUID). */
export type Next = StudyMoment & Readonly<{ nextPresentationId: string }>;
type NextAndEvent = Next & Readonly<{ eventId: EventId }>;

/** What the learner does to the card shown. */
export type ActAction = NextAndEvent &
  (Readonly<{ type: 'grade'; grade: Grade }> | Readonly<{ type: 'bury' | 'suspend' }>);
/** Takes back the last act that stands. */
export type UndoAction = NextAndEvent & Readonly<{ type: 'undo' }>;
/** More of the day from the server: cards that the sitting does not hold, and the count of all that is left. */
export type RefillAction = Next &
  Readonly<{ type: 'refill'; cards: readonly QueuedCard[]; remaining: QueueCounts }>;
/** What happened in other tabs, of whatever cards: telling of it again changes nothing. */
export type ElsewhereAction = Next & Readonly<{ type: 'elsewhere'; events: readonly SentEvent[] }>;

export type SessionAction =
  | (StudyMoment & Readonly<{ type: 'reveal' }>)
  | ActAction
  | UndoAction
  /** Time has passed. */
  | (Next & Readonly<{ type: 'tick' }>)
  | RefillAction
  | ElsewhereAction;
