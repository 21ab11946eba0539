import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAW_SCHOOL } from './fixtures/law-school';
import { itemCorrelation, pointBiserial } from './item-correlation';
import { itemStatistics } from './item-statistics';
import { marksOf, restOf, totalsOf } from './marks-matrix';

/** Published for section 6 of the Law School Admission Test, 1000 people. */
const PUBLISHED = [
  { item: 0, p: 0.924, withTotal: 0.362, withRest: 0.1128 },
  { item: 1, p: 0.709, withTotal: 0.5668, withRest: 0.1532 },
  { item: 2, p: 0.553, withTotal: 0.6184, withRest: 0.1728 },
  { item: 3, p: 0.763, withTotal: 0.5344, withRest: 0.1444 },
  { item: 4, p: 0.87, withTotal: 0.4354, withRest: 0.1216 },
];

describe('the correlation of an item', () => {
  it.each(PUBLISHED)('agrees with what is published of item $item', ({ item, p, withTotal, withRest }) => {
    const marks = marksOf(LAW_SCHOOL, item);
    expect(itemStatistics(LAW_SCHOOL)[item]?.facility).toBeCloseTo(p, 12);
    expect(itemCorrelation(marks, totalsOf(LAW_SCHOOL))).toBeCloseTo(withTotal, 4);
    expect(itemCorrelation(marks, restOf(LAW_SCHOOL, item))).toBeCloseTo(withRest, 4);
  });

  it('is the same as the point-biserial one for items that are right or wrong', () => {
    const answers = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 20 })), { maxLength: 40 });
    fc.assert(
      fc.property(answers, (pairs) => {
        const right = pairs.map(([isRight]) => isRight);
        const scores = pairs.map(([, score]) => score);
        const r = itemCorrelation(right.map(Number), scores);
        const biserial = pointBiserial(right, scores);
        if (r === null) expect(biserial).toBeNull();
        else expect(biserial).toBeCloseTo(r, 10);
      }),
    );
  });

  it('is not defined where nothing varies', () => {
    expect(pointBiserial([true, true], [1, 2])).toBeNull();
    expect(pointBiserial([true, false], [2, 2])).toBeNull();
    expect(pointBiserial([], [])).toBeNull();
    expect(itemCorrelation([1], [1])).toBeNull();
  });

  it('is perfect between a list and itself', () => {
    expect(itemCorrelation([0, 0.2, 1], [0, 0.2, 1])).toBe(1);
  });

  it('takes no lists of different lengths', () => {
    expect(() => pointBiserial([true], [1, 2])).toThrow(RangeError);
    expect(() => itemCorrelation([1], [1, 2])).toThrow(RangeError);
  });
});
