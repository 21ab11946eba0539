import { MINUTE_MS } from '@/lib/base/time';
import { applyEvent } from './answer';
import type { StudyMoment } from './grading';
import { withAnswered, withPutAway } from './session-board';
import type { Act, ActAction, Session, Showing, UndoAction } from './session-model';
import { show, showNext, withPreviews } from './session-screen';

/** The longest time that counts as thinking about one card: beyond it, the learner was elsewhere. */
export const LONGEST_ANSWER_MS = 5 * MINUTE_MS;

/**
 * The session after a grade, a bury or a suspension of the card shown: its event, its new state, the next card.
 * A card is graded only once its answer was seen.
 */
export function act(session: Session, action: ActAction, now: StudyMoment): Session {
  const { screen } = session;
  if (screen.kind !== 'back' && (screen.kind !== 'front' || action.type === 'grade')) return session;
  const { card } = screen.showing;
  const event = eventOf(session, action, screen.showing, now);
  const identity = { learnerId: session.learnerId, cardUid: card.uid };
  const state = applyEvent(card.state, { ...event, effectiveAt: now.at }, session.params, identity);
  const lay = event.kind === 'review' ? withAnswered : withPutAway;
  const acted = {
    ...session,
    board: lay(session.board, { ...card, state }),
    acts: [...session.acts, { event, card, board: session.board }],
    events: [...session.events, event],
  };
  return showNext(acted, action, now);
}

/**
 * The session with its last act voided, which is an event too: the act may have been sent already. Its card is on
 * its front again, everything else where it was; undoing goes on to the act before. Unchanged if there is none.
 */
export function undo(session: Session, action: UndoAction, now: StudyMoment): Session {
  const last = session.acts.at(-1);
  if (!last) return session;
  const event = {
    ...eventBase(session, action, last.card, now),
    kind: 'void' as const,
    targetId: last.event.id,
  };
  const undone = {
    ...session,
    board: last.board,
    acts: session.acts.slice(0, -1),
    events: [...session.events, event],
  };
  return show(undone, last.card, action, now);
}

function eventOf(session: Session, action: ActAction, showing: Showing, now: StudyMoment): Act['event'] {
  const base = eventBase(session, action, showing.card, now);
  if (action.type !== 'grade') return { ...base, kind: action.type };
  return {
    ...base,
    kind: 'review',
    grade: action.grade,
    tookMs: Math.round(Math.min(Math.max(0, now.at - showing.shownAt), LONGEST_ANSWER_MS)),
    placedDays: withPreviews(session, showing, now).previews[action.grade].placedDays,
    seenVersion: showing.card.version,
    presentationId: showing.presentationId,
  };
}

/** Events tell the device's own clock: the server knows better by how much it is wrong. */
function eventBase(
  { clockBehindMs }: Session,
  { eventId }: ActAction | UndoAction,
  { uid }: Showing['card'],
  { at, tz }: StudyMoment,
) {
  return { id: eventId, cardUid: uid, answeredAt: at - clockBehindMs, tz };
}
