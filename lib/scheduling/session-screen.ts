import type { StudyMoment } from './grading';
import type { StudyDay } from './model';
import { type Previews, previewOutcomes } from './preview';
import { pickNext } from './session-board';
import type { Session, Showing } from './session-model';
import type { QueuedCard } from './sitting';
import { studyDayOf, studyDayStartsAt } from './study-day';

type Next = Readonly<{ nextPresentationId: string }>;

/** The session with the next card on its front, or waiting, or done. */
export function showNext(session: Session, next: Next, now: StudyMoment): Session {
  const { board, params, clockBehindMs } = session;
  const tomorrow = (dayOf(session, now) + 1) as StudyDay;
  const pick = pickNext(board, now.at, studyDayStartsAt(tomorrow, now.tz, params.dayStartHour));
  switch (pick.kind) {
    case 'card':
      return show({ ...session, board: pick.board }, pick.card, next, now);
    case 'waiting':
      return { ...session, screen: { kind: 'waiting', resumesAt: pick.resumesAt - clockBehindMs } };
    case 'done':
      return { ...session, screen: pick };
  }
}

/** The session with this card, already taken from the board, on its front. */
export function show(session: Session, card: QueuedCard, next: Next, now: StudyMoment): Session {
  const showing: Showing = {
    card,
    presentationId: next.nextPresentationId,
    shownAt: now.at,
    previews: previewsOf(session, card, now),
    previewed: now,
  };
  return { ...session, screen: { kind: 'front', showing } };
}

/** The showing with what its buttons would do now. */
export function withPreviews(session: Session, showing: Showing, now: StudyMoment): Showing {
  return { ...showing, previews: previewsOf(session, showing.card, now), previewed: now };
}

/** The learner's study day at a moment. */
export function dayOf({ params }: Session, { at, tz }: StudyMoment): StudyDay {
  return studyDayOf(at, tz, params.dayStartHour);
}

function previewsOf({ learnerId, params }: Session, { uid, state }: QueuedCard, now: StudyMoment): Previews {
  return previewOutcomes(state, now, params, { learnerId, cardUid: uid });
}
