import type { RootContent } from 'mdast';
import type { Attribute } from './attributes';
import type { Block } from './block';
import type { Problem, Span } from './span';

/** A `:::vignette`, which is one item, or a `:::match`, whose items share directions and options. */
export type ItemSet = Readonly<{
  kind: 'vignette' | 'match';
  block: Block;
  /** The question of a vignette, the directions of a match. */
  leadIn: LeadIn | null;
  /** In the order written. */
  options: readonly Option[];
  items: readonly Item[];
  keyPoint: readonly RootContent[] | null;
  extra: readonly RootContent[] | null;
  /** What stands where it cannot be read, told by rule S16; what is missing altogether the rule finds itself. */
  problems: readonly Problem[];
}>;

/** What a person is asked in a case: a whole `:::vignette`, or one numbered stem of a `:::match`. */
export type Item = Readonly<{
  kind: 'vignette' | 'match';
  block: Block;
  /** The whole block, or the numbered stem. */
  span: Span;
  /** The id of a stem of a match as written, valid or not; null for a vignette, whose id is its block's. */
  id: Attribute | null;
  /**
   * What is told before the question, tables of results included. Never holds the lead-in. The stems of a match begin
   * with what stands above its directions.
   */
  stem: readonly RootContent[];
  /** The question; null where none stands in bold on lines of its own. Of a match: the directions of its set. */
  leadIn: LeadIn | null;
  /** In the order written. Of a match: those of its set, one list for all its stems. */
  options: readonly Option[];
  /** Letters of the options marked right; of a match, the words of `key=`. As written: any number, also unknown ones. */
  keys: readonly string[];
  /** Of a match: why the key is the key. A vignette has its rationales at the options. */
  rationale: readonly RootContent[];
  /** What follows `**Key point:**`, without these words; null where it is missing. */
  keyPoint: readonly RootContent[] | null;
  /** What stands behind the last `---`; null where there is none. Exempt from the rules of length. */
  extra: readonly RootContent[] | null;
  /** Of a match: what stands in the braces behind the stem. Empty for a vignette, whose attributes are its head's. */
  attributes: readonly Attribute[];
  /** Of these attributes, told by rule S07. */
  problems: readonly Problem[];
}>;

export type LeadIn = Readonly<{ node: RootContent; span: Span; text: string }>;

/** `- [x] **B.** Anterior horn cell {claims=C10}` and the quotation under it. */
export type Option = Readonly<{
  /** `B`; empty where no letter was written. */
  letter: string;
  /** With mark, braces and quotation. */
  span: Span;
  /** Of the words a learner reads, without mark, letter and braces. */
  textSpan: Span;
  /** The words a learner reads. */
  content: readonly RootContent[];
  /** The same as plain text. */
  text: string;
  /** Whether it is ticked; null where there is no box, as in a match. */
  checked: boolean | null;
  /** Why it is right or wrong. Empty where nothing is said. */
  rationale: readonly RootContent[];
  attributes: readonly Attribute[];
  /** Of these attributes, told by rule S07. */
  problems: readonly Problem[];
}>;
