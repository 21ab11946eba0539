import type { FileFacts } from './facts';
import { MARKERS } from './fence';
import { endOf, type Node, spanOf, startOf } from './markdown';
import { insideOneOf, type Span } from './span';
import { walk } from './walk';

/** Blanks that came along from elsewhere, and what should stand in their place: one blank, or nothing. */
export type OddBlanks = Readonly<{ span: Span; mended: '' | ' ' }>;

/**
 * No-break and zero-width characters, and several blanks between two words of a line. Code, maths, HTML and addresses
 * keep theirs; so do joiners, of which letters and emoji are made. The front matter may hold several blanks.
 */
export function oddBlanksIn(file: FileFacts): readonly OddBlanks[] {
  const { text } = file.source;
  const hasForeign = ANY_FOREIGN.test(file.source.beyondPlain);
  if (!hasForeign && !SEVERAL.test(text)) return [];
  const found = readTree(file);
  const isKept = insideOneOf(found.kept);
  const foreign = hasForeign ? foreignBlanks(text).filter(({ span }) => !isKept(span.start)) : [];
  const several = found.texts.flatMap((span) => severalBlanks(text, span));
  return [...foreign, ...several].sort((a, b) => a.span.start - b.span.start);
}

/** No-break spaces (plain, narrow, of a figure's width); zero-width space, word joiner and byte-order mark. */
const FOREIGN = ['\u00a0', '\u202f', '\u2007', '\u200b', '\u2060', '\ufeff'];
const ANY_FOREIGN = /[\u00a0\u202f\u2007\u200b\u2060\ufeff]/;
const FOREIGN_RUN = /[\u00a0\u202f\u2007\u200b\u2060\ufeff][ \t\u00a0\u202f\u2007\u200b\u2060\ufeff]*/g;
const WIDE = /[ \t\u00a0\u202f\u2007]/;
/** Most texts with several blanks in a row have them in tables alone, and need no walk. */
const SEVERAL = /[^\s|] {2,}[^\s|]/;

type Found = { readonly texts: Span[]; readonly kept: Span[] };

function readTree({ source, blocks, prose }: FileFacts): Found {
  const texts: Span[] = [];
  const kept: Span[] = source.overLimits.map(({ span }) => span);
  walk([...prose, ...blocks.flatMap(({ children }) => children)], (node) => {
    if (node.type === 'text') texts.push(spanOf(node));
    else if (KEPT.has(node.type)) kept.push(spanOf(node));
    else if (node.type === 'link') kept.push({ start: labelEnd(node), end: endOf(node) });
    else if (node.type === 'image') kept.push({ start: addressStart(source.text, node), end: endOf(node) });
  });
  return { texts, kept: [...kept].sort((a, b) => a.start - b.start || a.end - b.end) };
}

const KEPT: ReadonlySet<Node['type']> = new Set([
  'code',
  'inlineCode',
  'math',
  'inlineMath',
  'html',
  'definition',
]);

function labelEnd(link: Extract<Node, { type: 'link' }>): number {
  const last = link.children.at(-1);
  return last === undefined ? startOf(link) : endOf(last);
}

/** Where the address of a picture begins, behind what it shows; its end where it has none of its own, `![a][b]`. */
function addressStart(text: string, image: Extract<Node, { type: 'image' }>): number {
  const start = text.lastIndexOf('](', endOf(image));
  return start < startOf(image) ? endOf(image) : start;
}

/** A run that holds a foreign character: nothing at either end of a line, where it would indent; else one blank. */
function foreignBlanks(text: string): readonly OddBlanks[] {
  return [...text.matchAll(FOREIGN_RUN)].map(({ index, 0: run }) => {
    let start = index;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
    const end = index + run.length;
    const atEdge = isLineEnd(text[start - 1]) || isLineEnd(text[end]);
    const wide = WIDE.test(text.slice(start, end));
    return { span: { start, end }, mended: wide && !atEdge ? ' ' : '' };
  });
}

/** Runs of plain blanks between two words of a line. Blanks that indent, end a line or widen a cell mean something. */
function severalBlanks(text: string, { start, end }: Span): readonly OddBlanks[] {
  const written = text.slice(start, end);
  if (!written.includes('  ')) return [];
  return [...written.matchAll(/ {2,}/g)].flatMap(({ index, 0: run }) => {
    const span = { start: start + index, end: start + index + run.length };
    const [before, after] = [text[span.start - 1], text[span.end]];
    if (EDGES.has(before) || EDGES.has(after) || isForeign(before) || isForeign(after)) return [];
    const line = text.slice(text.lastIndexOf('\n', span.start) + 1, span.start);
    return (MARKERS.exec(line)?.[0].length ?? 0) === line.length ? [] : [{ span, mended: ' ' as const }];
  });
}

const EDGES: ReadonlySet<string | undefined> = new Set([undefined, '\n', '\r', '|', ' ', '\t']);

function isForeign(unit: string | undefined): boolean {
  return unit !== undefined && FOREIGN.includes(unit);
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === undefined || unit === '\n' || unit === '\r';
}
