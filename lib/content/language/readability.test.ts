import { describe, expect, test } from 'vitest';
import { fleschKincaidGrade, syllablesIn } from './readability';

// Counts of a dictionary (syllables as hyphenated by Merriam-Webster).
const SYLLABLES: readonly (readonly [string, number])[] = [
  ['cat', 1],
  ['nerve', 1],
  ['nerves', 1],
  ['scale', 1],
  ['muscle', 2],
  ['muscles', 2],
  ['weakened', 2],
  ['limited', 3],
  ['reflexes', 3],
  ['biopsy', 3],
  ['nation', 2],
  ['special', 2],
  ['equal', 2],
  ['dual', 2],
  ['patient', 2],
  ['anterior', 4],
  ['poliovirus', 5],
  ['areflexia', 5],
  ['fasciculations', 5],
  ['96/mm³', 1],
];

describe('syllables', () => {
  test.each(SYLLABLES)('of %s are %i', (word, count) => {
    expect(syllablesIn(word)).toBe(count);
  });
});

describe('the Flesch–Kincaid grade', () => {
  test('is the published formula of words, sentences and syllables', () => {
    // 6 words, 1 sentence, 6 syllables; and 4 words in 2 sentences, 8 syllables.
    expect(fleschKincaidGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
    expect(fleschKincaidGrade('Muscle limits pain. Reflexes.')).toBeCloseTo(0.39 * 2 + 11.8 * 2 - 15.59, 10);
  });

  test('gives the sentence that the formula is best known by its grade of −1.45', () => {
    expect(fleschKincaidGrade('The cat sat on the mat.')).toBeCloseTo(-1.45, 2);
  });

  test('rises when two sentences are made one', () => {
    const apart = fleschKincaidGrade('He fell on the left side. He could not rise.');
    expect(fleschKincaidGrade('He fell on the left side and he could not rise.')).toBeGreaterThan(apart);
  });

  test('is 0 for a text without words', () => {
    expect(fleschKincaidGrade(' — ')).toBe(0);
  });
});
