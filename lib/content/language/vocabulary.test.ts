import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentWords } from './content-words';
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
});
