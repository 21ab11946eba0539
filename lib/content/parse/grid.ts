import type { PhrasingContent, RootContent, Table, TableCell, Text } from 'mdast';
import { plainText } from '../render/plain-text';
import { type Attribute, readAttributes } from './attributes';
import { endOf, spanOf, startOf } from './markdown';
import type { Problem, Span } from './span';

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
  content: readonly PhrasingContent[];
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

/** Braces at the end of a cell that hold attributes; a set such as `{a, b}` is part of its text. */
const CELL_BRACES = /[ \t]*\{(?=\s*(?:#|[A-Za-z]+=))[^{}]*\}[ \t]*$/;

function readCell(source: string, node: TableCell): Cell {
  const plain: Cell = {
    span: spanOf(node),
    content: node.children,
    text: plainText(node.children),
    attributes: [],
    problems: [],
  };
  const last = node.children.at(-1);
  if (last?.type !== 'text') return plain;
  const written = source.slice(startOf(last), endOf(last));
  const braces = CELL_BRACES.exec(written);
  if (braces === null) return plain;
  const open = startOf(last) + braces.index + braces[0].indexOf('{');
  const { attributes, problems } = readAttributes(source, open, endOf(last));
  const rest: Text = { ...last, value: last.value.replace(CELL_BRACES, '') };
  const content = rest.value === '' ? node.children.slice(0, -1) : [...node.children.slice(0, -1), rest];
  return { ...plain, content, text: plainText(content), attributes, problems };
}

function missingCell(span: Span): Cell {
  return { span, content: [], text: '', attributes: [], problems: [] };
}
