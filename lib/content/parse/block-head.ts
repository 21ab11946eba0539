import { type Attribute, NO_PROBLEMS, readAttributes } from './attributes';
import { lineEnd } from './line-ends';
import type { Problem, Span } from './span';

/** The first line of a block, `:::qa{#id obj=X}`, read from the source: the tree has neither places nor duplicates. */
export type BlockHead = Readonly<{
  /** The whole line, from its first colon. */
  span: Span;
  nameSpan: Span;
  colons: number;
  attributes: readonly Attribute[];
  problems: readonly Problem[];
  /** What stands behind name and attributes and does not belong there. */
  tail: Span | null;
  /** False where the attributes could not be read to their end: then nothing may be concluded from what is missing. */
  readable: boolean;
}>;

/** Reads the head of the block `name` whose first colon stands at `start`. */
export function readBlockHead(text: string, start: number, name: string): BlockHead {
  const end = trimmedEnd(text, start, lineEnd(text, start));
  let nameStart = start;
  while (text.charCodeAt(nameStart) === COLON) nameStart += 1;
  const nameEnd = nameStart + name.length;
  const list = text.charCodeAt(nameEnd) === OPENING_BRACE ? readAttributes(text, nameEnd, end) : null;
  const readTo = list?.end ?? nameEnd;
  const tail = readTo < end ? { start: readTo, end } : null;
  const closed = list === null || list.closed;
  return {
    span: { start, end },
    nameSpan: { start: nameStart, end: nameEnd },
    colons: nameStart - start,
    attributes: list?.attributes ?? NO_ATTRIBUTES,
    problems: closed
      ? (list?.problems ?? NO_PROBLEMS)
      : [...list.problems, notClosed({ start: nameEnd, end })],
    tail,
    readable: closed && (list !== null || tail === null),
  };
}

const NO_ATTRIBUTES: readonly Attribute[] = [];

const COLON = 0x3a;
const OPENING_BRACE = 0x7b;

function notClosed(span: Span): Problem {
  return {
    span,
    message: 'The braces of this head are not closed on its line.',
    hint: 'Write all attributes on the line of the colons, between `{` and `}`.',
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}
