import { MINUTE_MS } from '@/lib/base/time';
import type { StudyMoment } from './grading';
import { act, undo } from './session-acts';
import { countByQueue, emptyBoard, withCards } from './session-board';
import { leaveToOthers } from './session-elsewhere';
import type { Next, RefillAction, Session, SessionAction } from './session-model';
import { dayOf, showNext, withPreviews } from './session-screen';
import { heldCards, waitingCards } from './session-summary';
import type { QueueCounts, Sitting } from './sitting';

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
    case 'elsewhere':
      return leaveToOthers(session, action, now);
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

/** Siblings of what was met in this sitting stay out: what the server offers may be older than what happened here. */
function refill(session: Session, action: RefillAction, now: StudyMoment): Session {
  const met = new Set(heldCards(session).map(({ siblings }) => siblings));
  const fresh = action.cards.filter(({ siblings }) => !met.has(siblings));
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
