import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { isComment } from '../render/render-html';
import type { Attribute } from './attributes';
import { spanOf } from './markdown';
import { withoutKeyPoint } from './read-key-point';
import type { Problem, Span } from './span';
import { readTrailingBraces } from './trailing-braces';

/** A list item of a case, an option or a stem, divided into what the format gives it. */
export type Entry = Readonly<{
  node: ListItem;
  /** Of a numbered list. */
  ordered: boolean;
  span: Span;
  /** What stands above its quotation, without the braces. */
  head: readonly RootContent[];
  attributes: readonly Attribute[];
  problems: readonly Problem[];
  /** What its quotation says. */
  rationale: readonly RootContent[];
  /** What stands under the quotation. */
  below: readonly RootContent[];
  /** The beginning of the case's key point, where it was written directly under this entry and was read as part of it. */
  swallowed: Paragraph | null;
}>;

/** The entries of a list. */
export function readEntries(text: string, list: List): readonly Entry[] {
  return list.children.map((node) => readEntry(text, node, list.ordered === true));
}

function readEntry(text: string, node: ListItem, ordered: boolean): Entry {
  const children: readonly RootContent[] = node.children.filter(
    (child) => child.type !== 'html' || !isComment(child.value),
  );
  const quoted = children.findIndex((child) => child.type === 'blockquote');
  const entry = { node, ordered, span: spanOf(node) };
  if (quoted < 0) {
    const { content, swallowed } = withoutKeyPoint(children);
    return { ...entry, ...withoutBraces(text, content), rationale: [], below: [], swallowed };
  }
  const rest = children.slice(quoted);
  const said = rest.flatMap((child) => (child.type === 'blockquote' ? child.children : []));
  const { content: rationale, swallowed } = withoutKeyPoint(said);
  const below = rest.filter((child) => child.type !== 'blockquote');
  return { ...entry, ...withoutBraces(text, children.slice(0, quoted)), rationale, below, swallowed };
}

/** Braces may end any paragraph of the head; the first pair counts. */
function withoutBraces(
  text: string,
  head: readonly RootContent[],
): Pick<Entry, 'head' | 'attributes' | 'problems'> {
  for (const [index, node] of head.entries()) {
    if (node.type !== 'paragraph') continue;
    const { content, attributes, problems } = readTrailingBraces(text, node.children);
    if (content === node.children) continue;
    const cut = { ...node, children: content } as Paragraph;
    return { head: head.with(index, cut), attributes, problems };
  }
  return { head, attributes: [], problems: [] };
}
