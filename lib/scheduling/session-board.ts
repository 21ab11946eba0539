import type { CardUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { LEARN_AHEAD_MS, queueOf } from './queue';
import type { QueueCounts, QueuedCard, QueueName } from './sitting';

/** Where the cards of a sitting lie, but for the one being shown. Every card is in exactly one place. */
export type Board = Readonly<{
  /** Reviews and new cards, in asking order. */
  main: readonly QueuedCard[];
  /** Cards on a step: they come back within the sitting, in no particular order. */
  learning: readonly QueuedCard[];
  /** Cards dealt with: answered until another day, buried or suspended. */
  putAway: readonly QueuedCard[];
  /** The card asked last, which is not asked again at once if another may be. */
  lastUid: CardUid | null;
}>;

/** What to show next: a card with the board it leaves, or when to look again, or nothing. */
export type Pick =
  | Readonly<{ kind: 'card'; card: QueuedCard; board: Board }>
  | Readonly<{ kind: 'waiting'; resumesAt: Instant }>
  | Readonly<{ kind: 'done' }>;

/** The board of a sitting without cards. */
export const emptyBoard: Board = { main: [], learning: [], putAway: [], lastUid: null };

/** The board with more cards: those on a step beside the learning ones, the others after the main queue. */
export function withCards(board: Board, cards: readonly QueuedCard[]): Board {
  return {
    ...board,
    main: [...board.main, ...cards.filter(({ queue }) => queue !== 'learning')],
    learning: [...board.learning, ...cards.filter(({ queue }) => queue === 'learning')],
  };
}

/** The board with an answered card laid back: among the learning if it stands on a step, else put away. */
export function withAnswered(board: Board, answered: QueuedCard): Board {
  const card = { ...answered, queue: queueOf(answered.state.memory) };
  return card.queue === 'learning' ? withCards(board, [card]) : withPutAway(board, card);
}

/** The board with a card laid aside for this sitting. */
export function withPutAway(board: Board, card: QueuedCard): Board {
  return { ...board, putAway: [...board.putAway, card] };
}

/** The board with the cards that are gone laid aside; the very same if none of them waits. */
export function withoutThese(board: Board, isGone: (card: QueuedCard) => boolean): Board {
  const gone = [...board.main, ...board.learning].filter(isGone);
  if (gone.length === 0) return board;
  const staying = (cards: readonly QueuedCard[]) => cards.filter((card) => !isGone(card));
  return {
    ...board,
    main: staying(board.main),
    learning: staying(board.learning),
    putAway: [...board.putAway, ...gone],
  };
}

/**
 * The next card at `at`: a learning card that is due; the head of the main queue; a learning card within the
 * learn-ahead time. The last card asked comes only after any other of these that is due. If none, when the first
 * learning card comes within reach, provided that is before `endsAt`, the end of the study day.
 */
export function pickNext(board: Board, at: Instant, endsAt: Instant): Pick {
  const learning = board.learning.toSorted((a, b) => dueAtOf(a) - dueAtOf(b));
  const due = learning.filter((card) => dueAtOf(card) <= at);
  const soon = learning.filter((card) => dueAtOf(card) <= at + LEARN_AHEAD_MS);
  const isOther = ({ uid }: QueuedCard) => uid !== board.lastUid;
  const card = due.find(isOther) ?? board.main[0] ?? due[0] ?? soon.find(isOther) ?? soon[0];
  if (card) return { kind: 'card', card, board: without(board, card.uid) };

  const first = learning[0];
  const resumesAt = first ? dueAtOf(first) - LEARN_AHEAD_MS : endsAt;
  return resumesAt < endsAt ? { kind: 'waiting', resumesAt } : { kind: 'done' };
}

/** How many cards of each queue still come, of those given. */
export function countByQueue(cards: readonly QueuedCard[]): QueueCounts {
  const count = (name: QueueName) => cards.filter(({ queue }) => queue === name).length;
  return { learning: count('learning'), review: count('review'), new: count('new') };
}

function without({ main, learning, ...rest }: Board, uid: CardUid): Board {
  const others = (cards: readonly QueuedCard[]) => cards.filter((card) => card.uid !== uid);
  return { ...rest, main: others(main), learning: others(learning), lastUid: uid };
}

function dueAtOf({ state: { memory } }: QueuedCard): Instant {
  return memory.kind === 'scheduled' ? memory.dueAt : Number.NEGATIVE_INFINITY;
}
