import type { EventId, LearnerId } from '@/lib/base/ids';
import { type Instant, MINUTE_MS } from '@/lib/base/time';
import type { StudyMoment } from './grading';
import type { SentEvent } from './inputs';
import type { Grade, SchedulingParams } from './model';
import type { Previews } from './preview';
import { act, undo } from './session-acts';
import { type Board, countByQueue, emptyBoard, withCards } from './session-board';
import { dayOf, showNext, withPreviews } from './session-screen';
import { heldCards, waitingCards } from './session-summary';
import type { QueueCounts, QueuedCard, Sitting } from './sitting';

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
type Next = StudyMoment & Readonly<{ nextPresentationId: string }>;
type NextAndEvent = Next & Readonly<{ eventId: EventId }>;

/** What the learner does to the card shown. */
export type ActAction = NextAndEvent &
  (Readonly<{ type: 'grade'; grade: Grade }> | Readonly<{ type: 'bury' | 'suspend' }>);
/** Takes back the last act that stands. */
export type UndoAction = NextAndEvent & Readonly<{ type: 'undo' }>;
/** More of the day from the server: cards that the sitting does not hold, and the count of all that is left. */
type RefillAction = Next & Readonly<{ type: 'refill'; cards: readonly QueuedCard[]; remaining: QueueCounts }>;

export type SessionAction =
  | (StudyMoment & Readonly<{ type: 'reveal' }>)
  | ActAction
  | UndoAction
  /** Time has passed. */
  | (Next & Readonly<{ type: 'tick' }>)
  | RefillAction;

/** A device may be this far behind the server before its clock is called wrong. */
const TRUSTED_SKEW_MS = 5 * MINUTE_MS;

/** The sitting with its first card shown; done at once if it has no cards. */
export function startSession(sitting: Sitting, start: Next): Session {
  const { learnerId, params, cards, remaining, builtAt } = sitting;
  // A clock that reads earlier than the server's did before is behind. One that reads later proves nothing.
  const behind = builtAt - start.at;
  const clockBehindMs = behind > TRUSTED_SKEW_MS ? behind : 0;
  const blank = { learnerId, params, events: [], acts: [], clockBehindMs };
  const board = withCards(emptyBoard, cards);
  const elsewhere = difference(remaining, countByQueue(cards));
  return showNext({ ...blank, board, elsewhere, screen: { kind: 'done' } }, start, momentIn(blank, start));
}

/**
 * The sitting after an action. Pure and total: an action that does not fit the screen (a grade before the answer
 * is shown, an undo of nothing) returns the very same session. A grade does what its button said when the answer
 * was revealed, unless a new study day has begun since; the event names the interval that was placed either way.
 */
export function reduceSession(session: Session, action: SessionAction): Session {
  const now = momentIn(session, action);
  switch (action.type) {
    case 'reveal':
      return reveal(session, now);
    case 'grade':
    case 'bury':
    case 'suspend':
      return act(session, action, now);
    case 'undo':
      return undo(session, action, now);
    case 'tick':
      return tick(session, action, now);
    case 'refill':
      return refill(session, action, now);
  }
}

/** The moment by the corrected clock. In a sitting time only moves on, or its events would fold out of order. */
function momentIn(
  { events, clockBehindMs }: Pick<Session, 'events' | 'clockBehindMs'>,
  moment: StudyMoment,
): StudyMoment {
  const last = events.at(-1);
  const deviceAt = last ? Math.max(moment.at, last.answeredAt + 1) : moment.at;
  return { at: deviceAt + clockBehindMs, tz: moment.tz };
}

function reveal(session: Session, now: StudyMoment): Session {
  if (session.screen.kind !== 'front') return session;
  return {
    ...session,
    screen: { kind: 'back', showing: withPreviews(session, session.screen.showing, now) },
  };
}

function tick(session: Session, action: Next, now: StudyMoment): Session {
  const { screen } = session;
  if (screen.kind === 'front' || screen.kind === 'back') {
    const { showing } = screen;
    if (dayOf(session, showing.previewed) === dayOf(session, now)) return session;
    return { ...session, screen: { ...screen, showing: withPreviews(session, showing, now) } };
  }
  const next = showNext(session, action, now);
  return next.screen.kind === screen.kind ? session : next;
}

/** Units met in this sitting stay out: what the server offers may be older than what happened here. */
function refill(session: Session, action: RefillAction, now: StudyMoment): Session {
  const units = new Set(heldCards(session).map(({ unit }) => unit));
  const fresh = action.cards.filter(({ unit }) => !units.has(unit));
  const waiting = difference(action.remaining, countByQueue([...waitingCards(session), ...fresh]));
  const refilled = {
    ...session,
    board: withCards(session.board, fresh),
    acts: session.acts.map((past) => ({ ...past, board: withCards(past.board, fresh) })),
    // A server with nothing to add has nothing left, whatever answers it has yet to hear of.
    elsewhere: fresh.length > 0 ? waiting : { ...waiting, review: 0, new: 0 },
  };
  const asking = session.screen.kind === 'front' || session.screen.kind === 'back';
  return asking ? refilled : showNext(refilled, action, now);
}

function difference(all: QueueCounts, part: QueueCounts): QueueCounts {
  return {
    learning: Math.max(0, all.learning - part.learning),
    review: Math.max(0, all.review - part.review),
    new: Math.max(0, all.new - part.new),
  };
}
