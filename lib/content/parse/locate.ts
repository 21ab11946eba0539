import { countUpTo, lineStarts } from './line-ends';
import type { PreparedSource } from './prepare-source';
import type { Span } from './span';

/** A range of the author's own text: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export type Range = Readonly<{ line: number; column: number; endLine: number; endColumn: number }>;

/** Turns spans of prepared text into ranges of the author's text. Lines are counted on the first call only. */
export function locator(original: string, source: PreparedSource): (span: Span) => Range {
  let starts: readonly number[] | null = null;
  const point = (offset: number): readonly [line: number, column: number] => {
    starts ??= lineStarts(original);
    const at = outOfLineEnd(original, originalOffset(original, source, offset));
    const line = countUpTo(starts, at);
    return [line, at - (starts[line - 1] ?? 0) + 1];
  };
  return (span) => {
    const [line, column] = point(span.start);
    const [endLine, endColumn] = point(Math.max(span.start, span.end));
    return { line, column, endLine, endColumn };
  };
}

/**
 * Where an offset of the prepared text stands in the author's. An added line end, and what it pushed along, stand for the
 * place in front of which it was put.
 */
export function originalOffset(original: string, source: PreparedSource, offset: number): number {
  const added = countUpTo(source.addedAt, offset - 1);
  return Math.min(original.length, Math.max(0, offset) - added + source.skipped);
}

/** No editor has a place between a carriage return and its line feed: it stands for the end of the line. */
function outOfLineEnd(text: string, offset: number): number {
  return text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset;
}
