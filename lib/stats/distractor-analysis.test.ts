import { describe, expect, it } from 'vitest';
import { type Choice, distractorAnalysis } from './distractor-analysis';

const OPTIONS = ['A', 'B', 'C', 'D', 'E'];

function chose(option: string | null, score: number, times: number): readonly Choice[] {
  return Array.from({ length: times }, () => ({ option, score }));
}

/** A hundred responses: the able choose the key B, the weak A, a few of the able C, one of the weak D, nobody E. */
const CHOICES = [
  ...chose('B', 9, 50),
  ...chose('A', 3, 30),
  ...chose('C', 10, 14),
  ...chose('D', 2, 1),
  ...chose(null, 1, 5),
];

describe('the analysis of distractors', () => {
  const told = distractorAnalysis(OPTIONS, ['B'], CHOICES);

  it('counts choosers as a share of everybody, those who left the item out among them', () => {
    expect(told.options.map(({ option, n, share }) => [option, n, share])).toEqual([
      ['A', 30, 0.3],
      ['B', 50, 0.5],
      ['C', 14, 0.14],
      ['D', 1, 0.01],
      ['E', 0, 0],
    ]);
    expect(told.omitted).toBe(5);
  });

  it('knows how those who chose an option did elsewhere', () => {
    expect(told.options.map(({ meanScore }) => meanScore)).toEqual([3, 9, 10, 2, null]);
  });

  it('correlates each option with the score', () => {
    const scores = CHOICES.map(({ score }) => score);
    const mean = scores.reduce((total, score) => total + score, 0) / 100;
    const spread = Math.sqrt(scores.reduce((total, score) => total + (score - mean) ** 2, 0) / 100);
    // The point-biserial formula, with the mean of all instead of the others: (M₁ − M)/s · √(p/q).
    const expected = ((3 - mean) / spread) * Math.sqrt(0.3 / 0.7);
    expect(told.options[0]?.correlation).toBeCloseTo(expected, 12);
    expect(told.options[4]?.correlation).toBeNull();
  });

  it('takes a distractor for functional if 5% choose it, and rather the weaker', () => {
    expect(told.options.map(({ option, functional }) => [option, functional])).toEqual([
      ['A', true],
      ['B', null],
      ['C', false],
      ['D', false],
      ['E', false],
    ]);
    expect(told.efficiency).toBe(0.25);
  });

  it('counts exactly 5% as enough', () => {
    const { options } = distractorAnalysis(['A', 'B'], ['A'], [...chose('A', 5, 19), ...chose('B', 1, 1)]);
    expect(options[1]?.functional).toBe(true);
  });

  it('takes every key of a regraded item for a key', () => {
    const { options, efficiency } = distractorAnalysis(['A', 'B'], ['A', 'B'], chose('A', 1, 2));
    expect(options.map(({ isKey }) => isKey)).toEqual([true, true]);
    expect(efficiency).toBeNull();
  });

  it('takes no responses to another version, and none at all', () => {
    expect(() => distractorAnalysis(['A', 'B'], ['A'], chose('C', 1, 1))).toThrow(RangeError);
    expect(() => distractorAnalysis(['A', 'B'], ['A'], [])).toThrow(RangeError);
  });
});
