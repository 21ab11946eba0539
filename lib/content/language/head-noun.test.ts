import { describe, expect, test } from 'vitest';
import { headNoun, isPlural } from './head-noun';

describe('the head noun', () => {
  test.each([
    ['Anterior horn cells of the sacral cord', 'cells'],
    ['SMN1 copy number', 'number'],
    ['Poliovirus type 1', 'poliovirus'],
    ['Loss, sudden', 'loss'],
    ['', ''],
  ])('of %j is %j', (phrase, noun) => {
    expect(headNoun(phrase)).toBe(noun);
  });

  test.each(['cells', 'biopsies', 'ganglia', 'nuclei', 'vertebrae', 'cocci'])('%s is a plural', (noun) => {
    expect(isPlural(noun)).toBe(true);
  });

  test.each(['cell', 'virus', 'analysis', 'loss', 'diabetes', 'pons', 'nucleus'])(
    '%s is a singular',
    (noun) => {
      expect(isPlural(noun)).toBe(false);
    },
  );
});
