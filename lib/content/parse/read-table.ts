import type { RootContent } from 'mdast';
import { nearest } from '@/lib/base/nearest';
import { valueNamed } from '../blocks/attribute-values';
import { wordsIn } from '../blocks/block-kinds';
import { ID_GRAMMAR, isId, slugOf } from '../identity';
import type { Block } from './block';
import { type Cell, type Grid, gridsIn } from './grid';
import { spanOf } from './markdown';
import type { Problem, Span } from './span';

/** A problem of a block's cells, with the number of the rule that tells it. */
export type CellProblem = Problem & Readonly<{ rule: 'S05' | 'S11' | 'S12' | 'S16' }>;

/** What a `:::table` says. */
export type TableBlock = Readonly<{
  /** What stands above the table: it is shown with every question. */
  lead: readonly RootContent[];
  extra: readonly RootContent[] | null;
  /** Null where there is no table, or more than one. */
  grid: Grid | null;
  /** Index of the column that names the rows. */
  key: number;
  /** In the order of the table. */
  asked: readonly Column[];
  rows: readonly Row[];
  problems: readonly CellProblem[];
}>;

/** A row or column that cards are called after; `was` are the names it had. */
type Named = Readonly<{ slug: string; was: readonly string[] }>;
export type Column = Named & Readonly<{ index: number; header: Cell }>;
export type Row = Named & Readonly<{ name: Cell; cells: readonly Cell[] }>;

/** Reads a block of the kind `table`. */
export function readTable(source: string, block: Block): TableBlock {
  const [first = [], extra = null] = block.parts;
  const grids = gridsIn(source, first);
  const lead = first.filter((node) => node.type !== 'table');
  const [grid] = grids;
  if (grid === undefined || grids.length > 1) {
    const problem = tableProblem(block, grids[1]);
    return { lead, extra, grid: null, key: 0, asked: [], rows: [], problems: problem };
  }
  const problems: CellProblem[] = [];
  const key = findKey(block, grid, problems);
  const asked = findAsked(block, grid, key, problems);
  const rows = grid.rows.map((cells): Row => {
    const name = cells[key] as Cell;
    return { ...named(name), name, cells };
  });
  problems.push(
    ...namingProblems(
      asked.map(({ header, slug }) => ({ cell: header, slug })),
      'column',
    ),
  );
  problems.push(
    ...namingProblems(
      rows.map(({ name, slug }) => ({ cell: name, slug })),
      'row',
    ),
  );
  if (problems.length === 0 && !rows.some(({ cells }) => asked.some(({ index }) => isAsked(cells[index]))))
    problems.push({
      rule: 'S16',
      span: spanOf(grid.node),
      message: 'This table asks nothing.',
      hint: 'Give it a row, and a column besides the one that names the rows.',
    });
  return { lead, extra, grid, key, asked, rows, problems };
}

/** Whether a cell is a question: an empty one, or a dash, says that there is nothing to ask. */
export function isAsked(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && !/^[-–—]?$/.test(cell.text.trim());
}

/** What cards call a row, a column or a mask: its `{#id}`, or the words of its cell. */
export function named({ text, attributes }: Cell): Named {
  return {
    slug: valueNamed(attributes, 'id') ?? slugOf(text),
    was: wordsIn(valueNamed(attributes, 'was') ?? ''),
  };
}

/** Names that are missing, no names, or given twice. */
export function namingProblems(
  things: readonly Readonly<{ cell: Cell; slug: string }>[],
  what: string,
): readonly CellProblem[] {
  const taken = new Set<string>();
  return things.flatMap(({ cell, slug }): readonly CellProblem[] => {
    const id = cell.attributes.find(({ name }) => name === 'id');
    const span = id?.span ?? cell.span;
    if (!isId(slug)) {
      const message =
        id === undefined
          ? `Nothing in this cell names its ${what}.`
          : `\`${slug.slice(0, 100)}\` cannot name a ${what}: ids are ${ID_GRAMMAR}.`;
      return [
        { rule: 'S05', span, message, hint: `Write a name that will stay behind it: \`{#its-name}\`.` },
      ];
    }
    if (taken.has(slug)) {
      const message = `Another ${what} of this block is called \`${slug}\`.`;
      return [{ rule: 'S11', span, message, hint: `Give this one its own name: \`{#its-name}\`.` }];
    }
    taken.add(slug);
    return [];
  });
}

function tableProblem(block: Block, second: Grid | undefined): readonly CellProblem[] {
  if (second !== undefined)
    return [
      {
        rule: 'S16',
        span: spanOf(second.node),
        message: 'This block has a second table.',
        hint: 'Give it a block of its own.',
      },
    ];
  return [
    {
      rule: 'S16',
      span: block.head.nameSpan,
      message: 'This block has no table.',
      hint: 'Write `| Sign | UMN | LMN |`, a line `|---|---|---|` and the rows.',
    },
  ];
}

function findKey(block: Block, grid: Grid, problems: CellProblem[]): number {
  const attribute = block.head.attributes.find(({ name }) => name === 'key');
  if (attribute === undefined) return 0;
  const index = grid.head.findIndex((header) => isCalled(header, attribute.value));
  if (index >= 0) return index;
  problems.push(noColumn(attribute.value, attribute.valueSpan, grid));
  return 0;
}

function findAsked(block: Block, grid: Grid, key: number, problems: CellProblem[]): readonly Column[] {
  const columns = grid.head.map((header, index): Column => ({ ...named(header), index, header }));
  const attribute = block.head.attributes.find(({ name }) => name === 'ask');
  if (attribute === undefined) return columns.filter(({ index }) => index !== key);
  const wanted = wordsIn(attribute.value);
  for (const word of wanted)
    if (!grid.head.some((header) => isCalled(header, word)))
      problems.push(noColumn(word, attribute.valueSpan, grid));
  const asked = columns.filter(({ header }) => wanted.some((word) => isCalled(header, word)));
  if (asked.some(({ index }) => index === key))
    problems.push({
      rule: 'S12',
      span: attribute.valueSpan,
      message: 'The column that names the rows cannot be asked.',
      hint: 'Name another with `key=`, or leave it out of `ask`.',
    });
  return asked.filter(({ index }) => index !== key);
}

function isCalled(header: Cell, name: string): boolean {
  return named(header).slug === name || header.text.toLowerCase() === name.trim().toLowerCase();
}

function noColumn(name: string, span: Span, grid: Grid): CellProblem {
  const known = grid.head.map((header) => named(header).slug).filter((slug) => slug !== '');
  const close = nearest(name, known);
  return {
    rule: 'S12',
    span,
    message: `There is no column \`${name.slice(0, 80)}\` in this table.`,
    hint: close === null ? `Its columns are: ${known.join(', ')}.` : `Did you mean \`${close}\`?`,
  };
}
