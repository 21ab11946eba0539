import { describe, expect, it } from 'vitest';
import { LAW_SCHOOL } from './fixtures/law-school';
import { marksOf, totalsOf } from './marks-matrix';
import { populationVariance, sampleVariance, sum } from './moments';
import { cronbachAlpha, errorOfMeasurement, kr20, kr21 } from './reliability';

describe('the reliability of the Law School Admission Test, section 6', () => {
  it('is 0.2949972 by α and by KR-20', () => {
    expect(LAW_SCHOOL.marks).toHaveLength(1000);
    expect(cronbachAlpha(LAW_SCHOOL)).toBeCloseTo(0.2949972, 7);
    expect(kr20(LAW_SCHOOL)).toBeCloseTo(0.2949972, 7);
  });

  it('is not the 0.29595 that comes of p·q over n with totals over n − 1', () => {
    const ofItems = sum([0, 1, 2, 3, 4].map((item) => populationVariance(marksOf(LAW_SCHOOL, item)) ?? 0));
    const mixed = (5 / 4) * (1 - ofItems / (sampleVariance(totalsOf(LAW_SCHOOL)) ?? 0));
    expect(mixed).toBeCloseTo(0.29595, 5);
    expect(mixed).not.toBeCloseTo(0.2949972, 4);
    expect(kr20(LAW_SCHOOL)).not.toBeCloseTo(mixed, 4);
  });

  it('is 0.1964412 by KR-21, which takes items to be equally hard', () => {
    expect(kr21(LAW_SCHOOL)).toBeCloseTo(0.1964412, 7);
  });
});

describe('reliability', () => {
  it('is the same by KR-20 and KR-21 where items are equally hard', () => {
    const marks = [
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ];
    expect(kr21({ marks, maxima: [1, 1] })).toBeCloseTo(kr20({ marks, maxima: [1, 1] }) ?? Number.NaN, 12);
  });

  it('is not defined for one item, for one attempt, and where totals do not vary', () => {
    for (const marks of [
      [[1], [0]],
      [[1, 0]],
      [
        [1, 0],
        [0, 1],
      ],
    ]) {
      const matrix = { marks, maxima: (marks[0] ?? []).map(() => 1) };
      expect([cronbachAlpha(matrix), kr20(matrix), kr21(matrix)]).toEqual([null, null, null]);
    }
  });

  it('takes half marks for α only', () => {
    const matrix = {
      marks: [
        [0.5, 1],
        [0, 0],
        [1, 1],
      ],
      maxima: [1, 1],
    };
    expect(cronbachAlpha(matrix)).not.toBeNull();
    expect(() => kr20(matrix)).toThrow(RangeError);
    expect(() => kr21(matrix)).toThrow(RangeError);
  });

  it('leaves an error of σ√(1 − α)', () => {
    expect(errorOfMeasurement(10, 0.91)).toBeCloseTo(3, 12);
    expect(errorOfMeasurement(10, 1)).toBe(0);
    expect(errorOfMeasurement(10, -3)).toBe(20);
    expect(() => errorOfMeasurement(10, 1.1)).toThrow(RangeError);
  });
});
