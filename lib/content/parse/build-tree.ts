import type { Nodes, Root } from 'mdast';
import { nodeAt, textAt } from './node-at';
import type { ParserBuffer } from './parser-buffer';

/** What is done with a tree while it is built. */
export type Visitor = Readonly<{
  /** Whether a directive only looks like one (`10:30`, `HLA:DR3`) and is to be text again. */
  isText: (directive: TextDirective) => boolean;
  /** Called for every node in reading order, parents first; the root has depth 0. */
  visit: (node: Nodes, depth: number) => void;
}>;

/**
 * The tree of what the parser has read of `text`, as mdast. Built here and not by the parser's own function, which takes
 * longer (20 of 65 ms for 5,000 cards) and would leave two more walks to us. Without recursion: a hostile tree may be
 * thousands deep.
 */
export function buildTree(parsed: ParserBuffer, text: string, { isText, visit }: Visitor): Root {
  const source: Source = { parsed, text, isText };
  const root = nodeAt(parsed, 0);
  const waiting: Waiting = { nodes: [root], ids: [0], depths: [0] };
  for (let node = waiting.nodes.pop(); node !== undefined; node = waiting.nodes.pop()) {
    const id = waiting.ids.pop() ?? 0;
    const depth = waiting.depths.pop() ?? 0;
    visit(node, depth);
    if ('children' in node) giveChildren(source, waiting, node, id, depth + 1);
  }
  return root as Root;
}

type TextDirective = Extract<Nodes, { type: 'textDirective' }>;
type Source = Readonly<{ parsed: ParserBuffer; text: string; isText: Visitor['isText'] }>;
/** The nodes whose turn is to come, the next one last, with their numbers in the reader and their depths. */
type Waiting = Readonly<{ nodes: Nodes[]; ids: number[]; depths: number[] }>;

function giveChildren(source: Source, waiting: Waiting, parent: Nodes, id: number, depth: number): void {
  const { nodes, ids, depths } = waiting;
  const from = ids.length;
  // The last child first, as a stack wants it.
  source.parsed.reader.pushChildIds(id, ids);
  const count = ids.length - from;
  if (count === 0) return;
  const children = new Array<Nodes>(count);
  let asRead = true;
  for (let index = 0; index < count; index += 1) {
    const child = nodeAt(source.parsed, ids[from + index] ?? 0);
    if (child.type === 'textDirective' && source.isText(child)) asRead = false;
    children[count - 1 - index] = child;
    nodes.push(child);
    depths.push(depth);
  }
  (parent as { children: Nodes[] }).children = asRead ? children : restored(source, waiting, from, depth);
}

/** The children that wait from `from` on, with everything that only looks like a directive put back as text. */
function restored(source: Source, { nodes, ids, depths }: Waiting, from: number, depth: number): Nodes[] {
  const read = ids.splice(from).reverse();
  nodes.length = from;
  depths.length = from;
  const placed: Placed[] = [];
  for (const id of read) restore(source, id, placed);
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const { node, id } = placed[index] as Placed;
    nodes.push(node);
    ids.push(id);
    depths.push(depth);
  }
  return placed.map(({ node }) => node);
}

/** A node with its number in the reader; a text put back has none, and no children to ask it for. */
type Placed = Readonly<{ node: Nodes; id: number }>;

/**
 * Every unit of what only looks like a directive comes back from the source, and what stands in its brackets stays as it
 * was read. Labels nest to a limited depth, so this may use the stack.
 */
function restore(source: Source, id: number, found: Placed[]): void {
  const { parsed, text, isText } = source;
  const node = nodeAt(parsed, id);
  if (node.type !== 'textDirective' || !isText(node)) {
    found.push({ node, id });
    return;
  }
  const [start, end] = [parsed.startAt(id), parsed.endAt(id)];
  const inner = parsed.reader.getChildIds(id);
  const [first] = inner;
  const last = inner.at(-1);
  if (first === undefined || last === undefined) {
    // A name alone, as in `10:30`, is of one byte a unit; cut from a source with a dash it would not be.
    const written = end - start === node.name.length + 1 ? `:${node.name}` : text.slice(start, end);
    found.push({ node: textAt(written, start, end), id: -1 });
    return;
  }
  const [opened, closed] = [parsed.startAt(first), parsed.endAt(last)];
  found.push({ node: textAt(text.slice(start, opened), start, opened), id: -1 });
  for (const child of inner) restore(source, child, found);
  found.push({ node: textAt(text.slice(closed, end), closed, end), id: -1 });
}
