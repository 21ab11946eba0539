import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { deckOf, qa } from '../golden/deck-text';
import { staleness } from './f13-stale';

const told = (...blocks: readonly string[]) =>
  compileDeck(deckOf(...blocks), ALONE).diagnostics.map(({ ruleId, severity }) => `${severity} ${ruleId}`);
const numbered = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('what is told of a slip', () => {
  const said = (text: string) =>
    compileDeck(deckOf(text), ALONE).diagnostics.flatMap(({ ruleId, message, hint }) =>
      /^S|^F12/.test(ruleId) ? [`${message} ${hint}`] : [],
    );
  const cloze = (text: string) => `:::cloze{#a obj=L1 src=adams}\n${text}\n:::`;

  test.each([
    ['Sugar is lost in :c1[diabetes.', /The bracket of this deletion is not closed\. Put a `\]` behind/],
    ['Sugar is lost in :c1[diabetes\nmellitus].', /not closed on its line\. /],
    ['The face is {{c1::large}} and :c2[red].', /how Anki writes a deletion.+ Write `:c1\[large\]`\.$/],
    ['The face is {{c1::large::size}}.', / Write `:c1\[large\]`\.$/],
    ['The face is {{c1::**large**}} and :c2[red].', / Write `:c1\[…\]`\.$/],
  ])('%j', (text, sentence) => {
    expect(said(cloze(text))).toEqual([expect.stringMatching(sentence)]);
  });

  test('code and maths may show how Anki writes a deletion', () => {
    expect(said(cloze('Anki writes `{{c1::large}}`, we write :c1[large].'))).toEqual([]);
  });

  test('an attribute that is written in full is known by its short form', () => {
    const text = ':::qa{#a obj=L1 source=adams}\nHow does tone change?\n\n---\n\nIt falls.\n:::';
    expect(said(text)).toContainEqual('There is no attribute `source` here. Did you mean `src`?');
    expect(said(text)).toContainEqual(expect.stringContaining('Add `src=adams`, a source of the front'));
  });

  test('no source is made up for a deck that has none or whose front matter is wrong', () => {
    const [file] = deckOf(':::qa{#a obj=L1}\nHow does tone change?\n\n---\n\nIt falls.\n:::');
    const text = (file?.text ?? '').replace('title:', 'titel:');
    const hints = compileDeck([{ path: 'deck.md', text }], ALONE).diagnostics.map(({ hint }) => hint);
    expect(hints).toContainEqual(expect.stringMatching(/^Name a source under `sources:`/));
    expect(hints.join()).not.toContain('src=adams');
  });
});

describe('the rules on cards', () => {
  test('make an error of what is far beyond a limit and a warning of what is a little', () => {
    const answer = (words: number) =>
      qa('a', 'How does tone change?', numbered(words, (n) => `w${n}`).join(' '));
    expect(told(answer(14))).toEqual([]);
    expect(told(answer(15))).toEqual(['warning F01-minimum-information']);
    expect(told(answer(26))).toEqual(['error F01-minimum-information']);
    const list = (items: number) =>
      qa('a', 'Which signs are seen?', numbered(items, (n) => `s${n}`).join(', '));
    expect(told(list(3))).toEqual([]);
    expect(told(list(4))).toEqual(['warning F02-enumeration']);
    expect(told(list(6))).toEqual(['error F02-enumeration']);
  });

  test('keep silent on the words of a deck in another language', () => {
    const [file] = deckOf(qa('a', 'Ist der Tonus schlaff or straff?', 'schlaff'));
    const text = (file?.text ?? '').replace('title: Example\n', 'title: Example\nlanguage: de\n');
    expect(compileDeck([{ path: 'deck.md', text }], ALONE).diagnostics).toEqual([]);
  });

  test('find one look-alike among thousands of cards of one mould', () => {
    const cards = numbered(1_500, (n) =>
      qa(`a${n}`, `Which sign of nerve ${n} shows first of all?`, `Sign ${n}`),
    );
    const twin = qa('twin', 'Which sign of nerve 700 shows first of them all here?', 'Another sign');
    expect(told(...cards, twin)).toEqual(['warning F09-interference']);
  });

  test.each([
    ['blanks', 'a  '.repeat(5_000)],
    ['commas', 'a, '.repeat(5_000)],
    ['numbers', '1-'.repeat(8_000)],
    ['semicolons', ';  x'.repeat(4_000)],
    ['full stops', 'A. '.repeat(5_000)],
    ['questions', 'or which and '.repeat(1_200)],
    ['one word', 'x'.repeat(16_000)],
  ])('come to an end on 16,000 units of %s', (_, text) => {
    expect(
      told(qa('a', text, text), `:::cloze{#b obj=L1 src=adams}\n:c1[${text}]\n:::`).length,
    ).toBeGreaterThan(0);
  });
});

describe('a fact bound to a date', () => {
  test.each([
    ['2025-10-01', null, '2027-04-01', false],
    ['2025-10-01', null, '2027-04-02', true],
    ['2025-08-31', null, '2027-02-28', false],
    ['2025-08-31', null, '2027-03-01', true],
    ['2020-01-01', '2026-12-31', '2026-12-31', false],
    ['2026-12-01', '2026-12-31', '2027-01-01', true],
    [null, null, '2099-01-01', false],
  ])('of %s, to be reviewed by %s, is stale on %s: %s', (asOf, reviewBy, today, stale) => {
    expect(staleness(asOf, reviewBy, today) !== null).toBe(stale);
  });
});
