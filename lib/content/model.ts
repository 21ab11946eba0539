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

/** A problem that the author has looked at and let stand: `ignore="F11 an aside"`. */
export type SilencedDiagnostic = Diagnostic & Readonly<{ reason: string }>;

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

/** One question of a case, as it goes into the quiz bank. HTML is safe to insert, as that of cards is. */
export type CompiledItem = Readonly<{
  /** `unit:variant`, unique in the deck and authored, never positional: `polio-01:case`, `where:s.horn`. */
  key: string;
  unit: string;
  /** `case` for a vignette; `s.` and the stem's id in a match. */
  variant: string;
  kind: 'vignette' | 'match';
  /** 0-based place among the deck's items. */
  position: number;
  /** The concept of which this case is one variant; null where it is the only one. */
  group: string | null;
  /** What is scheduled for a learner: all variants of a group share one memory, `polio-site:case`. */
  memoryKey: string;
  /** What is told before the question. Gives no hint of the key. */
  stemHtml: string;
  /** The question, or the directions of the match. */
  leadInHtml: string;
  leadInText: string;
  /** In the order to be shown, which is the order written: options are never shuffled. */
  options: readonly CompiledOption[];
  /** Of a match: why the key is the key. A vignette has its rationales at the options. */
  rationaleHtml: string | null;
  keyPointHtml: string | null;
  extraHtml: string | null;
  /** The cards behind the case: units of this deck, or `deck/unit` of others. */
  links: readonly string[];
  objectives: readonly string[];
  sources: readonly string[];
  tags: readonly string[];
  claims: readonly string[];
  /** The case's own, else that of its first objective that has one. */
  bloom: Bloom | null;
  /** Name of a fact that several units state: they must not contradict one another. */
  fact: string | null;
  /** The day on which the facts held, and the day by which they are to be reviewed, `2026-12-31`. */
  asOf: string | null;
  reviewBy: string | null;
  /** Slug of the section of the notes that holds the unit; null before the first heading. */
  section: string | null;
  /** Changes when anything the learner sees changes. */
  contentHash: string;
  /** Changes when the right answer changes (or the author says `rev=`). */
  answerHash: string;
  /** Keys under which this item was published before, as with cards. Absent when it always had this key. */
  was?: readonly string[];
}>;

/** One option of an item. Its letter is a storage key for life; the letter shown follows its place. */
export type CompiledOption = Readonly<{
  letter: string;
  /** Phrasing content: no paragraph around it. */
  html: string;
  text: string;
  isKey: boolean;
  /** Why it is right or wrong; null in a match, and where nothing is said. */
  rationaleHtml: string | null;
  /** Stands outside the alphabetical order, where its author put it. */
  pin: boolean;
  /** The group of cases of which this wrong option would be the key. */
  confusable: string | null;
  claims: readonly string[];
}>;

/** Bloom's levels of an objective, lowest first (revised taxonomy). */
export type Bloom = 'remember' | 'understand' | 'apply' | 'analyse' | 'evaluate' | 'create';

/** A concept that several vignettes ask in different words, and the groups it is mistaken for. */
export type Group = Readonly<{ concept: string; confusable: readonly string[] }>;

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
  /** The vignettes, and the stems of the matches, in reading order. */
  items: readonly CompiledItem[];
  /** By name. */
  groups: Readonly<Record<string, Group>>;
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
  /** Warnings and remarks that the author ignores with a reason. */
  silenced: readonly SilencedDiagnostic[];
}>;
