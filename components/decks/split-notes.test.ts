import { describe, expect, it } from 'vitest';
import { splitNotes } from './split-notes';

const tone = { slug: 'tone', title: 'Tone', depth: 2 };
const reflexes = { slug: 'reflexes', title: 'Reflexes', depth: 3 };

describe('the notes in parts', () => {
  it('cuts before each section and keeps every character', () => {
    const html =
      '<p>Lead.</p><h2 id="tone">Tone</h2><p>Low.</p><h3 class="x" id="reflexes">R</h3><p>None.</p>';
    const parts = splitNotes(html, [tone, reflexes]);
    expect(parts.map(({ section }) => section)).toEqual([null, tone, reflexes]);
    expect(parts.map((part) => part.html).join('')).toBe(html);
    expect(parts[1]?.html).toBe('<h2 id="tone">Tone</h2><p>Low.</p>');
  });

  it('has no empty part before a deck that begins with a heading', () => {
    expect(splitNotes('<h2 id="tone">Tone</h2>', [tone])).toEqual([
      { section: tone, html: '<h2 id="tone">Tone</h2>' },
    ]);
  });

  it('leaves headings alone that are no sections', () => {
    expect(splitNotes('<h4 id="aside">Aside</h4>', [tone])).toEqual([
      { section: null, html: '<h4 id="aside">Aside</h4>' },
    ]);
  });

  it('gives nothing for a deck without notes', () => {
    expect(splitNotes('', [])).toEqual([]);
  });
});
