import { lineEnd, nextLine } from './line-ends';
import type { Span } from './span';

/** Where the front matter of a file stands. */
export type FrontMatterLines = Readonly<{
  /** The YAML between the two lines of hyphens. */
  yaml: Span;
  /** Where the Markdown begins; for front matter that is never closed, right after its first line. */
  after: number;
  closed: boolean;
}>;

const FENCE = /^---[ \t]*$/;
const KEY = /^["']?[A-Za-z][\w-]*["']?[ \t]*:(?:[ \t]|$)/;

/** The front matter that begins on the very first line, or null where a file has none. */
export function findFrontMatter(text: string): FrontMatterLines | null {
  const firstEnd = lineEnd(text, 0);
  if (!FENCE.test(text.slice(0, firstEnd))) return null;
  const start = nextLine(text, firstEnd);
  for (let offset = start; offset < text.length; ) {
    const end = lineEnd(text, offset);
    const after = nextLine(text, end);
    if (FENCE.test(text.slice(offset, end)))
      return { yaml: { start, end: offset }, after: end, closed: true };
    offset = after;
  }
  // A file of notes may begin with a rule of hyphens; one that goes on like YAML was meant as front matter.
  const looksMeant = KEY.test(text.slice(start, lineEnd(text, start)));
  return looksMeant ? { yaml: { start, end: start }, after: firstEnd, closed: false } : null;
}
