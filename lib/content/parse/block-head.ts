import { type Attribute, readAttributes } from './attributes';
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
  let colons = 0;
  while (text[start + colons] === ':') colons += 1;
  const nameSpan = { start: start + colons, end: start + colons + name.length };
  const span = { start, end };
  const base = { span, nameSpan, colons };
  if (text[nameSpan.end] !== '{') {
    const tail = nameSpan.end < end ? { start: nameSpan.end, end } : null;
    return { ...base, attributes: [], problems: [], tail, readable: tail === null };
  }
  const list = readAttributes(text, nameSpan.end, end);
  const { attributes } = list;
  if (!list.closed) {
    const problem = {
      span: { start: nameSpan.end, end },
      message: 'The braces of this head are not closed on its line.',
      hint: 'Write all attributes on the line of the colons, between `{` and `}`.',
    };
    return { ...base, attributes, problems: [...list.problems, problem], tail: null, readable: false };
  }
  const tail = list.end < end ? { start: list.end, end } : null;
  return { ...base, attributes, problems: list.problems, tail, readable: true };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}
