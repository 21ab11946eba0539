import { countUpTo } from '../parse/line-ends';
import { endOf, type Node, startOf } from '../parse/markdown';
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
  const text = new Pieces();
  let hiddenUntil = -1;
  walk(nodes, (node) => {
    if (startOf(node) < hiddenUntil) return;
    if (leaveOut.has(node.type)) hiddenUntil = endOf(node);
    else if (node.type === 'text') addLines(text, node.value, startOf(node), source.slice(startOf(node), endOf(node)));
    else if (node.type === 'inlineCode' || node.type === 'inlineMath') text.add(node.value, startOf(node), endOf(node));
    else if (node.type === 'break') text.add(' ', startOf(node), endOf(node));
    else if (!INLINE.has(node.type)) text.endLine(startOf(node));
  });
  return text.located();
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
function addLines(text: Pieces, value: string, start: number, written: string): void {
  if (written === value) return text.add(value, start, start + written.length, true);
  let cursor = 0;
  for (const [index, line] of value.split('\n').entries()) {
    if (index > 0) text.add(' ', start + cursor, start + cursor);
    const at = cursor < 0 ? -1 : written.indexOf(line, cursor);
    if (at < 0) return text.add(value.split('\n').slice(index).join(' '), start + cursor, start + written.length);
    text.add(line, start + at, start + at + line.length, true);
    cursor = at + line.length;
  }
}

/** Pieces of text with the places they came from. */
class Pieces {
  #text = '';
  readonly #starts: number[] = [];
  readonly #spans: (Span & Readonly<{ exact: boolean }>)[] = [];

  add(value: string, start: number, end: number, exact = false): void {
    if (value === '') return;
    this.#starts.push(this.#text.length);
    this.#spans.push({ start, end, exact });
    this.#text += value.replace(/[^\S ]/g, ' ');
  }

  endLine(at: number): void {
    if (this.#text === '' || this.#text.endsWith('\n')) return;
    this.#starts.push(this.#text.length);
    this.#spans.push({ start: at, end: at, exact: true });
    this.#text += '\n';
  }

  located(): LocatedText {
    const place = (offset: number, isEnd: boolean): number => {
      const index = countUpTo(this.#starts, isEnd ? offset - 1 : offset) - 1;
      const span = this.#spans[index];
      if (span === undefined) return 0;
      if (!span.exact) return isEnd ? span.end : span.start;
      return Math.min(span.end, span.start + offset - (this.#starts[index] ?? 0));
    };
    return {
      text: this.#text,
      spanOf: (start, end) => {
        const from = place(start, false);
        return { start: from, end: Math.max(from, end > start ? place(end, true) : from) };
      },
    };
  }
}
