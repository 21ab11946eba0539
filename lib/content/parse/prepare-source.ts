import { MAX_FILE_LENGTH } from '../limits';
import type { FenceLine } from './fence';
import { type FrontMatterLines, findFrontMatter } from './find-front-matter';
import { scanLines } from './scan-lines';
import type { Problem, Span } from './span';

/** A file's text made ready for the parser. Every span in this room counts in `text`. */
export type PreparedSource = Readonly<{
  /** The author's text without byte-order mark, with a line end added where the parser would swallow a fence. */
  text: string;
  /** As long as `text`; blank where the parser must not look: front matter, and what goes over a limit. */
  parserText: string;
  /** Offsets in `text` of the added line ends, ascending. */
  addedAt: readonly number[];
  /** 1 when the author's text begins with a byte-order mark. */
  skipped: 0 | 1;
  frontMatter: FrontMatterLines | null;
  /** All units but plain ASCII, in their order: an odd sign that is not among them need not be looked for in the text. */
  beyondPlain: string;
  fenceLines: readonly FenceLine[];
  overLimits: readonly Problem[];
}>;

/**
 * Reads the lines of a file once. The parser takes a fence directly under a table's row for one more row, and one under
 * the address of a link for text, and swallows everything after it, so a blank line is put between; texts on which it takes quadratic time are blanked and reported.
 */
export function prepareSource(original: string): PreparedSource {
  if (original.length > MAX_FILE_LENGTH) return refusedForLength(original.length);
  const skipped = original.charCodeAt(0) === 0xfeff ? 1 : 0;
  const beyondPlain = unitsBeyondPlain(original);
  const source = readable(original, beyondPlain).slice(skipped);
  const frontMatter = findFrontMatter(source);
  const scanned = scanLines(source, frontMatter?.after ?? 0);
  const text = withAdded(source, scanned.addedAt);
  const hidden =
    frontMatter === null ? scanned.hidden : [{ start: 0, end: frontMatter.after }, ...scanned.hidden];
  return {
    text,
    parserText: blanked(text, hidden),
    addedAt: scanned.addedAt,
    skipped,
    frontMatter,
    beyondPlain,
    fenceLines: scanned.fenceLines,
    overLimits: scanned.overLimits,
  };
}

/** With the rarest of ASCII: one range is searched in half the time that a list of odd signs would take. */
function unitsBeyondPlain(text: string): string {
  return text.match(/[^\t-~]+/g)?.join('') ?? '';
}

const UNREADABLE = /[\0\ud800-\udfff]/;

/**
 * NUL and halves of surrogate pairs cannot stand in a tree, and neither the parser nor YAML takes a lone carriage
 * return for a line end everywhere. Each is replaced one for one, so offsets stay.
 */
function readable(text: string, beyondPlain: string): string {
  const wellFormed = UNREADABLE.test(beyondPlain) ? text.toWellFormed().replaceAll('\0', '\ufffd') : text;
  return wellFormed.includes('\r') ? wellFormed.replace(/\r(?!\n)/g, '\n') : wellFormed;
}

function refusedForLength(length: number): PreparedSource {
  const message = `This file has ${length} characters; at most ${MAX_FILE_LENGTH} are read.`;
  const hint = 'Divide it: a deck may have any number of files.';
  return {
    text: '',
    parserText: '',
    addedAt: [],
    skipped: 0,
    frontMatter: null,
    beyondPlain: '',
    fenceLines: [],
    overLimits: [{ span: { start: 0, end: 0 }, message, hint }],
  };
}

function withAdded(source: string, addedAt: readonly number[]): string {
  if (addedAt.length === 0) return source;
  const pieces: string[] = [];
  let copied = 0;
  for (const [count, offset] of addedAt.entries()) {
    pieces.push(source.slice(copied, offset - count));
    copied = offset - count;
  }
  pieces.push(source.slice(copied));
  return pieces.join('\n');
}

function blanked(text: string, hidden: readonly Span[]): string {
  if (hidden.length === 0) return text;
  const pieces: string[] = [];
  let copied = 0;
  for (const span of hidden) {
    pieces.push(text.slice(copied, span.start), text.slice(span.start, span.end).replace(/[^\r\n]/g, ' '));
    copied = span.end;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}
