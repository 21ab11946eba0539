import { childrenOf, type Node } from './markdown';

/** Visits every node in reading order, parents first, without recursion: a hostile tree may be thousands deep. */
export function walk(roots: readonly Node[], visit: (node: Node, depth: number) => void): void {
  const nodes: Node[] = [...roots].reverse();
  const depths: number[] = nodes.map(() => 1);
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = depths.pop() ?? 1;
    visit(node, depth);
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      nodes.push(children[index] as Node);
      depths.push(depth + 1);
    }
  }
}
