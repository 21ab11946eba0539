import { expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { cloze, deckOf, qa } from '../golden/deck-text';
import type { SourceFile } from '../model';

const NOTICE = 'For education, not for clinical decisions.';
const extras = (files: readonly SourceFile[]) =>
  compileDeck(files, ALONE).deck?.cards.map(({ extraHtml }) => extraHtml ?? '');

test('every card of a unit tagged therapy says under its answer that it is for education', () => {
  const drug = qa(
    'drug',
    'How is risdiplam given?',
    'By mouth',
    'tags="sma therapy" dir=both back="Which drug?"',
  );
  const eye = cloze(
    'eye',
    'An open eye is protected by :c1[drops] in the day and :c2[ointment] at night.',
    'tags=therapy',
  );
  const found = extras(deckOf(drug, eye));
  expect(found).toHaveLength(4);
  for (const extra of found ?? []) expect(extra).toContain(NOTICE);
});

test('the notice stands below what the author adds', () => {
  const drug = qa('drug', 'How is risdiplam given?', 'By mouth\n\n---\n\nEvery day.', 'tags=therapy');
  expect(extras(deckOf(drug))).toEqual([
    expect.stringMatching(/^<p>Every day\.<\/p><p class="educational-notice">/),
  ]);
});

test('a deck tagged therapy gives it to all of its cards', () => {
  const [file] = deckOf(qa('drug', 'How is risdiplam given?', 'By mouth'));
  const text = (file?.text ?? '').replace('title: Example\n', 'title: Example\ntags: [therapy]\n');
  expect(extras([{ path: 'deck.md', text }])).toEqual([expect.stringContaining(NOTICE)]);
});

test('a card on anything else does without', () => {
  expect(extras(deckOf(qa('sign', 'How does tone change?', 'It falls', 'tags=signs')))).toEqual(['']);
});
