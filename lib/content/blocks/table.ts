import type { Block } from '../parse/block';
import type { Cell } from '../parse/grid';
import { type Column, isAsked, type Row, readTable, type TableBlock } from '../parse/read-table';
import { plainText } from '../render/plain-text';
import { type RenderScope, renderHtml } from '../render/render-html';
import { renderPart } from '../render/render-part';
import { spellingsIn, valueNamed } from './attribute-values';
import type { CardFaces } from './card-faces';

/**
 * The cards of a table, one for each row and asked column: its front shows the row's name and what the table does not
 * ask, with a gap under the column's head; its back the answer and the whole row with the answer marked. A cell with
 * `accept=`, or `type=in`, is typed. The cells of a row are siblings, as each helps to guess the next, and rest for the
 * day; other rows are asked on the same day, so no back shows them.
 */
export function tableFaces(block: Block, scope: RenderScope): readonly CardFaces[] {
  const table = readTable(scope.source, block);
  const leadHtml = renderPart(table.lead, scope);
  const extraHtml = table.extra === null ? null : renderPart(table.extra, scope);
  const typed = valueNamed(block.head.attributes, 'type') === 'in';
  const cellHtml = (cell: Cell) => renderHtml(cell.content, scope);
  return table.rows.flatMap((row) =>
    table.asked.flatMap((column): readonly CardFaces[] => {
      const cell = row.cells[column.index];
      if (!isAsked(cell)) return [];
      const answer = plainText(cell.content);
      const given = valueNamed(cell.attributes, 'accept');
      return [
        {
          variant: variantOf(row.slug, column.slug),
          formerVariants: formerVariants(row, column),
          siblings: `r.${row.slug}`,
          frontHtml: leadHtml + frontTable(table, row, column, cellHtml),
          backHtml: `<p>${cellHtml(cell)}</p>${wholeRow(table, row, column, cellHtml)}`,
          extraHtml,
          frontText: `${row.name.text} — ${column.header.text}?`,
          answer,
          accept: typed || given !== null ? [...new Set([answer, ...spellingsIn(given ?? '')])] : null,
        },
      ];
    }),
  );
}

function variantOf(row: string, column: string): string {
  return `r.${row}.c.${column}`;
}

/** A cell has another name where its row or its column has. */
function formerVariants(row: Row, column: Column): readonly string[] {
  const all = [row.slug, ...row.was].flatMap((one) =>
    [column.slug, ...column.was].map((other) => variantOf(one, other)),
  );
  return all.slice(1);
}

type CellHtml = (cell: Cell) => string;

/** The key, the columns that are never asked, and the gap. */
function frontTable(table: TableBlock, row: Row, column: Column, cellHtml: CellHtml): string {
  const hidden = new Set(table.asked.map(({ index }) => index));
  hidden.delete(column.index);
  const isShown = (index: number) => !hidden.has(index);
  return tableHtml(table, row, isShown, cellHtml, (index, html) =>
    index === column.index
      ? '<td class="cell-asked"><span role="img" aria-label="asked">?</span></td>'
      : html,
  );
}

function wholeRow(table: TableBlock, row: Row, column: Column, cellHtml: CellHtml): string {
  const everything = () => true;
  return tableHtml(table, row, everything, cellHtml, (index, html) =>
    index === column.index
      ? `<td class="cell-asked"><mark class="cloze">${cellHtml(row.cells[index] as Cell)}</mark></td>`
      : html,
  );
}

/** One row under its heads; `change` may give a cell another look. As every table, it scrolls in a box of its own. */
function tableHtml(
  { grid, key }: TableBlock,
  row: Row,
  isShown: (index: number) => boolean,
  cellHtml: CellHtml,
  change: (index: number, html: string) => string,
): string {
  const head = (grid?.head ?? []).flatMap((cell, index) => {
    if (!isShown(index)) return [];
    return [cell.text === '' ? '<td></td>' : `<th scope="col">${cellHtml(cell)}</th>`];
  });
  const cells = row.cells.flatMap((cell, index) => {
    if (!isShown(index)) return [];
    const align = grid?.node.align?.[index];
    const open = index === key ? 'th scope="row"' : `td${align ? ` class="align-${align}"` : ''}`;
    return [change(index, `<${open}>${cellHtml(cell)}</${open.slice(0, 2)}>`)];
  });
  return `<div class="table-box" role="group" aria-label="Table" tabindex="0"><table><thead><tr>${head.join('')}</tr></thead><tbody><tr>${cells.join('')}</tr></tbody></table></div>`;
}
