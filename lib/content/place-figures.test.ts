import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDeck } from './compile-deck';
import { ALONE } from './context';
import { deckOf } from './golden/deck-text';
import { CN7, SAMPLE_MEDIA } from './golden/sample-media';
import type { CompiledDeck } from './model';
import { drawingsIn, placeFigures } from './place-figures';

function compiled(media: Readonly<Record<string, string>>, ...blocks: readonly string[]): CompiledDeck {
  const files = Object.entries(media).map(([name, text]) => [name, { bytes: Buffer.from(text) }] as const);
  const context = { ...ALONE, media: new Map([...SAMPLE_MEDIA, ...files]) };
  const { deck, diagnostics } = compileDeck(deckOf(...blocks), context);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return deck as CompiledDeck;
}

const figure = (rows: string, attributes = '', name = 'cn7.svg') =>
  `:::figure{#f obj=L1 src=adams ${attributes}}\n![Picture](media/${name})\n\n| Mask | Label | Accept |\n|---|---|---|\n${rows}\n:::`;

/** What is read of HTML: texts, and what its attributes say aloud. */
function wordsIn(html: string): string {
  return html.replace(/<[^>]*? (?:aria-label|title|alt)="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]*>/g, ' ');
}

const idsIn = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
const referencesIn = (html: string) => [...html.matchAll(/(?: href="#|url\(#)([^")]*)/g)].map(([, id]) => id);

describe('a drawing that stands on a page more than once', () => {
  const places = fc.uniqueArray(fc.constantFrom('front', 'back', 'extra', 'notes'), { minLength: 2 });
  const pictures = fc.array(fc.constantFrom('media/cn7.svg', 'media/cn7.svg#temporal'), {
    minLength: 1,
    maxLength: 4,
  });

  test('shares no id with itself, and every reference stays within its own instance', () => {
    fc.assert(
      fc.property(places, pictures, (names, addresses) => {
        const deck = compiled({}, addresses.map((address) => `![Nerve](${address})`).join('\n\n'));
        const pages = names.map((place) => placeFigures(deck.notesHtml, deck.drawings, place));
        const ids = idsIn(pages.join(''));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe(names.length * addresses.length * 5);
        for (const instance of pages.flatMap((page) => page.split('<p>')))
          for (const id of referencesIn(instance)) expect(idsIn(instance)).toContain(id);
      }),
    );
  });

  test('is sent once, however many cards show it', () => {
    const { cards, drawings } = compiled(
      {},
      figure('| `#temporal` | Temporal | |\n| `#mandibular` | Marginal | |'),
    );
    expect(Object.keys(drawings)).toHaveLength(1);
    for (const { frontHtml, backHtml } of cards) {
      expect(drawingsIn(frontHtml + backHtml)).toEqual([...Object.keys(drawings), ...Object.keys(drawings)]);
      expect(frontHtml.length).toBeLessThan(800);
    }
  });

  test('leaves its description where it is not there', () => {
    const { notesHtml } = compiled({}, '![Nerve](media/cn7.svg)');
    expect(placeFigures(notesHtml, {}, 'notes')).toMatch(
      /^<p><svg class="figure" [^>]+ aria-label="Nerve"><\/svg><\/p>$/,
    );
  });
});

