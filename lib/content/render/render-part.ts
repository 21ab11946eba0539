import type { Node } from '../parse/markdown';
import { FootnoteList } from './footnote-list';
import { type RenderScope, renderHtml } from './render-html';

/** A part that is read by itself (a face of a card, an option) as HTML, with the notes it refers to at its end. */
export function renderPart(nodes: readonly Node[], scope: RenderScope): string {
  if (scope.footnotes === undefined) return renderHtml(nodes, scope);
  const notes = new FootnoteList(scope.footnotes);
  const marked = { ...scope, notes };
  const html = renderHtml(nodes, marked);
  return html + notes.html((definition) => renderHtml(definition, marked));
}
