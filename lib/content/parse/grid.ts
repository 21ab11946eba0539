import type { RootContent, Table, TableCell } from 'mdast';
import { plainText } from '../render/plain-text';
import type { Attribute } from './attributes';
import { spanOf } from './markdown';
import type { Problem, Span } from './span';
import { readTrailingBraces } from './trailing-braces';

/** A table whose cells may say more in braces: `Tone {#tone was=size}`. */
export type Grid = Readonly<{
  node: Table;
  head: readonly Cell[];
  rows: readonly (readonly Cell[])[];
}>;

export type Cell = Readonly<{
  /** Of the whole cell; of a cell that its row lacks, of the row. */
  span: Span;
  /** What a learner reads, without the braces. */
  content: readonly RootContent[];
  text: string;
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;

/** The tables that stand directly among `nodes`, with their cells read. */
export function gridsIn(source: string, nodes: readonly RootContent[]): readonly Grid[] {
  return nodes.filter((node) => node.type === 'table').map((node) => readGrid(source, node));
}

function readGrid(source: string, node: Table): Grid {
  const [head, ...rows] = node.children;
  const width = head?.children.length ?? 0;
  return {
    node,
    head: (head?.children ?? []).map((cell) => readCell(source, cell)),
    rows: rows.map((row) => [
      ...row.children.map((cell) => readCell(source, cell)),
      ...Array.from({ length: Math.max(0, width - row.children.length) }, () => missingCell(spanOf(row))),
    ]),
  };
}

function readCell(source: string, node: TableCell): Cell {
  const { content, attributes, problems } = readTrailingBraces(source, node.children);
  return { span: spanOf(node), content, text: plainText(content), attributes, problems };
}

function missingCell(span: Span): Cell {
  return { span, content: [], text: '', attributes: [], problems: [] };
}