describe('the front of a mask', () => {
  const word = fc.constantFrom('Pons', 'Medulla', 'Nucleus', 'Ventral horn', 'Root & nerve', 'Ω cell');
  const part = fc.record({ label: word, where: fc.constantFrom('inside', 'afar', 'alone', 'tspan', 'deep') });
  const parts = fc.uniqueArray(part, { minLength: 1, maxLength: 5, selector: ({ label }) => label });
  const escaped = (text: string) => text.replace('&', '&amp;');

  function drawingOf(all: readonly { label: string; where: string }[]): string {
    const shapes = all.map(({ label, where }, index) => {
      const text = `<text x="9" y="${20 + 20 * index}">${where === 'tspan' ? `<tspan>${escaped(label)}</tspan>` : escaped(label)}</text>`;
      const shape = `<circle cx="5" cy="${20 + 20 * index}" r="4"/>`;
      const id = `id="part-${index}"`;
      if (where === 'inside' || where === 'tspan')
        return `<g ${id}>${shape}<title>${escaped(label)}</title>${text}</g>`;
      if (where === 'deep')
        return `<g ${id} aria-label="${escaped(label)}"><g>${shape}<g><desc>${escaped(label)}</desc>${text}</g></g></g>`;
      if (where === 'afar')
        return `<g ${id}>${shape}</g>${text.replace('<text', `<text data-label-for="part-${index}"`)}`;
      return `<g ${id}>${shape}</g>${text}`;
    });
    const names = all.map(({ label }) => escaped(label)).join(', ');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><title>${names}</title><desc>${names}</desc>${shapes.join('')}</svg>`;
  }

  test('never tells the answer, wherever the drawing names it, and its back does', () => {
    fc.assert(
      fc.property(parts, fc.boolean(), (all, hidesAll) => {
        const rows = all.map(({ label }, index) => `| \`#part-${index}\` | ${label} | |`).join('\n');
        const deck = compiled(
          { 'own.svg': drawingOf(all) },
          figure(rows, hidesAll ? 'mode=hide-all' : '', 'own.svg'),
        );
        for (const [index, card] of deck.cards.entries()) {
          const front = placeFigures(card.frontHtml, deck.drawings, 'front');
          const answer = escaped(all[index]?.label ?? '');
          expect(wordsIn(front)).not.toContain(answer);
          expect(card.frontText).not.toContain(answer);
          expect(wordsIn(front)).toContain('?');
          expect(wordsIn(placeFigures(card.backHtml, deck.drawings, 'back'))).toContain(answer);
          expect(front.match(/data-mark="asked"/g)).toHaveLength(1);
          expect(front.match(/data-mark="covered"/g) ?? []).toHaveLength(hidesAll ? all.length - 1 : 0);
          for (const other of all.filter((_, at) => at !== index)) {
            if (hidesAll) expect(wordsIn(front)).not.toContain(escaped(other.label));
            else expect(wordsIn(front)).toContain(escaped(other.label));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('takes out the text that lies under a box', () => {
    const { cards, drawings } = compiled({}, figure('| `0,92,20,8` {#low} | Brain stem | |'));
    const front = placeFigures(cards[0]?.frontHtml ?? '', drawings, 'front');
    expect(wordsIn(front)).not.toContain('Pons');
    expect(front).toContain(
      '<rect class="figure-box" data-mark="asked" x="0" y="276" width="80" height="24"/>',
    );
  });

  test('takes out a text that holds an accepted spelling', () => {
    const { cards, drawings } = compiled({}, figure('| `#nucleus` | Brain stem | pons |'));
    expect(wordsIn(placeFigures(cards[0]?.frontHtml ?? '', drawings, 'front'))).not.toContain('Pons');
  });
});

test('masks are no siblings, the cells of a row are, and all cards of any other unit', () => {
  const { cards } = compiled(
    { 'cn7.svg': CN7 },
    figure('| `#temporal` | Temporal | |\n| `#mandibular` | Marginal | |'),
    ':::table{#t obj=L1 src=adams}\n| S | U | L |\n|---|---|---|\n| Tone | up | down |\n| Bulk | kept | lost |\n:::',
    ':::qa{#q obj=L1 src=adams dir=both}\nQ?\n\n---\n\nA\n:::',
  );
  const groups = cards.map(({ siblings }) => siblings);
  expect(groups).toEqual([
    'f:m.temporal',
    'f:m.mandibular',
    't:r.tone',
    't:r.tone',
    't:r.bulk',
    't:r.bulk',
    'q',
    'q',
  ]);
});
