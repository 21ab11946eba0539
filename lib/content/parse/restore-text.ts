import type { Image, ImageReference, RootContent, Text } from 'mdast';
import { markdownToMdast } from 'satteri';
import { plainText } from '../render/plain-text';
import { endOf, type Node, startOf, type TextDirective } from './markdown';
import { isClozeKey } from './read-deletions';

/**
 * Puts back as text what the parser took for directives: `10:30`, `HLA:DR3`, `1:100`. Only a deletion, `:c1`, is one;
 * of the others every unit comes back from the source, and what stood in their brackets stays as it was read.
 */
export function restoreText(parent: Node, source: string): void {
  if (!('children' in parent)) return;
  const children: readonly RootContent[] = parent.children;
  if (!children.some(isOnlyText)) return;
  const restored = children.flatMap((child) => (isOnlyText(child) ? asText(child, source) : [child]));
  (parent as { children: RootContent[] }).children = restored;
}

function isOnlyText(node: Node): node is TextDirective {
  return node.type === 'textDirective' && !isClozeKey(node.name);
}

function asText(node: TextDirective, source: string): RootContent[] {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return [textAt(source, startOf(node), endOf(node))];
  return [
    textAt(source, startOf(node), startOf(first)),
    ...node.children,
    textAt(source, endOf(last), endOf(node)),
  ];
}

function textAt(source: string, start: number, end: number): Text {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return {
    type: 'text',
    value: source.slice(start, end),
    position: { start: point(start), end: point(end) },
  };
}

/** Puts back what a picture's description lost in the same way: there it is dropped without a trace. */
export function restoreDescription(image: Image | ImageReference, source: string): void {
  const label = source.slice(startOf(image) + 2, labelEnd(source, startOf(image) + 2, endOf(image)));
  if (label.includes(':')) image.alt = plainText([markdownToMdast(label, { position: false })]);
}

function labelEnd(source: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const unit = source[at];
    if (unit === '\\') at += 1;
    else if (unit === '[') depth += 1;
    else if (unit === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return limit;
}
