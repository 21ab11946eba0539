import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOODLE_QUIZ, MOODLE_TEST } from './fixtures/moodle-quiz';
import { testStatistics } from './test-statistics';

const PRECISION = 1.5e-5;
const aMark = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);

describe('the statistics of a test', () => {
  it.each(Object.entries(MOODLE_TEST))(
    'agree with Moodle for 25 attempts at seven items: %s',
    (name, value) => {
      const told = testStatistics(MOODLE_QUIZ)[name as keyof typeof MOODLE_TEST];
      expect(Math.abs((told ?? Number.NaN) / value - 1)).toBeLessThan(PRECISION);
    },
  );

  it.each([
    { attempts: 0, defined: [] },
    { attempts: 1, defined: ['mean', 'median'] },
    { attempts: 2, defined: ['mean', 'median', 'standardDeviation'] },
    {
      attempts: 3,
      defined: [
        'mean',
        'median',
        'standardDeviation',
        'skewness',
        'internalConsistency',
        'errorRatio',
        'standardError',
      ],
    },
    { attempts: 4, defined: Object.keys(MOODLE_TEST) },
  ])('are null where $attempts attempts do not define them', ({ attempts, defined }) => {
    const told = testStatistics({ ...MOODLE_QUIZ, marks: MOODLE_QUIZ.marks.slice(0, attempts) });
    const { attempts: counted, ...values } = told;
    expect(counted).toBe(attempts);
    const names = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [name]));
    expect(names.sort()).toEqual([...defined].sort());
  });

  it('are null beyond the spread where all totals are the same, whatever rounding makes of sums', () => {
    const marks = [
      [0.1, 0.2],
      [0.2, 0.1],
      [0.3, 0],
      [0.15, 0.15],
    ];
    expect(testStatistics({ marks, maxima: [1, 1] })).toMatchObject({
      standardDeviation: 0,
      skewness: null,
      kurtosis: null,
      internalConsistency: null,
      errorRatio: null,
      standardError: null,
    });
  });

  it('know no consistency of a single item', () => {
    const told = testStatistics({ marks: [[0], [1], [1], [0.5]], maxima: [1] });
    expect(told.internalConsistency).toBeNull();
    expect(told.standardDeviation).not.toBeNull();
  });

  it('give parallel items that agree in everything a consistency of 100 and no error', () => {
    fc.assert(
      fc.property(
        fc.array(aMark, { minLength: 3, maxLength: 30 }).filter((marks) => new Set(marks).size > 1),
        fc.integer({ min: 2, max: 9 }),
        (marks, items) => {
          const told = testStatistics({
            marks: marks.map((mark) => new Array<number>(items).fill(mark)),
            maxima: new Array<number>(items).fill(1),
          });
          expect(told.internalConsistency).toBeCloseTo(100, 8);
          expect(told.errorRatio).toBeCloseTo(0, 4);
        },
      ),
    );
  });

  it('never find a consistency above 100', () => {
    const aTest = fc.integer({ min: 2, max: 5 }).chain((items) =>
      fc.record({
        maxima: fc.constant(new Array<number>(items).fill(1)),
        marks: fc.array(fc.array(aMark, { minLength: items, maxLength: items }), {
          minLength: 3,
          maxLength: 20,
        }),
      }),
    );
    fc.assert(
      fc.property(aTest, (matrix) => {
        expect(testStatistics(matrix).internalConsistency ?? 0).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it('take no rows of different lengths', () => {
    expect(() => testStatistics({ marks: [[1, 0], [1]], maxima: [1, 1] })).toThrow(RangeError);
  });
});
