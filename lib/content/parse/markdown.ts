import type { Nodes, Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
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
export function parseMarkdown(parserText: string): Root | null {
  try {
    const tree = markdownToMdast(parserText, { features: FEATURES });
    return tree.type === 'root' ? tree : null;
  } catch {
    return null;
  }
}

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

/** Offset of a node's first unit. */
export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

/** Offset behind a node's last unit. */
export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0;
}

/** A node's children; none for a leaf. */
export function childrenOf(node: Node): readonly RootContent[] {
  return 'children' in node ? (node.children as readonly RootContent[]) : NONE;
}

const NONE: readonly RootContent[] = [];
