import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentWords } from './content-words';
import { HOLDS } from './passage';
import { Vocabulary } from './vocabulary';
import { wordsOf } from './words';

const textsOf = (text: string) => new Vocabulary().wordsIn(text).map((word) => word.text);

describe('the words of a vocabulary', () => {
  test.each([
    ['Which lesion gives flaccid tone?', ['which', 'lesion', 'gives', 'flaccid', 'tone']],
    ['Guillain–Barré syndrome: C5–C6', ['guillain', 'barré', 'syndrome', 'c5', 'c6']],
    ['Barre\u0301', ['barré']],
    ['30 µg/kg, 98.5 %', ['30', 'µg', 'kg', '98', '5']],
    ['𝒜 𝒜b', ['𝒜', '𝒜b']],
    ['  ', []],
  ])('of %j are %j', (text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  test('are those that have a place in the text', () => {
    const sentence = fc.stringMatching(/^[A-Za-z0-9 .,;–éßµ₂²'-]{0,60}$/);
    fc.assert(
      fc.property(sentence, (text) => {
        expect(textsOf(text)).toEqual(wordsOf(text).map((word) => word.text));
      }),
    );
  });

  test('are content words where the text has them as such', () => {
    const text = 'Which patients lose tendon reflexes early in type 1, and what about C5?';
    const words = new Vocabulary().wordsIn(text).filter((word) => word.content);
    expect(words.map((word) => word.stem)).toEqual([...contentWords(text).keys()]);
  });

  test('are the same objects wherever they stand', () => {
    const vocabulary = new Vocabulary();
    const [first] = vocabulary.wordsIn('Tone');
    expect(vocabulary.wordsIn('low TONE')[1]).toBe(first);
  });

  test('are the same objects however many there are', () => {
    const vocabulary = new Vocabulary();
    const many = Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(' ');
    const first = vocabulary.wordsIn(many);
    expect(first.map((word) => word.text).join(' ')).toBe(many);
    expect(vocabulary.wordsIn(many).every((word, index) => word === first[index])).toBe(true);
  });
});

describe('a passage', () => {
  const read = (text: string) => new Vocabulary().read(text, 3, 9);

  test.each([
    { text: 'Tone falls', holds: [] },
    { text: 'Tone falls, and reflexes', holds: ['and', 'comma'] },
    { text: 'Tone: low or high?', holds: ['or', 'question', 'colon'] },
    { text: 'In 3 weeks; no sooner.', holds: ['number', 'stop', 'semicolon'] },
    { text: 'Never!', holds: ['stop'] },
    { text: 'sandy oars', holds: [] },
  ])('of "$text" may hold $holds', ({ text, holds }) => {
    const passage = read(text);
    const found = Object.entries(HOLDS).filter(([, bit]) => passage.mayHold(bit));
    expect(found.map(([name]) => name)).toEqual(holds);
  });

  test('may hold every sign where its letters are not all plain', () => {
    expect(read('Größe').mayHold(HOLDS.semicolon)).toBe(true);
    expect(read('Größe').mayHold(HOLDS.number)).toBe(false);
  });

  test('joined to another stands where the first stands and holds what both hold', () => {
    const joined = read('Tone').with(read('in 3 weeks'));
    expect(joined.text).toBe('Tone; in 3 weeks');
    expect(joined.span).toEqual({ start: 3, end: 9 });
    expect([HOLDS.number, HOLDS.semicolon, HOLDS.comma].map((bit) => joined.mayHold(bit))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
