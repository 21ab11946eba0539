import { isId } from '../identity';
import type { Block } from '../parse/block';
import { distinctIds, type Words } from '../parse/distinct-ids';
import type { FileFacts } from '../parse/facts';
import type { Cell } from '../parse/grid';
import { endOf, startOf } from '../parse/markdown';
import { readFigure } from '../parse/read-figure';
import { readTable } from '../parse/read-table';
import type { Edit } from './edit';

/**
 * Gives an id to each row and column of a table whose words cannot name it, and to each box of a figure. Where two have
 * the same words nothing is minted: only the author knows which of them learners have met under that name.
 */
export function mintInCells(file: FileFacts, block: Block): readonly Edit[] {
  const { text } = file.source;
  if (block.kind === 'figure')
    return mintedAmong(
      text,
      readFigure(text, block).masks.map(({ cell, label, slug }) => ({
        cell,
        slug,
        words: { asks: label.text, all: label.text, instead: 'mask' },
      })),
    );
  const { asked, rows } = readTable(text, block);
  return [
    ...mintedAmong(
      text,
      asked.map(({ header, slug }) => ({
        cell: header,
        slug,
        words: { asks: '', all: header.text, instead: 'column' },
      })),
    ),
    ...mintedAmong(
      text,
      rows.map(({ name, cells, slug }) => ({
        cell: name,
        slug,
        words: { asks: '', all: cells.map((cell) => cell.text).join(' '), instead: 'row' },
      })),
    ),
  ];
}

type Called = Readonly<{ cell: Cell; slug: string; words: Words }>;

function mintedAmong(text: string, things: readonly Called[]): readonly Edit[] {
  const nameless = things.filter(({ cell, slug }) => slug === '' && isUnderstood(text, cell));
  const ids = distinctIds(
    new Map(nameless.map(({ cell, words }) => [cell, words])),
    things.map(({ slug }) => slug).filter(isId),
  );
  return [...ids].map(([cell, id]) => mintedIn(cell, id));
}

/** A cell with something in it, and with no brace but those that were read as attributes. */
function isUnderstood(text: string, { content, attributes, problems }: Cell): boolean {
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined || problems.length > 0) return false;
  const written = text.slice(startOf(first), endOf(last));
  return attributes.length > 0 || !/[{}]/.test(written);
}

function mintedIn({ content, attributes }: Cell, id: string): Edit {
  const change = { kind: 'id', id } as const;
  const at = (offset: number) => ({ start: offset, end: offset });
  const given = attributes.find(({ name }) => name === 'id');
  if (given !== undefined) return { span: at(given.valueSpan.start), text: id, change };
  const [first] = attributes;
  if (first !== undefined) return { span: at(first.span.start), text: `#${id} `, change };
  const last = content.at(-1);
  return { span: at(last === undefined ? 0 : endOf(last)), text: ` {#${id}}`, change };
}
