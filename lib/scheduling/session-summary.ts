import type { Instant } from '@/lib/base/time';
import type { Grade } from './model';
import { countByQueue } from './session-board';
import type { Session } from './session-model';
import type { QueueCounts, QueuedCard } from './sitting';

/** What happened in a sitting, undone answers apart. */
export type SessionSummary = Readonly<{
  answered: number;
  grades: Readonly<Record<Grade, number>>;
  /** Time spent on the answers, in milliseconds. */
  tookMs: number;
  /** When the first of the answered cards returns; null if none will. */
  nextReturnAt: Instant | null;
}>;

/** Fetch more from the server when fewer cards than this wait in the main queue. */
const LOW_WATER = 10;

/** The figures for the end of a sitting, or for any point of it. */
export function summaryOf({ acts, board }: Session): SessionSummary {
  const reviews = acts.flatMap(({ event }) => (event.kind === 'review' ? [event] : []));
  const answered = new Set(reviews.map(({ cardUid }) => cardUid));
  const returns = [...board.learning, ...board.putAway].flatMap(({ uid, state }) =>
    answered.has(uid) && !state.suspended && state.memory.kind === 'scheduled' ? [state.memory.dueAt] : [],
  );
  const count = (grade: Grade) => reviews.filter((event) => event.grade === grade).length;
  return {
    answered: reviews.length,
    grades: { 1: count(1), 2: count(2), 3: count(3), 4: count(4) },
    tookMs: reviews.reduce((sum, event) => sum + event.tookMs, 0),
    nextReturnAt: returns.length > 0 ? Math.min(...returns) : null,
  };
}

/** What is left of the day, the shown card and the cards still on the server included: for the bar. */
export function countsLeft(session: Session): QueueCounts {
  const { elsewhere } = session;
  const here = countByQueue(waitingCards(session));
  return {
    learning: here.learning + elsewhere.learning,
    review: here.review + elsewhere.review,
    new: here.new + elsewhere.new,
  };
}

/** Whether it is time to fetch more of the day from the server, without the cards of `heldCards`. */
export function wantsRefill({ board, elsewhere }: Session): boolean {
  return board.main.length < LOW_WATER && elsewhere.review + elsewhere.new > 0;
}

/** The cards still to be asked in this sitting, the shown one first. */
export function waitingCards({ board, screen }: Session): readonly QueuedCard[] {
  const shown = screen.kind === 'front' || screen.kind === 'back' ? [screen.showing.card] : [];
  return [...shown, ...board.main, ...board.learning];
}

/** Every card the sitting has had, each once, in its present state. */
export function heldCards(session: Session): readonly QueuedCard[] {
  return [...waitingCards(session), ...session.board.putAway];
}
