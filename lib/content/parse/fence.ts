import { firstInk, isNameUnit } from './line-ends';

/** A line that begins with three colons or more, behind whatever quotation or list markers. */
export type FenceLine = Readonly<{
  /** Offset of the first colon, and of the end of the line without its line end. */
  start: number;
  end: number;
  colons: number;
  /** Nothing but colons and blanks. */
  closing: boolean;
}>;

/** Three colons or more at the beginning of a line's own text. */
export type Fence = Readonly<{
  /** Offsets in the source. */
  start: number;
  end: number;
  before: string;
  colons: number;
  closing: boolean;
  /** A name follows at once. */
  opening: boolean;
}>;

/** What may stand before a line's own text: indentation, quotation and list markers. */
export const MARKERS = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*/;

/** The fence on a line; `ink` is where its own text begins, or -1 where markers stand before it. */
export function fenceOf(source: string, line: string, start: number, ink: number, end: number): Fence | null {
  if (!line.includes(':::')) return null;
  const from = ink >= 0 ? ink : start + (MARKERS.exec(line)?.[0].length ?? 0);
  let after = from;
  while (after < end && source.charCodeAt(after) === COLON) after += 1;
  if (after - from < 3) return null;
  return {
    start: from,
    end,
    before: line.slice(0, from - start),
    colons: after - from,
    closing: firstInk(source, after, end) === end,
    opening: after < end && (isNameUnit(source.charCodeAt(after)) || source[after] === '_'),
  };
}

const COLON = 0x3a;
