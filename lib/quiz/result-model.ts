import type { AttemptId, ItemUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Attempt, Confidence, Explanation, PublicQuestion, Slot, SlotState } from './model';

/** When a version got another key, and why: whoever sat it reads that. */
export type Decision = Readonly<{ at: Instant; reason: string }>;

/** One slot of a finished attempt, as it is scored now. */
export type SlotScore = Readonly<{
  slot: Slot;
  itemUid: ItemUid;
  version: number;
  /** 1 right, 0 wrong or left out; 1 for all when voided. */
  score: 0 | 1;
  outcome: 'right' | 'wrong' | 'omitted' | 'voided';
  /** The score before the last regrade; null when there was none. */
  scoreBefore: 0 | 1 | null;
  /** The last regrade, decided before or after the attempt; null when there was none. */
  decided: Decision | null;
}>;

/** A line of the history. */
export type AttemptSummary = Readonly<{
  attempt: Attempt;
  /** Of a retry: the attempt whose missed items it asks. Null for all others, and for old retries. */
  retryOf: AttemptId | null;
  /** Titles of the decks it drew from. */
  decks: readonly string[];
  items: number;
  answered: number;
  /** As scored now; null while it runs. */
  right: number | null;
}>;

/** A share with its Wilson interval of 95%; rates 0–1. */
export type Share = Readonly<{ n: number; right: number; rate: number; low: number; high: number }>;

/** A case in a list of cases. */
export type Glance = Readonly<{
  slot: Slot;
  /** Language of the deck, BCP 47. */
  language: string;
  /** How its stem begins, in plain words. */
  stem: string;
  /** What it serves, in the deck's words. */
  objectives: readonly string[];
}>;

/** An item of a finished attempt in full. */
export type ToldItem = Readonly<{ question: PublicQuestion; explanation: Explanation }>;

/** What is told about a finished attempt: of all of it how it went, of some items each exactly as it was sat. */
export type ResultView = Readonly<{
  attempt: Attempt;
  slots: readonly SlotState[];
  glances: readonly Glance[];
  /** Items that are told in full: those that were asked for. */
  questions: readonly PublicQuestion[];
  explanations: readonly Explanation[];
  scores: readonly SlotScore[];
  overall: Share;
  byObjective: readonly (Readonly<{ deck: string; id: string; text: string }> & Share)[];
  /** Of answers with a confidence; null where none was said. `stated` is the chance of being right a level claims. */
  calibration: Readonly<{
    brier: number;
    n: number;
    levels: readonly (Readonly<{ confidence: Confidence; stated: number }> & Share)[];
  }> | null;
  /** Linked cards that were brought into today because their case was missed. */
  pulledCards: number;
}>;
