import type { Heading as HeadingNode, RootContent } from 'mdast';
import type { Attribute } from './attributes';
import type { BlockHead } from './block-head';
import type { TextDirective } from './markdown';
import type { Problem, Span } from './span';

/** A block at the margin, `:::kind{…}` to `:::`. */
export type Block = Readonly<{
  kind: string;
  head: BlockHead;
  span: Span;
  /** False where no closing fence was found, or the next block begins before it. */
  closed: boolean;
  /** The id as written, valid or not; null where there is none. */
  id: Attribute | null;
  children: readonly RootContent[];
  /** The children between rules of hyphens. */
  parts: readonly (readonly RootContent[])[];
  /** In reading order; empty in anything but a cloze. */
  deletions: readonly Deletion[];
  /** The heading above the block in its file. */
  heading: Heading | null;
}>;

/** `:c1[text]{hint="…"}` in a cloze, or what was meant as one. */
export type Deletion = Readonly<{
  node: TextDirective;
  span: Span;
  /** `empty`: brackets without text; `none`: no brackets at all. */
  label: 'text' | 'empty' | 'none';
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;

/** A heading of the notes. */
export type Heading = Readonly<{
  node: HeadingNode;
  span: Span;
  /** Plain text without the braces at its end. */
  title: string;
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;
