import { MAX_BLOCK_LENGTH, MAX_COLONS, MAX_LABEL_DEPTH, MAX_MARKER_DEPTH } from '../limits';
import { lineEnd, nextLine } from './line-ends';
import type { Problem, Span } from './span';

/** A line that begins with three colons or more, behind whatever quotation or list markers. */
export type FenceLine = Readonly<{
  /** Offset of the first colon, and of the end of the line without its line end. */
  start: number;
  end: number;
  colons: number;
  /** Nothing but colons and blanks. */
  closing: boolean;
}>;

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
  /** A line like a table's delimiter row was seen since the last blank line. */
  mayBeTable: boolean;
};
type OpenCode = Readonly<{ fence: string; indent: number; quoted: boolean }>;
type Paragraph = { start: number; end: number; colons: number; depth: number; deepest: number };

const FENCE = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(:{3,})(.*)$/;
const CODE = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?=[^`]*$)|~{3,}|\${2,}(?=[^$]*$))(.*)$/;
const DELIMITER_ROW = /^[ \t>]*[|:-][ \t|:>-]*$/;
const MARKERS = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*/;

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
    mayBeTable: false,
  };
  for (let offset = from; offset < source.length; ) {
    const end = lineEnd(source, offset);
    readLine(scan, source, offset, end);
    offset = nextLine(source, end);
  }
  endParagraph(scan);
  return scan;
}

function readLine(scan: Scan, source: string, start: number, end: number): void {
  const first = source.charCodeAt(firstInk(source, start, end));
  if (Number.isNaN(first) || first === 0x0a || first === 0x0d) {
    endParagraph(scan);
    scan.mayBeTable = false;
    return;
  }
  // A line that begins with a letter is neither a fence nor a marker: most lines need no expression at all.
  const line =
    first >= 0x41 && first !== 0x60 && first !== 0x7c && first !== 0x7e ? '' : source.slice(start, end);
  const fence = line.includes(':::') ? FENCE.exec(line) : null;
  if (readCode(scan, line, fence !== null)) {
    if (fence !== null) noteFence(scan, fence, start);
    return;
  }
  if (fence !== null && readFence(scan, fence, start)) return;
  if (line !== '') {
    if (DELIMITER_ROW.test(line)) scan.mayBeTable = true;
    if (markerDepth(line) > MAX_MARKER_DEPTH) {
      const span = { start: start + scan.addedAt.length, end: end + scan.addedAt.length };
      endParagraph(scan);
      refuse(scan, span, `More than ${MAX_MARKER_DEPTH} quotation or list markers stand on one line.`);
      return;
    }
  }
  addToParagraph(scan, source, start, end);
}

function firstInk(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && (source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09)) at += 1;
  return at;
}

/** Whether the line belongs to fenced code or maths, where colons are only text. */
function readCode(scan: Scan, line: string, isFence: boolean): boolean {
  if (scan.code !== null && isFence && endsCode(scan.code, line)) scan.code = null;
  if (line === '') return scan.code !== null;
  const match = CODE.exec(line);
  if (scan.code === null) {
    if (match === null) return false;
    const [, before = '', fence = ''] = match;
    scan.code = { fence, indent: before.length, quoted: before.includes('>') };
    endParagraph(scan);
    return true;
  }
  if (match?.[2]?.startsWith(scan.code.fence) && match[3]?.trim() === '') scan.code = null;
  return true;
}

/** A fence to the left of code that stands in a list or a quotation has left that list or quotation, and the code. */
function endsCode(code: OpenCode, line: string): boolean {
  const before = MARKERS.exec(line)?.[0] ?? '';
  return (code.indent >= 2 && before.length < code.indent) || (code.quoted && !before.includes('>'));
}

function readFence(scan: Scan, match: RegExpExecArray, start: number): boolean {
  const [, before = '', colons = '', rest = ''] = match;
  const atMargin = before.length <= 3 && before.trim() === '';
  if (!atMargin) {
    noteFence(scan, match, start);
    return false;
  }
  const closing = rest.trim() === '';
  const closes = closing ? scan.containers.findIndex((count) => count <= colons.length) : -1;
  const opens = /^[\w-]/.test(rest);
  if (closes < 0 && !opens) {
    noteFence(scan, match, start);
    return false;
  }
  if (scan.mayBeTable) scan.addedAt.push(start + scan.addedAt.length);
  noteFence(scan, match, start);
  endParagraph(scan);
  scan.mayBeTable = false;
  if (opens) scan.containers.push(colons.length);
  else scan.containers.length = closes;
  return true;
}

function noteFence(scan: Scan, match: RegExpExecArray, start: number): void {
  const [line, before = '', colons = '', rest = ''] = match;
  const offset = start + scan.addedAt.length;
  scan.fenceLines.push({
    start: offset + before.length,
    end: offset + line.length,
    colons: colons.length,
    closing: rest.trim() === '',
  });
}

function markerDepth(line: string): number {
  const markers = MARKERS.exec(line)?.[0] ?? '';
  // A rule drawn as `- - - -` is no list, however long.
  if (markers.length <= MAX_MARKER_DEPTH || /^[-* \t]*$/.test(line)) return 0;
  return markers.replace(/[ \t\d]/g, '').length;
}

function addToParagraph(scan: Scan, source: string, start: number, end: number): void {
  const added = scan.addedAt.length;
  scan.paragraph ??= { start: start + added, end, colons: 0, depth: 0, deepest: 0 };
  const paragraph = scan.paragraph;
  paragraph.end = end + added;
  for (let at = start; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x3a) paragraph.colons += 1;
    else if (code === 0x5b && isNameUnit(source.charCodeAt(at - 1))) {
      paragraph.depth += 1;
      paragraph.deepest = Math.max(paragraph.deepest, paragraph.depth);
    } else if (code === 0x5d && paragraph.depth > 0) paragraph.depth -= 1;
  }
}

/** Whether a bracket after this unit may be the label of a directive, `:c1[`. */
function isNameUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function endParagraph(scan: Scan): void {
  const { paragraph } = scan;
  scan.paragraph = null;
  if (paragraph === null) return;
  const { start, end, colons, deepest } = paragraph;
  if (end - start > MAX_BLOCK_LENGTH)
    refuse(
      scan,
      { start, end },
      `This paragraph has ${end - start} characters; at most ${MAX_BLOCK_LENGTH} are read.`,
    );
  else if (colons > MAX_COLONS)
    refuse(scan, { start, end }, `This paragraph has ${colons} colons; at most ${MAX_COLONS} are read.`);
  else if (deepest > MAX_LABEL_DEPTH)
    refuse(scan, { start, end }, `Brackets stand more than ${MAX_LABEL_DEPTH} deep in one another.`);
}

function refuse(scan: Scan, span: Span, message: string): void {
  scan.hidden.push(span);
  scan.overLimits.push({ span, message, hint: 'Divide it with blank lines or blocks, or make it simpler.' });
}
