import type { RootContent } from 'mdast';
import type { Attribute } from './attributes';
import type { Block } from './block';
import type { Problem, Span } from './span';

/**
 * What a person is asked in a case: a whole `:::vignette`, or one numbered stem of a `:::match`, whose lead-in and
 * options are those of its set.
 */
export type Item = Readonly<{
  kind: 'vignette' | 'match';
  block: Block;
  /** The whole block, or the numbered stem. */
  span: Span;
  /** What is told before the question, tables of results included. Never holds the lead-in. */
  stem: readonly RootContent[];
  /** The question; null where none stands in bold on lines of its own. */
  leadIn: LeadIn | null;
  /** In the order written. */
  options: readonly Option[];
  /** Letters of the options marked right; of a match, the words of `key=`. As written: any number, also unknown ones. */
  keys: readonly string[];
  /** Of a match: why the key is the key. A vignette has its rationales at the options. */
  rationale: readonly RootContent[];
  /** What follows `**Key point:**`, without these words; null where it is missing. */
  keyPoint: readonly RootContent[] | null;
  /** Of a match: what stands in the braces behind the stem. Empty for a vignette, whose attributes are its head's. */
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;

export type LeadIn = Readonly<{ node: RootContent; span: Span; text: string }>;

/** `- [x] **B.** Anterior horn cell {claims=C10}` and the quotation under it. */
export type Option = Readonly<{
  /** `B`; empty where no letter was written. */
  letter: string;
  span: Span;
  /** Of the words a learner reads, without mark, letter and braces. */
  textSpan: Span;
  /** The words a learner reads. */
  content: readonly RootContent[];
  text: string;
  /** Whether it is ticked; null where there is no box, as in a match. */
  checked: boolean | null;
  /** Why it is right or wrong. Empty where nothing is said. */
  rationale: readonly RootContent[];
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;
