import type { RootContent, Table } from 'mdast';
import type { Node } from '../parse/markdown';
import { plainText } from './plain-text';
import { type RenderScope, renderHtml, renderTable, type TableForm } from './render-html';

/** What is told of a patient before the question. A table headed Test, Result, Reference is the laboratory panel. */
export function renderStem(stem: readonly RootContent[], scope: RenderScope): string {
  let html = '';
  for (const node of stem)
    html += isLaboratoryPanel(node) ? renderTable(node, scope, LABORATORY_PANEL) : renderHtml([node], scope);
  return html;
}

const LABORATORY_PANEL: TableForm = { caption: 'Laboratory results', className: 'laboratory' };

/** Whether a node is a table of results with their reference ranges. */
export function isLaboratoryPanel(node: Node): node is Table {
  if (node.type !== 'table') return false;
  const heads = node.children[0]?.children.map((cell) => plainText(cell.children).toLowerCase());
  return heads?.join('|') === 'test|result|reference';
}
