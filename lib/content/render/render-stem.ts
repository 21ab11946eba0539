import type { RootContent, Table } from 'mdast';
import type { Node } from '../parse/markdown';
import { FootnoteList } from './footnote-list';
import { plainText } from './plain-text';
import { type RenderScope, renderHtml, renderTable, type TableForm } from './render-html';

/** What is told of a patient before the question. A table headed Test, Result, Reference is the laboratory panel. */
export function renderStem(stem: readonly RootContent[], scope: RenderScope): string {
  const notes = scope.footnotes === undefined ? undefined : new FootnoteList(scope.footnotes);
  const marked = notes === undefined ? scope : { ...scope, notes };
  let html = '';
  for (const node of stem)
    html += isLaboratoryPanel(node)
      ? renderTable(node, marked, LABORATORY_PANEL)
      : renderHtml([node], marked);
  return notes === undefined ? html : html + notes.html((note) => renderHtml(note, marked));
}

const LABORATORY_PANEL: TableForm = { caption: 'Laboratory results', className: 'laboratory' };

/** Whether a node is a table of results with their reference ranges. */
export function isLaboratoryPanel(node: Node): node is Table {
  if (node.type !== 'table') return false;
  const heads = node.children[0]?.children.map((cell) => plainText(cell.children).toLowerCase());
  return heads?.join('|') === 'test|result|reference';
}
