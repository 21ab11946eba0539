import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOODLE_ITEMS, MOODLE_QUIZ } from './fixtures/moodle-quiz';
import { UNEVEN_ITEMS, UNEVEN_QUIZ } from './fixtures/uneven-quiz';
import { itemStatistics, randomGuessScore } from './item-statistics';
import { restOf } from './marks-matrix';
import { sum } from './moments';

const aMark = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);
const aTest = fc.integer({ min: 2, max: 5 }).chain((items) =>
  fc.record({
    maxima: fc.constant(new Array<number>(items).fill(1)),
    marks: fc.array(fc.array(aMark, { minLength: items, maxLength: items }), { minLength: 2, maxLength: 20 }),
  }),
);

/** Pearson's r by the formula of sums, which shares nothing with ours. */
function pearson(xs: readonly number[], ys: readonly number[]): number {
  const n = xs.length;
  const [sx, sy] = [sum(xs), sum(ys)];
  const sxy = sum(xs.map((x, index) => x * (ys[index] ?? 0)));
  const [sxx, syy] = [sum(xs.map((x) => x * x)), sum(ys.map((y) => y * y))];
  return (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
}

describe('the statistics of items', () => {
  it.each(MOODLE_ITEMS.map((expected, item) => ({ item, expected })))(
    'agree with Moodle for 25 attempts at seven items: item $item',
    ({ item, expected }) => {
      const told = itemStatistics(MOODLE_QUIZ)[item];
      for (const [name, value] of Object.entries(expected)) {
        const ours = told?.[name as keyof typeof expected] ?? Number.NaN;
        expect(Math.abs(ours / value - 1), name).toBeLessThan(1e-5);
      }
    },
  );

  it.each(UNEVEN_QUIZ.maxima.map((maximum, item) => ({ item, maximum })))(
    'agree with Moodle for items of zero, one and eight marks: item $item of $maximum',
    ({ item }) => {
      const told = itemStatistics(UNEVEN_QUIZ)[item];
      const inTheirUnits = {
        facility: told?.facility == null ? null : told.facility * 100,
        standardDeviation: told?.standardDeviation == null ? null : told.standardDeviation * 1000,
        effectiveWeight: told?.effectiveWeight,
        discriminationIndex: told?.discriminationIndex,
        discriminativeEfficiency: told?.discriminativeEfficiency,
      };
      for (const [name, values] of Object.entries(UNEVEN_ITEMS)) {
        const [ours, theirs] = [inTheirUnits[name as keyof typeof inTheirUnits], values[item]];
        if (theirs === null) expect(ours, name).toBeNull();
        else expect(ours, name).toBeCloseTo(theirs ?? Number.NaN, 5);
      }
    },
  );

  it('take the discrimination index for a hundred times Pearson’s r of marks and rest', () => {
    fc.assert(
      fc.property(aTest, (matrix) => {
        itemStatistics(matrix).forEach(({ discriminationIndex }, item) => {
          const marks = matrix.marks.map((row) => row[item] ?? 0);
          const r = pearson(marks, restOf(matrix, item));
          if (Number.isFinite(r)) expect(discriminationIndex).toBeCloseTo(100 * r, 6);
          else expect(discriminationIndex).toBeNull();
        });
      }),
    );
  });

  it('keep efficiency at or below 100, and reach it where the best here are the best elsewhere', () => {
    fc.assert(
      fc.property(aTest, (matrix) => {
        for (const { discriminativeEfficiency } of itemStatistics(matrix)) {
          expect(discriminativeEfficiency ?? 0).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
    const ordered = {
      marks: [
        [0, 0.1],
        [0.5, 0.2],
        [0.5, 0.9],
        [1, 1],
      ],
      maxima: [1, 1],
    };
    expect(itemStatistics(ordered).map((item) => item.discriminativeEfficiency)).toEqual([100, 100]);
  });

  it('flag an item that opposes the total, give it no weight and share all weight among the others', () => {
    const marks = [
      [0, 0, 1],
      [1, 0, 1],
      [1, 1, 0],
      [1, 1, 0],
    ];
    const told = itemStatistics({ marks, maxima: [1, 1, 1] });
    expect(told.map(({ opposesTotal }) => opposesTotal)).toEqual([false, false, true]);
    expect(told[2]?.effectiveWeight).toBeNull();
    expect(sum(told.map(({ effectiveWeight }) => effectiveWeight ?? 0))).toBeCloseTo(100, 10);
  });

  it('intend weights by the greatest marks', () => {
    const weights = itemStatistics(UNEVEN_QUIZ).map(({ intendedWeight }) => intendedWeight);
    expect(weights[7]).toBeCloseTo(100 / 3, 12);
    expect(weights[4]).toBe(0);
    expect(itemStatistics({ marks: [[0]], maxima: [0] })[0]?.intendedWeight).toBeNull();
  });

  it('say of a single attempt only its facility and the intended weight', () => {
    expect(itemStatistics({ marks: [[0.5, 1]], maxima: [1, 1] })[0]).toEqual({
      facility: 0.5,
      standardDeviation: null,
      discriminationIndex: null,
      discriminativeEfficiency: null,
      intendedWeight: 50,
      effectiveWeight: null,
      opposesTotal: false,
    });
  });

  it('find no discrimination in the rounding of equal marks', () => {
    const marks = [
      [0.1 + 0.2, 0],
      [0.3, 1],
      [0.3, 0.5],
    ];
    expect(itemStatistics({ marks, maxima: [1, 1] })[0]).toMatchObject({
      standardDeviation: 0,
      discriminationIndex: null,
      discriminativeEfficiency: null,
    });
  });

  it('flag no item that goes neither with nor against the total', () => {
    // Totals 0.4, 0.4, 0.8 and 0.8 are met by the same marks here, but not exactly so in binary fractions.
    const here = [0.1, 0.3, 0.1, 0.3];
    const elsewhere = [0.3, 0.1, 0.7, 0.5];
    for (const order of [
      [0, 1, 2, 3],
      [1, 0, 3, 2],
      [2, 1, 0, 3],
      [3, 2, 1, 0],
      [0, 2, 1, 3],
    ]) {
      const marks = order.map((at) => [here[at] ?? 0, elsewhere[at] ?? 0]);
      const [first] = itemStatistics({ marks, maxima: [1, 1] });
      expect(first).toMatchObject({ opposesTotal: false, effectiveWeight: 0 });
    }
  });

  it('expect of blind choice the mean of what options give', () => {
    expect(randomGuessScore([1, 0, 0, 0, 0])).toBe(0.2);
    expect(randomGuessScore([1, 0.5, 0, -0.5])).toBe(0.25);
    expect(randomGuessScore([])).toBeNull();
  });
});
