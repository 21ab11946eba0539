import type { StudyMoment } from './grading';
import type { SentEvent } from './inputs';
import { withoutThese, withPutAway } from './session-board';
import type { ElsewhereAction, Session } from './session-model';
import { showNext } from './session-screen';
import type { QueuedCard } from './sitting';

/**
 * The session without the cards that were answered, buried or suspended in another tab since they came here: they
 * rest as if put away, in what undo goes back to as well. A front gives way to the next card; an answer that is being
 * looked at stays. The very same session if nothing changes, so that telling twice is telling once.
 */
export function leaveToOthers(session: Session, action: ElsewhereAction, now: StudyMoment): Session {
  const isGone = (card: QueuedCard) => action.events.some((event) => takesAway(event, card, action, session));
  const board = withoutThese(session.board, isGone);
  const acts = session.acts.map((past) => {
    const before = withoutThese(past.board, isGone);
    return before === past.board ? past : { ...past, board: before };
  });
  const same = board === session.board && acts.every((past, index) => past === session.acts[index]);
  const left = same ? session : { ...session, board, acts };
  const { screen } = session;
  if (screen.kind === 'waiting') return same ? session : showNext(left, action, now);
  if (screen.kind !== 'front' || !isGone(screen.showing.card)) return left;
  return showNext({ ...left, board: withPutAway(left.board, screen.showing.card) }, action, now);
}

/** Whether the card was put out of the way by an event that stands and that its state does not know of. */
function takesAway(
  event: SentEvent,
  { uid, state }: QueuedCard,
  { events }: ElsewhereAction,
  { clockBehindMs }: Session,
): boolean {
  if (event.cardUid !== uid) return false;
  if (event.kind !== 'review' && event.kind !== 'bury' && event.kind !== 'suspend') return false;
  if (events.some((other) => other.kind === 'void' && other.targetId === event.id)) return false;
  const last = state.lastEvent;
  // Ids of one device rise with its clock; the server may have put an instant right.
  return last === null || (last.id < event.id && last.effectiveAt < event.answeredAt + clockBehindMs);
}
