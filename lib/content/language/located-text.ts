import { countUpTo } from '../parse/line-ends';
import { type Node, spanOf, startOf } from '../parse/markdown';
import type { Span } from '../parse/span';
import { walk } from '../parse/walk';

/** The words of a stretch of Markdown, and where each of them stands in its file. */
export type LocatedText = Readonly<{
  /** Without markup; a line end between paragraphs, items and cells, a plain blank for any other. */
  text: string;
  /** Where `text.slice(start, end)` was written; the whole piece of text where it was written with escapes. */
  spanOf: (start: number, end: number) => Span;
}>;

/** The text of `nodes`, which stand in `source`. Pictures, HTML and what `leaveOut` names are left out. */
export function locatedText(
  nodes: readonly Node[],
  source: string,
  leaveOut: ReadonlySet<string> = NOTHING,
): LocatedText {
  const pieces = newPieces();
  let hiddenUntil = -1;
  walk(nodes, (node) => {
    if (startOf(node) < hiddenUntil) return;
    const span = spanOf(node);
    if (leaveOut.has(node.type)) hiddenUntil = span.end;
    else if (node.type === 'text')
      addLines(pieces, node.value, span.start, source.slice(span.start, span.end));
    else if (node.type === 'inlineCode' || node.type === 'inlineMath') pieces.add(node.value, span, false);
    else if (node.type === 'break') pieces.add(' ', span, false);
    else if (!INLINE.has(node.type)) pieces.endLine(span.start);
  });
  return pieces.located();
}

const NOTHING: ReadonlySet<string> = new Set();

const INLINE: ReadonlySet<string> = new Set([
  ...['emphasis', 'strong', 'delete', 'link', 'linkReference', 'textDirective'],
  ...['image', 'imageReference', 'html', 'footnoteReference'],
]);

/**
 * A text node that runs over several lines leaves out what stands before each of them (indentation, `>`), so its lines
 * are looked up one by one. A line that cannot be found was written with escapes: it and the rest stand for themselves.
 */
function addLines(pieces: Pieces, value: string, start: number, written: string): void {
  if (written === value) {
    pieces.add(value, { start, end: start + written.length }, true);
    return;
  }
  const lines = value.split('\n');
  let cursor = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0) pieces.add(' ', { start: start + cursor, end: start + cursor }, true);
    const at = written.indexOf(line, cursor);
    if (at < 0) {
      const from = start + cursor + written.slice(cursor).search(/\S|$/);
      pieces.add(lines.slice(index).join(' '), { start: from, end: start + written.length }, false);
      return;
    }
    pieces.add(line, { start: start + at, end: start + at + line.length }, true);
    cursor = at + line.length;
  }
}

type Pieces = Readonly<{
  /** Adds text that was written at `span`: unit for unit where `exact`, otherwise with escapes. */
  add: (value: string, span: Span, exact: boolean) => void;
  endLine: (at: number) => void;
  located: () => LocatedText;
}>;

function newPieces(): Pieces {
  let text = '';
  let atLineStart = true;
  const starts: number[] = [];
  const spans: (Span & Readonly<{ exact: boolean }>)[] = [];
  const put = (value: string, span: Span, exact: boolean) => {
    starts.push(text.length);
    spans.push({ ...span, exact });
    text += value;
    atLineStart = value.endsWith('\n');
  };
  const place = (offset: number, isEnd: boolean): number => {
    const index = countUpTo(starts, isEnd ? offset - 1 : offset) - 1;
    const span = spans[index];
    if (span === undefined) return 0;
    if (!span.exact) return isEnd ? span.end : span.start;
    return Math.min(span.end, span.start + offset - (starts[index] ?? 0));
  };
  return {
    add: (value, span, exact) => {
      if (value !== '') put(value.replace(/[^\S ]/g, ' '), span, exact);
    },
    endLine: (at) => {
      if (!atLineStart) put('\n', { start: at, end: at }, true);
    },
    located: () => ({
      text,
      spanOf: (start, end) => {
        const from = place(start, false);
        return { start: from, end: Math.max(from, end > start ? place(end, true) : from) };
      },
    }),
  };
}
