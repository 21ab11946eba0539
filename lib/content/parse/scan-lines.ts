import { MAX_BLOCK_LENGTH, MAX_MARKER_DEPTH } from '../limits';
import { type Fence, type FenceLine, fenceOf, MARKERS } from './fence';
import { firstInk, lineEnd, nextLine } from './line-ends';
import { costOf } from './paragraph-cost';
import type { Problem, Span } from './span';

/** What one pass over the lines found. Offsets count in the text with the added line ends. */
export type ScannedLines = Readonly<{
  addedAt: readonly number[];
  fenceLines: readonly FenceLine[];
  /** What the parser must not be given. */
  hidden: readonly Span[];
  overLimits: readonly Problem[];
}>;

/** The state of the pass: which containers and which code are open, and what the current paragraph has cost so far. */
type Scan = {
  readonly addedAt: number[];
  readonly fenceLines: FenceLine[];
  readonly hidden: Span[];
  readonly overLimits: Problem[];
  /** Colon counts of the open containers, outermost first. */
  containers: number[];
  code: OpenCode | null;
  paragraph: Paragraph | null;
  /** A line like a table's delimiter row, or like the address of a link, was seen since the last blank line. */
  maySwallow: boolean;
};
type OpenCode = Readonly<{ fence: string; indent: number; quoted: boolean }>;
type Paragraph = { readonly start: number; end: number };

const CODE = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?=[^`]*$)|~{3,}|\${2,}(?=[^$]*$))(.*)$/;
const DELIMITER_ROW = /^[ \t>]*[|:-][ \t|:>-]*$/;
/** `[name]: address`. */
const DEFINITION = /^[ \t>]*\[[^\]]{1,999}\]:/;

/** Reads the lines of `source` from `from` on: what to add, what to hide and where the fences stand. */
export function scanLines(source: string, from: number): ScannedLines {
  const scan: Scan = {
    addedAt: [],
    fenceLines: [],
    hidden: [],
    overLimits: [],
    containers: [],
    code: null,
    paragraph: null,
    maySwallow: false,
  };
  for (let offset = from; offset < source.length; ) {
    const end = lineEnd(source, offset);
    readLine(scan, source, offset, end);
    offset = nextLine(source, end);
  }
  endParagraph(scan, source);
  return scan;
}

function readLine(scan: Scan, source: string, start: number, end: number): void {
  const ink = firstInk(source, start, end);
  if (ink === end) {
    endParagraph(scan, source);
    scan.maySwallow = false;
    return;
  }
  // The first sign decides what a line can be at all: most begin with a letter and need no expression.
  const first = source.charCodeAt(ink);
  const isMarker = MARKER_SIGNS[first] === 1;
  const isShort = end - start <= MAX_BLOCK_LENGTH;
  const line = isShort && (isMarker || MARKUP_SIGNS[first] === 1) ? source.slice(start, end) : '';
  const fence = line === '' ? null : fenceOf(source, line, start, isMarker ? -1 : ink, end);
  if (readCode(scan, source, line, fence)) {
    if (fence !== null) noteFence(scan, fence);
    return;
  }
  if (fence !== null && readFence(scan, source, fence)) return;
  if (line !== '' && (DELIMITER_ROW.test(line) || DEFINITION.test(line))) scan.maySwallow = true;
  if (isMarker && markerDepth(line) > MAX_MARKER_DEPTH) {
    const added = scan.addedAt.length;
    endParagraph(scan, source);
    const message = `More than ${MAX_MARKER_DEPTH} quotation or list markers stand on one line.`;
    refuse(scan, { start: start + added, end: end + added }, message);
    return;
  }
  scan.paragraph ??= { start, end };
  scan.paragraph.end = end;
}

/** What a quotation or a list item begins with: `>`, `-`, `*`, `+` and digits. */
const MARKER_SIGNS = byUnit('>-*+0123456789');
const MARKUP_SIGNS = byUnit('`~$:|[');

/** By units, 1 for those of `signs`, which are of ASCII. */
function byUnit(signs: string): Uint8Array {
  const found = new Uint8Array(0x80);
  for (const sign of signs) found[sign.charCodeAt(0)] = 1;
  return found;
}

/** Whether the line belongs to fenced code or maths, where colons are only text. */
function readCode(scan: Scan, source: string, line: string, fence: Fence | null): boolean {
  if (scan.code !== null && fence !== null && endsCode(scan.code, fence.before)) scan.code = null;
  // Behind markers stand either colons or what opens code.
  if (fence !== null) return scan.code !== null;
  if (!line.includes('```') && !line.includes('~~~') && !line.includes('$$')) return scan.code !== null;
  const match = CODE.exec(line);
  if (scan.code === null) {
    if (match === null) return false;
    const [, before = '', marks = ''] = match;
    scan.code = { fence: marks, indent: before.length, quoted: before.includes('>') };
    endParagraph(scan, source);
    return true;
  }
  if (match?.[2]?.startsWith(scan.code.fence) && match[3]?.trim() === '') scan.code = null;
  return true;
}

/** A fence to the left of code that stands in a list or a quotation has left that list or quotation, and the code. */
function endsCode(code: OpenCode, before: string): boolean {
  return (code.indent >= 2 && before.length < code.indent) || (code.quoted && !before.includes('>'));
}

/** Whether the fence opens or closes a block at the margin; then a line end is put before it where what stands above may swallow it. */
function readFence(scan: Scan, source: string, fence: Fence): boolean {
  const { before, colons, closing, opening } = fence;
  const atMargin = before.length <= 3 && before.trim() === '';
  const closes = atMargin && closing ? scan.containers.findIndex((count) => count <= colons) : -1;
  const opens = atMargin && opening;
  if (closes < 0 && !opens) {
    noteFence(scan, fence);
    return false;
  }
  endParagraph(scan, source);
  if (scan.maySwallow) scan.addedAt.push(fence.start - before.length + scan.addedAt.length);
  scan.maySwallow = false;
  noteFence(scan, fence);
  if (opens) scan.containers.push(colons);
  else scan.containers.length = closes;
  return true;
}

function noteFence(scan: Scan, { start, end, colons, closing }: Fence): void {
  const added = scan.addedAt.length;
  scan.fenceLines.push({ start: start + added, end: end + added, colons, closing });
}

function markerDepth(line: string): number {
  if (line.length <= MAX_MARKER_DEPTH || !/^[ \t\d>*+.)-]{17}/.test(line)) return 0;
  // A rule drawn as `- - - -` is no list, however long.
  if (/^[-* \t]*$/.test(line)) return 0;
  return (MARKERS.exec(line)?.[0] ?? '').replace(/[ \t\d]/g, '').length;
}

/** Judges the paragraph that ends here. No line end is ever added inside one, so its places shift together. */
function endParagraph(scan: Scan, source: string): void {
  const { paragraph } = scan;
  scan.paragraph = null;
  if (paragraph === null) return;
  const message = costOf(source, paragraph);
  const added = scan.addedAt.length;
  if (message !== null) refuse(scan, { start: paragraph.start + added, end: paragraph.end + added }, message);
}

function refuse(scan: Scan, span: Span, message: string): void {
  scan.hidden.push(span);
  scan.overLimits.push({ span, message, hint: 'Divide it with blank lines or blocks, or make it simpler.' });
}
