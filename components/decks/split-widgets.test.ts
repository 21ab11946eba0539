import { describe, expect, it } from 'vitest';
import { ALONE } from '@/lib/content/context';
import { deckOf } from '@/lib/content/golden/deck-text';
import { readDeck } from '@/lib/content/parse/read-deck';
import { renderNotes } from '@/lib/content/render/render-notes';
import { WIDGETS } from '@/lib/content/widgets';
import { splitWidgets } from './split-widgets';

const place = (name: string) => `<div class="widget" data-widget="${name}"><p>A figure &amp; more.</p></div>`;

describe('the places of widgets in the notes', () => {
  it('are cut out, and no character is lost', () => {
    const html = `<p>Before.</p>${place('a-face')}<p>Between.</p>${place('a-nerve')}`;
    const stretches = splitWidgets(html);
    expect(stretches.map(({ widget }) => widget)).toEqual([null, 'a-face', null, 'a-nerve']);
    expect(stretches.map((stretch) => stretch.html).join('')).toBe(html);
  });

  it.each(Object.keys(WIDGETS))('are known as the compiler writes them (%s)', (name) => {
    const notes = renderNotes(
      readDeck(deckOf(`Before.\n\n::widget{name=${name}}\n\nAfter.`), ALONE),
      'example',
    );
    expect(splitWidgets(notes).map(({ widget }) => widget)).toEqual([null, name, null]);
  });

  it('leave notes without a widget in one piece', () => {
    expect(splitWidgets('<p>One.</p><p>Two.</p>')).toEqual([
      { at: 0, html: '<p>One.</p><p>Two.</p>', widget: null },
    ]);
  });

  it('give nothing for no notes', () => {
    expect(splitWidgets('')).toEqual([]);
  });
});
