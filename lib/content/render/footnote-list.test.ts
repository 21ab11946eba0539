import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { cloze, deckOf, qa } from '../golden/deck-text';

const compiled = (...blocks: readonly string[]) => compileDeck(deckOf(...blocks), ALONE);

/** The ids of an HTML text, and the targets of its links into itself. */
function namesIn(html: string): Readonly<{ ids: readonly string[]; targets: readonly string[] }> {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target ?? '');
  return { ids, targets };
}

describe('footnotes', () => {
  test('of the notes stand at their end, and lead there and back', () => {
    const { deck, diagnostics } = compiled(
      'Muscle wastes.[^time]\n\n[^time]: Within **weeks**.\n\nMore prose.',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(deck?.notesHtml).toBe(
      '<p>Muscle wastes.<sup class="footnote-mark"><a id="example_notes_0_mark_1" href="#example_notes_0_note_1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>' +
        '<p>More prose.</p>' +
        '<ol class="footnotes"><li id="example_notes_0_note_1">Within <strong>weeks</strong>. <a href="#example_notes_0_mark_1" role="doc-backlink" aria-label="Back to the text">↩</a></li></ol>',
    );
  });

  test('are numbered as they are met, and one that is marked twice leads back twice', () => {
    const { deck } = compiled(
      'A[^b] B[^a] C[^b]\n\n[^a]: First written.\n\n[^b]: First met.[^c]\n\n[^c]: Met last.',
    );
    const html = deck?.notesHtml ?? '';
    expect([...html.matchAll(/<li id="\w+">([\w ]+\.)/g)].map(([, text]) => text)).toEqual([
      'First met.',
      'First written.',
      'Met last.',
    ]);
    expect(html).toContain('#example_notes_0_mark_1_2"');
    const { ids, targets } = namesIn(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...targets]));
  });

  test('of cards share no id, on whichever faces of whichever cards they show', () => {
    const note = '\n\n[^1]: A note.';
    const { deck } = compiled(
      qa('a', 'What moves the face?[^1]', `The seventh nerve[^1]\n\n---\n\nIts trunk[^1]${note}`, 'dir=both'),
      cloze('b', `The tone[^1] is :c1[low] and the reflexes are :c2[absent] in the limb.${note}`),
      'Prose[^1]',
      '[^1]: Of the prose.',
    );
    const faces = deck?.cards.flatMap(({ frontHtml, backHtml, extraHtml }) => [
      frontHtml,
      backHtml,
      extraHtml ?? '',
    ]);
    const shown = [...(faces ?? []), deck?.notesHtml ?? ''];
    expect(faces?.filter((html) => html.includes('footnotes'))).toHaveLength(10);
    const ids = shown.flatMap((html) => namesIn(html).ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const html of shown) {
      expect(namesIn(html).ids).toEqual(expect.arrayContaining([...namesIn(html).targets]));
      expect(html).not.toContain('\0');
    }
    expect(deck?.notesHtml).toContain('Of the prose.');
    expect(faces?.join('')).not.toContain('Of the prose.');
  });

  test('count neither to the answer nor to the title of a card', () => {
    const { deck } = compiled(
      qa('a', 'Which nerve?[^1]\n\n[^1]: Not the trigeminal.', 'The facial nerve[^1]'),
    );
    expect(deck?.cards[0]).toMatchObject({ frontText: 'Which nerve?' });
    expect(deck?.cards[0]?.backHtml).toContain('Not the trigeminal.');
  });

  test.each([
    { what: 'a mark without a note', text: 'A[^1] b', told: '[^1]' },
    {
      what: 'a mark whose note is in another block',
      text: `A[^1] b\n\n${qa('a', 'Q[^1]?', 'A\n\n[^1]: x')}`,
      told: '[^1]',
    },
    { what: 'a note without a mark', text: 'A\n\n[^1]: b', told: '[^1]:' },
    { what: 'a second note of the same name', text: 'A[^1]\n\n[^1]: b\n\n[^1]: c', told: '[^1]:' },
  ])('tell $what where it stands', ({ text, told }) => {
    const files = deckOf(text);
    const found = compileDeck(files, ALONE).diagnostics.filter(({ ruleId }) => ruleId === 'S22-footnote');
    expect(found).toHaveLength(1);
    const [{ line, column, endColumn }] = found as [(typeof found)[number]];
    expect(
      files[0]?.text
        .split('\n')
        [line - 1]?.slice(column - 1, endColumn - 1)
        .trim(),
    ).toBe(told);
  });
});
