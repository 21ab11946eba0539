import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Certainty, certaintyMark } from './certainty-marks';

const LEVELS: readonly Certainty[] = [1, 2, 3];

describe('a certainty-based mark', () => {
  it.each([
    { fraction: 1, marks: [1, 2, 3] },
    { fraction: 0.5, marks: [0.5, 1, 1.5] },
    { fraction: 0, marks: [0, -2, -6] },
    { fraction: -0.25, marks: [0, -2, -6] },
  ])('is $marks for certainties 1, 2, 3 where the answer earned $fraction', ({ fraction, marks }) => {
    expect(LEVELS.map((certainty) => certaintyMark(fraction, certainty))).toEqual(marks);
  });

  it('expects most of the certainty that the chance of being right deserves: steps at two thirds and four fifths', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        fc.pre([2 / 3, 4 / 5].every((step) => Math.abs(chance - step) > 1e-9));
        const expected = (certainty: Certainty) =>
          chance * certaintyMark(1, certainty) + (1 - chance) * certaintyMark(0, certainty);
        const best = LEVELS.toSorted((one, other) => expected(other) - expected(one))[0];
        expect(best).toBe(chance > 4 / 5 ? 3 : chance > 2 / 3 ? 2 : 1);
      }),
    );
  });
});
