import type { RootContent } from 'mdast';
import type { Block, Deletion, Heading } from './block';
import { readBlockHead } from './block-head';
import { countUpTo } from './line-ends';
import { type ContainerDirective, endOf, startOf } from './markdown';
import type { PreparedSource } from './prepare-source';
import { readDeletions } from './read-deletions';
import { readHeading } from './read-heading';
import { SharedTexts } from './shared-texts';

/** A file's content, divided into blocks and the prose between them. */
export type Body = Readonly<{
  blocks: readonly Block[];
  prose: readonly RootContent[];
  headings: readonly Heading[];
}>;

/**
 * Divides what stands at the margin. A block that was never closed swallows the next ones: they are taken out of it
 * again and read as blocks of their own, so that one forgotten fence hides no other problem.
 */
export function readBody(source: PreparedSource, content: readonly RootContent[]): Body {
  const blocks: Block[] = [];
  const prose: RootContent[] = [];
  const headings: Heading[] = [];
  const values = new SharedTexts();
  const fenceStarts = source.fenceLines.map((fence) => fence.start);
  const waiting = [...content].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'containerDirective') {
      prose.push(node);
      if (node.type === 'heading') headings.push(readHeading(source.text, node));
      continue;
    }
    const swallowed = firstSwallowed(source.text, node);
    const children = swallowed < 0 ? node.children : node.children.slice(0, swallowed);
    if (swallowed >= 0) waiting.push(...node.children.slice(swallowed).reverse());
    const closed = swallowed < 0 && isClosed(source, fenceStarts, node);
    blocks.push(readBlock(source, node, children, closed, headings.at(-1) ?? null, values));
  }
  return { blocks, prose, headings };
}

/** Equal colon counts do not nest: a block inside one with no more colons was meant to come after it. */
function firstSwallowed(text: string, node: ContainerDirective): number {
  for (let index = 0; index < node.children.length; index += 1) {
    const child = node.children[index];
    if (
      child?.type === 'containerDirective' &&
      colonsAt(text, startOf(child)) >= colonsAt(text, startOf(node))
    )
      return index;
  }
  return -1;
}

function colonsAt(text: string, start: number): number {
  let count = 0;
  while (text.charCodeAt(start + count) === 0x3a) count += 1;
  return count;
}

/** An open block ends with its last line, whatever stands there; a closed one with a line of colons. */
function isClosed(source: PreparedSource, fenceStarts: readonly number[], node: ContainerDirective): boolean {
  const fence = source.fenceLines[countUpTo(fenceStarts, endOf(node) - 1) - 1];
  if (fence === undefined || !fence.closing || fence.colons < colonsAt(source.text, startOf(node)))
    return false;
  return fence.start > startOf(node) && endOf(node) <= fence.end;
}

function readBlock(
  source: PreparedSource,
  node: ContainerDirective,
  children: readonly RootContent[],
  closed: boolean,
  heading: Heading | null,
  values: SharedTexts,
): Block {
  const head = readBlockHead(source.text, startOf(node), node.name, values);
  return {
    kind: node.name,
    head,
    span: { start: startOf(node), end: endOf(node) },
    closed,
    id: head.attributes.find((attribute) => attribute.name === 'id') ?? null,
    children,
    parts: divided(source.text, children),
    deletions: node.name === 'cloze' ? readDeletions(source, children) : NO_DELETIONS,
    heading,
  };
}

const NO_DELETIONS: readonly Deletion[] = [];

/** A rule of hyphens divides; one of stars or underscores is only drawn. */
function divided(text: string, children: readonly RootContent[]): readonly (readonly RootContent[])[] {
  let count = 1;
  for (const child of children) if (isDivider(text, child)) count += 1;
  if (count === 1) return [children];
  const parts = new Array<readonly RootContent[]>(count);
  let part = 0;
  let from = 0;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined || !isDivider(text, child)) continue;
    parts[part++] = children.slice(from, index);
    from = index + 1;
  }
  parts[part] = children.slice(from);
  return parts;
}

function isDivider(text: string, node: RootContent): boolean {
  return node.type === 'thematicBreak' && text[startOf(node)] === '-';
}
