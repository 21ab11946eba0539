import type { AttemptId, CardUid, EventId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';

/** Tutor: told after each answer. Exam: told nothing before the end. */
export type QuizMode = 'tutor' | 'exam';

/** How sure the learner was, said before anything is told. */
export const CONFIDENCES = ['guess', 'think', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * What a block is timed by: nothing, the whole of it, or so much for each item. `per-item` only sets the pace shown and
 * the sum: the deadline is always one instant for the whole block.
 */
export type Timing =
  | Readonly<{ kind: 'untimed' }>
  | Readonly<{ kind: 'block'; ms: number }>
  | Readonly<{ kind: 'per-item'; ms: number }>;

/** What becomes of changes that arrive after deadline and grace: refused, or taken and marked late until it is handed in. */
export type LatePolicy = 'refuse' | 'accept-late';

/** How an attempt came about: built by hand, today's cases, or what was missed in another attempt, asked again. */
export type Purpose = 'block' | 'daily' | 'retry';

/** An attempt as it was frozen when it began. `deadlineAt` includes extra time that was granted since. */
export type Attempt = Readonly<{
  id: AttemptId;
  purpose: Purpose;
  mode: QuizMode;
  timing: Timing;
  latePolicy: LatePolicy;
  startedAt: Instant;
  /** By the server's clock alone; null when untimed. */
  deadlineAt: Instant | null;
  /** How long after the deadline what is on its way still counts. Milliseconds. */
  graceMs: number;
  finished: Readonly<{ at: Instant; by: 'learner' | 'deadline' }> | null;
}>;

/** The place of an item in an attempt, counted from 0. */
export type Slot = number;

/** An option as it is shown: its letter is that of its place, its key the one answers are stored under. */
export type PublicOption = Readonly<{ key: string; letter: string; html: string }>;

/** An item as the browser may see it before it is answered: built by picking, it cannot hold the key or a rationale. */
export type PublicQuestion = Readonly<{
  slot: Slot;
  kind: 'vignette' | 'match';
  /** Language of the deck, BCP 47. */
  language: string;
  stemHtml: string;
  leadInHtml: string;
  options: readonly PublicOption[];
  /** Names what items share that stand together, such as the stems of one match; null for an item by itself. */
  setName: string | null;
}>;

/** What is told about an item once it may be: after the answer in tutor mode, after the end in an exam. */
export type Explanation = Readonly<{
  slot: Slot;
  /** Storage letters that count as right now; more than one only after a regrade; empty when the item was voided. */
  keys: readonly string[];
  voided: boolean;
  options: readonly Readonly<{ key: string; rationaleHtml: string | null }>[];
  rationaleHtml: string | null;
  keyPointHtml: string | null;
  extraHtml: string | null;
  sources: readonly Readonly<{
    title: string;
    url: string | null;
    locator: string | null;
    year: number | null;
  }>[];
  objectives: readonly Readonly<{ id: string; text: string }>[];
  asOf: string | null;
  /** The concept in words, where the item belongs to a group. */
  concept: string | null;
  /** Cards behind the case; `standing` says what the learner's memory of it is. */
  links: readonly Readonly<{
    cardUid: CardUid;
    deck: string;
    unit: string;
    title: string;
    standing: 'new' | 'due' | 'pulled' | 'later' | 'suspended';
  }>[];
  /** Address of the part of the notes that holds the item. */
  notesHref: string;
  /** How others chose at their first sight of this version, by storage letter, as rates; null from fewer than ten. */
  peers: Readonly<{ n: number; shares: Readonly<Record<string, number>> }> | null;
}>;

/** One thing a learner did to an item while sitting. Registers keep the change with the greatest revision. */
export type Change = Readonly<{
  /** UUID v7 minted in the browser: sent twice, it counts once. */
  id: EventId;
  slot: Slot;
  /** One more than the greatest that the browser knows of in this attempt: a Lamport clock, at least 1. */
  rev: number;
  /** The browser's clock; for the record, never for a decision. */
  madeAt: Instant;
}> &
  (
    | Readonly<{ kind: 'choose'; option: string | null }>
    | Readonly<{ kind: 'confidence'; confidence: Confidence | null }>
    | Readonly<{ kind: 'strike'; option: string; struck: boolean }>
    | Readonly<{ kind: 'flag'; flagged: boolean }>
    /** Marked stretches of the stem's text, as offsets in its characters, in order and apart. */
    | Readonly<{ kind: 'highlight'; ranges: readonly (readonly [number, number])[] }>
    | Readonly<{ kind: 'note'; text: string }>
    /** Time before the item since the last such change; times add up. */
    | Readonly<{ kind: 'spent'; ms: number }>
    /** Tutor mode: the answer stands, and is explained. Nothing chosen afterwards counts. */
    | Readonly<{ kind: 'reveal' }>
  );

/** What stands at a slot: the fold of its changes. */
export type SlotState = Readonly<{
  slot: Slot;
  chosen: string | null;
  confidence: Confidence | null;
  struck: readonly string[];
  flagged: boolean;
  highlights: readonly (readonly [number, number])[];
  note: string;
  spentMs: number;
  revealed: boolean;
  /** Whether the standing answer came after the deadline under `accept-late`. */
  late: boolean;
}>;

/** What became of a change that was sent. */
export type ChangeResult = Readonly<
  | { id: string; status: 'stored' | 'duplicate' }
  /**
   * `finished`: the attempt is over; `late`: after deadline and grace; `revealed`: the answer had been told;
   * `unanswered`: there is no answer yet that could be explained.
   */
  | {
      id: string | null;
      status: 'refused';
      why: 'finished' | 'late' | 'revealed' | 'malformed' | 'unknown-option' | 'wrong-mode' | 'unanswered';
      message: string;
    }
>;

/** An attempt as its page gets it. `now` is the server's instant, from which the browser's clock is corrected. */
export type AttemptView = Readonly<{
  attempt: Attempt;
  now: Instant;
  questions: readonly PublicQuestion[];
  slots: readonly SlotState[];
  /** The greatest revision the server has seen. */
  rev: number;
  /** Of slots that may be explained. */
  explanations: readonly Explanation[];
}>;

/**
 * The reply to a batch of changes: what became of each, and everything that stands afterwards, other tabs' included. Of
 * the explanations only those that the browser did not say it has.
 */
export type ChangesReply = Readonly<{
  version: string;
  results: readonly ChangeResult[];
  now: Instant;
  attempt: Attempt;
  slots: readonly SlotState[];
  rev: number;
  explanations: readonly Explanation[];
}>;
