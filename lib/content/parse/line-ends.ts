const CARRIAGE_RETURN = 0x0d;

/**
 * The offset of the line end (LF or CRLF) at or after `offset`; the text's length on the last line. Of prepared text:
 * there a carriage return stands only before a line feed.
 */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
}

/** The offset of the line after the one that ends at `end`; the text's length when there is none. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === CARRIAGE_RETURN ? end + 2 : end + 1;
}

/** The offsets at which the lines of any `text` begin (behind LF, CRLF or CR), ascending; the first is 0. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

/** How many of the ascending `values` are at most `limit`: a binary search. */
export function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset of the first unit from `start` on that is no blank; `end` where there is none. */
export function firstInk(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && (source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09)) at += 1;
  return at;
}

/** Whether a unit may end or begin the name of a directive (`:c1[`): an ASCII letter or digit. */
export function isNameUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
