import type { Nodes, Root, RootContent } from 'mdast';
import { createMdastHandle, dropHandle, serializeHandle } from 'satteri';
import { buildTree, type Visitor } from './build-tree';
import { type Placed, placed } from './node-at';
import { ParserBuffer } from './parser-buffer';
import type { Span } from './span';

/** Any node of the tree. */
export type Node = Nodes;
export type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>;
export type LeafDirective = Extract<Nodes, { type: 'leafDirective' }>;
export type TextDirective = Extract<Nodes, { type: 'textDirective' }>;

/**
 * The tree of prepared Markdown. Single dollars stay text, so that `$5 and $10` is money; front matter was taken out
 * before. Null when the parser gives up, which no known text makes it do.
 */
export function parseMarkdown(parserText: string, visitor: Visitor = AS_READ): Root | null {
  try {
    const handle = createMdastHandle(parserText, FEATURES);
    const buffer = serializeHandle(handle);
    dropHandle(handle);
    return buildTree(new ParserBuffer(buffer), parserText, visitor);
  } catch {
    return null;
  }
}

const AS_READ: Visitor = { isText: () => false, visit: () => {} };

const FEATURES = {
  gfm: true,
  directive: true,
  math: { singleDollarTextMath: false },
  frontmatter: false,
};

/** Where a node stands. */
export function spanOf(node: Node): Span {
  return { start: startOf(node), end: endOf(node) };
}

/** The place of a node, to be given to another. */
export function placeOf(node: Node): Placed {
  return placed(startOf(node), endOf(node));
}

/** Offset of a node's first unit. */
export function startOf(node: Node): number {
  return (node as Partial<Placed>).startOffset ?? node.position?.start.offset ?? 0;
}

/** Offset behind a node's last unit. */
export function endOf(node: Node): number {
  return (node as Partial<Placed>).endOffset ?? node.position?.end.offset ?? 0;
}

/** A node's children; none for a leaf. */
export function childrenOf(node: Node): readonly RootContent[] {
  return 'children' in node ? (node.children as readonly RootContent[]) : NONE;
}

const NONE: readonly RootContent[] = [];
