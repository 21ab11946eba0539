import { valueNamed } from '../blocks/attribute-values';
import type { Widget } from '../parse/read-widget';
import { WIDGETS } from '../widgets';
import { escapeHtml } from './escape';

/** The place of a widget, holding what a reader is told until, or unless, a script puts the widget there. */
export function renderWidget({ attributes }: Widget): string {
  const name = valueNamed(attributes, 'name') ?? '';
  const instead = Object.hasOwn(WIDGETS, name) ? (WIDGETS[name] ?? '') : '';
  return `<div class="widget" data-widget="${escapeHtml(name)}"><p>${escapeHtml(instead)}</p></div>`;
}
