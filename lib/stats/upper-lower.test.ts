import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upperLower } from './upper-lower';

const hundred = Array.from({ length: 100 }, (_, index) => index);

describe('the upper–lower discrimination', () => {
  it('compares the best 27 of a hundred with the weakest 27', () => {
    // Of the best 27, those from 80 on had it right: 20; of the weakest 27 those below 5: 5.
    const marks = hundred.map((score) => (score >= 80 || score < 5 ? 1 : 0));
    expect(upperLower(marks, hundred)).toBeCloseTo((20 - 5) / 27, 12);
  });

  it('reaches from 1 to −1', () => {
    expect(
      upperLower(
        hundred.map((score) => (score >= 50 ? 1 : 0)),
        hundred,
      ),
    ).toBeCloseTo(1, 12);
    expect(
      upperLower(
        hundred.map((score) => (score < 50 ? 1 : 0)),
        hundred,
      ),
    ).toBeCloseTo(-1, 12);
  });

  it('lets all who tie for the last places of a group belong to it by the same part', () => {
    // 2.7 places: one attempt of ten at the top, 1.7 places for four who tie; all the others are weak and tie for 2.7.
    const scores = [9, 5, 5, 5, 5, 1, 1, 1, 1, 1];
    const marks = [1, 1, 0, 0, 0, 1, 0, 0, 0, 0];
    expect(upperLower(marks, scores)).toBeCloseTo((1 + 1.7 / 4) / 2.7 - 1 / 5, 12);
  });

  it('does not depend on the order of attempts', () => {
    const attempts = fc.array(fc.tuple(fc.constantFrom(0, 0.5, 1), fc.integer({ min: 0, max: 5 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(attempts, (pairs) => {
        const of = (some: typeof pairs) =>
          upperLower(
            some.map(([mark]) => mark),
            some.map(([, score]) => score),
          );
        const [forwards, backwards] = [of(pairs), of(pairs.toReversed())];
        if (forwards === null) expect(backwards).toBeNull();
        else expect(backwards).toBeCloseTo(forwards, 12);
        expect(Math.abs(forwards ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is not defined where all scores are the same', () => {
    expect(upperLower([1, 0, 1], [4, 4, 4])).toBeNull();
    expect(upperLower([], [])).toBeNull();
  });

  it('takes no lists of different lengths', () => {
    expect(() => upperLower([1], [1, 2])).toThrow(RangeError);
  });
});
