import { valueNamed, wordsNamed } from '../blocks/attribute-values';
import type { Source } from '../model';
import type { Block } from '../parse/block';
import { escapeHtml } from './escape';
import { renderLink } from './render-address';
import { type RenderScope, renderHtml } from './render-html';

/**
 * A `:::note` of the notes: prose whose facts are bound to a date. The day they held, the day by which they are to be
 * looked at again and where they come from stand above it, so that a reader sees at once how old they are.
 */
export function renderNote(
  block: Block,
  sources: Readonly<Record<string, Source>>,
  scope: RenderScope,
): string {
  const { attributes } = block.head;
  const asOf = valueNamed(attributes, 'asOf');
  const reviewBy = valueNamed(attributes, 'reviewBy');
  const cited = wordsNamed(attributes, 'src').map((name) => sources[name]);
  const said = [
    asOf === null ? '' : `As of ${day(asOf)}`,
    reviewBy === null ? '' : `to be reviewed by ${day(reviewBy)}`,
    ...cited.map((source) => (source === undefined ? '' : citation(source, scope))),
  ].filter((part) => part !== '');
  const line = said.length === 0 ? '' : `<p class="note-dates">${said.join(' · ')}</p>`;
  const id = block.id === null ? '' : ` id="${escapeHtml(block.id.value)}"`;
  return `<aside class="note" role="note"${id}>${line}${renderHtml(block.children, scope)}</aside>`;
}

function day(date: string): string {
  return `<time datetime="${escapeHtml(date)}">${escapeHtml(date)}</time>`;
}

function citation({ title, year, locator, url }: Source, scope: RenderScope): string {
  const name = escapeHtml(title);
  const linked = url === undefined ? name : renderLink(url, null, name, scope);
  return [linked, year, locator === undefined ? undefined : escapeHtml(locator)]
    .filter((part) => part !== undefined)
    .join(', ');
}
