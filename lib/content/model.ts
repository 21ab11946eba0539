import type { Drawings } from './place-figures';

/** One Markdown file of a deck, as the author keeps it. `path` is shown in diagnostics exactly as given. */
export type SourceFile = Readonly<{ path: string; text: string }>;

export type Severity = 'error' | 'warning' | 'info';

/**
 * One problem at one place. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.
 * `ruleId` is the rule's name (`S05-unit-id`); `hint` says how to mend it.
 */
export type Diagnostic = Readonly<{
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: Severity;
  ruleId: string;
  message: string;
  hint?: string;
}>;

export type Objective = Readonly<{ text: string; bloom?: string }>;

/** Where a fact comes from. `tag` V: read by the author; K: expert knowledge still to be confirmed. */
export type Source = Readonly<{
  title: string;
  year?: number;
  locator?: string;
  url?: string;
  tag?: 'V' | 'K';
}>;

/** A heading of the notes from which cards are reachable and to which they lead back. */
export type Section = Readonly<{ slug: string; title: string; depth: number }>;

/** One question as learners meet it. HTML is safe to insert: the compiler built it and escaped everything. */
export type CompiledCard = Readonly<{
  /** `unit:variant`, unique in the deck and authored, never positional: `lmn-tone:fwd`, `umn-lmn:r.tone.c.lmn`. */
  key: string;
  unit: string;
  variant: string;
  kind: 'qa' | 'cloze' | 'table' | 'figure';
  /** Names what it shares with its siblings, unique in the deck: the unit, or a row of its table, or itself alone. */
  siblings: string;
  /** 0-based place in the deck's order. */
  position: number;
  frontHtml: string;
  backHtml: string;
  /** Shown under the answer: caveat, mnemonic. */
  extraHtml: string | null;
  /** The front as plain text, for lists and titles. */
  frontText: string;
  objectives: readonly string[];
  sources: readonly string[];
  tags: readonly string[];
  claims: readonly string[];
  /** Slug of the section of the notes that holds the unit; null before the first heading. */
  section: string | null;
  /** Non-null when the answer is to be typed: the spellings that count as right. */
  accept: readonly string[] | null;
  /** Changes when anything the learner sees changes. */
  contentHash: string;
  /** Changes when the answer changes (or the author says `rev=`): the learner may have to relearn. */
  answerHash: string;
  /**
   * Keys under which this card was published before, as `was=` on the unit says: `old:fwd`, or `deck/old:fwd` where it
   * came from another deck. Absent when it always had this key.
   */
  was?: readonly string[];
}>;

export type CompiledDeck = Readonly<{
  slug: string;
  title: string;
  description: string;
  /** BCP 47 tag of the deck's language. */
  language: string;
  tags: readonly string[];
  objectives: Readonly<Record<string, Objective>>;
  sources: Readonly<Record<string, Source>>;
  sections: readonly Section[];
  /** The prose between the blocks, with headings that carry their slug as id. */
  notesHtml: string;
  cards: readonly CompiledCard[];
  /** The markup of the drawings that notes and cards name, by hash: `placeFigures` sets it in. */
  drawings: Drawings;
  /** The media files that the source refers to, by name. */
  media: readonly MediaUse[];
}>;

/** A file of the deck's `media/` folder as it was when the deck was compiled. */
export type MediaUse = Readonly<{
  /** Under `media/`. */
  name: string;
  /** SHA-256 of its bytes in hexadecimal. */
  hash: string;
  type: 'image/svg+xml' | 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
}>;

/** All problems of one run, in reading order; `deck` is null when one of them is an error. */
export type CompileResult = Readonly<{
  deck: CompiledDeck | null;
  diagnostics: readonly Diagnostic[];
}>;
