import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderAndApart, isMarked, sentencesOf, type TextRange, toggled, trimmed } from './highlight-ranges';

describe('marked stretches', () => {
  it('are kept in order and apart: what overlaps or touches becomes one', () => {
    expect(
      inOrderAndApart([
        [8, 12],
        [0, 3],
        [3, 5],
        [10, 20],
        [7, 7],
      ]),
    ).toEqual([
      [0, 5],
      [8, 20],
    ]);
  });

  it('are added, and taken off again by the same key', () => {
    const marked = toggled([[0, 5]], [10, 20]);
    expect(toggled(marked, [10, 20])).toEqual([[0, 5]]);
    expect(toggled(marked, [12, 14])).toEqual([
      [0, 5],
      [10, 12],
      [14, 20],
    ]);
    expect(toggled(marked, [4, 11])).toEqual([[0, 20]]);
  });

  it('always fit what the server takes, and say of each character what was done last', () => {
    const stretch = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]): TextRange => [from, from + length]);
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), stretch, (before, one) => {
        const start = inOrderAndApart(before);
        const after = toggled(start, one);
        expect(after.every(([from, to], at) => from < to && from > (after[at - 1]?.[1] ?? -1))).toBe(true);
        const marks = (ranges: readonly TextRange[], at: number) =>
          ranges.some(([from, to]) => from <= at && at < to);
        const expected = !isMarked(start, one);
        for (let at = 0; at < 90; at += 1) {
          expect(marks(after, at)).toBe(at >= one[0] && at < one[1] ? expected : marks(start, at));
        }
      }),
    );
  });

  it('do not begin or end with a blank that was selected by chance', () => {
    expect(trimmed('a  weak leg ', [1, 12])).toEqual([3, 11]);
    expect(trimmed('a   b', [1, 4])).toBeNull();
  });

  it('can be sentences that go on over a line of the source', () => {
    const text = 'She has not\nbreathed. The\nheart beats.';
    expect(sentencesOf(text, 'en').map(([from, to]) => text.slice(from, to))).toEqual([
      'She has not\nbreathed.',
      'The\nheart beats.',
    ]);
  });

  it('can be whole sentences, decimals and units included', () => {
    const text = 'CK is 180 U/L (30–300). Temperature is 36.9 °C.  She smiles.\n';
    expect(sentencesOf(text, 'en').map(([from, to]) => text.slice(from, to))).toEqual([
      'CK is 180 U/L (30–300).',
      'Temperature is 36.9 °C.',
      'She smiles.',
    ]);
  });
});
