import { describe, expect, test } from 'vitest';
import { stemOf } from './stem';

const SAME: readonly (readonly string[])[] = [
  ['nerve', 'nerves'],
  ['biopsy', 'biopsies'],
  ['test', 'tests', 'tested', 'testing'],
  ['clinic', 'clinical'],
  ['muscle', 'muscles'],
  ['disease', 'diseases', 'diseased'],
  ['reflex', 'reflexes'],
];

const APART: readonly (readonly [string, string])[] = [
  ['virus', 'viral'],
  ['axon', 'axillary'],
  ['process', 'proceed'],
  ['oral', 'order'],
];

describe('the stem of a word', () => {
  test.each(SAME.map((words) => ({ words })))('is one for $words', ({ words }) => {
    expect(new Set(words.map(stemOf)).size).toBe(1);
  });

  test.each(APART)('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  test.each(['palsy', 'analysis', 'virus', 'loss', 'ring', 'bed'])(
    'leaves enough of %s to know it',
    (word) => {
      expect(stemOf(word).length).toBeGreaterThanOrEqual(Math.min(4, word.length));
    },
  );
});
