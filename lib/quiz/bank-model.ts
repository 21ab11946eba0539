import type { AttemptId } from '@/lib/base/ids';

/** What the page on which blocks are built knows of an item: enough to count as choices change, no word of its text. */
export type BankItem = Readonly<{
  /** Slug of the deck. */
  deck: string;
  /** `deck/objective`. */
  objectives: readonly string[];
  /** Number of its concept: of one concept, one item enters a block. */
  concept: number;
  seen: boolean;
  /** The last answer to it was wrong or left out. */
  missed: boolean;
  flagged: boolean;
  /** The concept is due for review. */
  due: boolean;
  /** A sibling was asked on this study day, or is asked by an exam that runs: it rests until tomorrow, or its end. */
  rests: boolean;
}>;

/** Everything there is to build blocks from. */
export type BankView = Readonly<{
  decks: readonly Readonly<{
    slug: string;
    title: string;
    objectives: readonly Readonly<{ id: string; text: string }>[];
  }>[];
  items: readonly BankItem[];
}>;

/** Today's cases: how many wait, and the running attempt that asks them, if one was begun. */
export type DailyCases = Readonly<{ waiting: number; running: AttemptId | null; doneToday: number }>;
