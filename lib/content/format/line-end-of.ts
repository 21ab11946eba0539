import { lineEnd, nextLine } from '../parse/line-ends';

/** How the lines of a text end: as its first one does, LF where there is none. */
export function lineEndOf(original: string): string {
  const end = lineEnd(original, 0);
  return end === original.length ? '\n' : original.slice(end, nextLine(original, end));
}
