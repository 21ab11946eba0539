import type { RootContent } from 'mdast';
import { type Attribute, readAttributes } from './attributes';
import { endOf, type LeafDirective, spanOf, startOf } from './markdown';
import type { Problem, Span } from './span';

/** `::widget{name=…}`: a place in the notes where something to play with stands. */
export type Widget = Readonly<{
  node: LeafDirective;
  span: Span;
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;

/** The widgets among the nodes of the notes, in reading order. One inside a list or a card is not among them. */
export function readWidgets(text: string, prose: readonly RootContent[]): readonly Widget[] {
  const widgets: Widget[] = [];
  for (const node of prose)
    if (node.type === 'leafDirective' && node.name === 'widget') widgets.push(readWidget(text, node));
  return widgets;
}

/** The attributes are read from the source as those of blocks are. */
function readWidget(text: string, node: LeafDirective): Widget {
  const span = spanOf(node);
  const nameEnd = startOf(node) + '::widget'.length;
  const labelled = text[nameEnd] === '[';
  const open = labelled ? text.indexOf('{', endOf(node.children.at(-1) ?? node)) : nameEnd;
  const problems: Problem[] = [];
  if (labelled)
    problems.push({ span, message: 'A widget has no text in brackets.', hint: 'Write `::widget{name=…}`.' });
  if (open < 0 || open >= span.end || text[open] !== '{') return { node, span, attributes: [], problems };
  const list = readAttributes(text, open, span.end);
  return { node, span, attributes: list.attributes, problems: [...problems, ...list.problems] };
}
