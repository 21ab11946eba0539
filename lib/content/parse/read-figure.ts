import type { Image, ImageReference, RootContent } from 'mdast';
import { spellingsIn } from '../blocks/attribute-values';
import type { Box } from '../media/geometry';
import type { Block } from './block';
import { type Cell, type Grid, gridsIn } from './grid';
import { spanOf } from './markdown';
import { type CellProblem, named, namingProblems } from './read-table';
import { walk } from './walk';

/** What a `:::figure` says. */
export type FigureBlock = Readonly<{
  /** What stands beside picture and table: it is shown with every question. */
  lead: readonly RootContent[];
  extra: readonly RootContent[] | null;
  /** Null where there is none, or more than one. */
  picture: Image | ImageReference | null;
  masks: readonly Mask[];
  problems: readonly CellProblem[];
}>;

/** Something of the picture that is asked. */
export type Mask = Readonly<{
  slug: string;
  /** The names it had. */
  was: readonly string[];
  area: Readonly<{ kind: 'part'; id: string }> | (Readonly<{ kind: 'box' }> & Box);
  cell: Cell;
  label: Cell;
  /** Spellings that count beside the label; null where the table has no such column or nothing in it. */
  accept: readonly string[] | null;
}>;

/** Reads a block of the kind `figure`. Boxes are in percent of the picture. */
export function readFigure(source: string, block: Block): FigureBlock {
  const [first = [], extra = null] = block.parts;
  const grids = gridsIn(source, first);
  const pictures = first.flatMap(pictureAlone);
  const lead = first.filter((node) => node.type !== 'table' && pictureAlone(node).length === 0);
  const problems: CellProblem[] = [...missing(block, first, pictures, grids)];
  const [grid] = grids;
  const masks = grid === undefined || grids.length > 1 ? [] : readMasks(grid, problems);
  problems.push(...namingProblems(masks, 'mask'));
  return { lead, extra, picture: pictures.length === 1 ? (pictures[0] ?? null) : null, masks, problems };
}

/** The picture that is all there is in a paragraph. */
function pictureAlone(node: RootContent): readonly (Image | ImageReference)[] {
  if (node.type !== 'paragraph' || node.children.length !== 1) return [];
  const [child] = node.children;
  return child?.type === 'image' || child?.type === 'imageReference' ? [child] : [];
}

function missing(
  block: Block,
  nodes: readonly RootContent[],
  pictures: readonly (Image | ImageReference)[],
  grids: readonly Grid[],
): readonly CellProblem[] {
  const found: CellProblem[] = [];
  const tell = (span: CellProblem['span'], message: string, hint: string) =>
    found.push({ rule: 'S16', span, message, hint });
  let inText: Image | ImageReference | null = null;
  walk(nodes, (node) => {
    if ((node.type === 'image' || node.type === 'imageReference') && !pictures.includes(node))
      inText ??= node;
  });
  const [, second] = pictures;
  if (inText !== null)
    tell(
      spanOf(inText),
      'This picture stands among words.',
      'Put it on a line of its own, with empty lines around.',
    );
  else if (pictures.length === 0)
    tell(block.head.nameSpan, 'This figure has no picture.', 'Write `![What it shows](media/name.svg)`.');
  if (second !== undefined)
    tell(spanOf(second), 'This figure has a second picture.', 'Give it a block of its own.');
  if (grids.length === 0)
    tell(
      block.head.nameSpan,
      'This figure has no table of masks.',
      'Write `| Mask | Label |`, a line `|---|---|` and a row for each part.',
    );
  if (grids[1] !== undefined)
    tell(spanOf(grids[1].node), 'This figure has a second table.', 'Put all masks into one.');
  return found;
}

const COLUMNS = ['mask', 'label', 'accept'] as const;

function readMasks(grid: Grid, problems: CellProblem[]): readonly Mask[] {
  const tell = (span: CellProblem['span'], message: string, hint: string) =>
    problems.push({ rule: 'S16', span, message, hint });
  const names = grid.head.map(({ text }) => text.toLowerCase());
  const [mask = -1, label = -1, accept = -1] = COLUMNS.map((name) => names.indexOf(name));
  for (const [index, header] of grid.head.entries())
    if (![mask, label, accept].includes(index))
      tell(
        header.span,
        'This column means nothing in a table of masks.',
        'Its columns are: Mask, Label, Accept.',
      );
  if (mask < 0 || label < 0) {
    tell(spanOf(grid.node), 'A table of masks needs the columns Mask and Label.', 'Head them so.');
    return [];
  }
  if (grid.rows.length === 0)
    tell(spanOf(grid.node), 'This table has no masks.', 'Write a row for each part.');
  return grid.rows.flatMap((cells) => {
    const [cell, named, spellings] = [cells[mask], cells[label], cells[accept]];
    if (cell === undefined || named === undefined) return [];
    if (named.text === '')
      tell(named.span, 'This mask has no label.', 'Write what is hidden: it is the answer.');
    const read = readMask(cell, named, spellings);
    if (read === null)
      tell(
        cell.span,
        'This is no mask.',
        'Write the id of a part, `#part`, or a box in percent with a name: `12,30,8,6` {#its-name}.',
      );
    return read === null ? [] : [read];
  });
}

const PART = /^#([A-Za-z_][\w.-]*)$/;
const BOX = /^(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)$/;

/** A part is called by its id unless the cell says otherwise; a box has only what the cell says. */
function readMask(cell: Cell, label: Cell, spellings: Cell | undefined): Mask | null {
  const text = cell.text.trim();
  const id = PART.exec(text)?.[1];
  const { slug, was } = named({ ...cell, text: id ?? '' });
  const given = spellingsIn(spellings?.text ?? '');
  const rest = { was, cell, label, accept: given.length === 0 ? null : given };
  if (id !== undefined)
    return { slug: cell.attributes.some(isId) ? slug : id, area: { kind: 'part', id }, ...rest };
  const [x = 0, y = 0, width = 0, height = 0] = (BOX.exec(text) ?? []).slice(1).map(Number);
  if (width <= 0 || height <= 0 || x + width > 100 || y + height > 100) return null;
  return { slug, area: { kind: 'box', x, y, width, height }, ...rest };
}

function isId({ name }: Readonly<{ name: string }>): boolean {
  return name === 'id';
}
