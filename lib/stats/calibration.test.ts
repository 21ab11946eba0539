import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCES, type Confidence } from '@/lib/quiz/model';
import { calibrationOf, type StatedAnswer } from './calibration';

function said(confidence: Confidence, right: number, n: number): readonly StatedAnswer[] {
  return Array.from({ length: n }, (_, index) => ({ confidence, correct: index < right }));
}

describe('calibration', () => {
  it('tells Brier’s score and its parts', () => {
    // By hand: 10 guesses, 2 right; 10 thoughts, 4 right; 20 sure, 10 right. Of 40, 16 right.
    const told = calibrationOf([...said('guess', 2, 10), ...said('think', 4, 10), ...said('sure', 10, 20)]);
    expect(told?.brier).toBeCloseTo(
      (2 * 0.64 + 8 * 0.04 + 4 * 0.16 + 6 * 0.36 + 10 * 0.01 + 10 * 0.81) / 40,
      12,
    );
    expect(told?.reliability).toBeCloseTo((10 * 0 + 10 * 0.04 + 20 * 0.16) / 40, 12);
    expect(told?.resolution).toBeCloseTo((10 * 0.04 + 10 * 0 + 20 * 0.01) / 40, 12);
    expect(told?.uncertainty).toBeCloseTo(0.24, 12);
    expect(told?.bias).toBeCloseTo((10 * 0.2 + 10 * 0.6 + 20 * 0.9) / 40 - 0.4, 12);
  });

  it('is reliability less resolution plus uncertainty, whatever was answered', () => {
    const answers = fc.array(
      fc.record({ confidence: fc.constantFrom(...CONFIDENCES), correct: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const told = calibrationOf(given);
        if (told === null) throw new Error('answers were given');
        expect(told.brier).toBeCloseTo(told.reliability - told.resolution + told.uncertainty, 12);
        expect(told.levels.reduce((n, level) => n + level.n, 0)).toBe(told.n);
      }),
    );
  });

  it('finds overconfidence where so many right answers would be too few for the claim, and underconfidence likewise', () => {
    const told = calibrationOf([...said('guess', 30, 40), ...said('think', 24, 40), ...said('sure', 20, 40)]);
    expect(told?.levels.map(({ confidence, verdict }) => [confidence, verdict])).toEqual([
      ['guess', 'under'],
      ['think', 'in-line'],
      ['sure', 'over'],
    ]);
  });

  it('takes three sure answers with one mistake for no overconfidence yet', () => {
    expect(calibrationOf(said('sure', 2, 3))?.levels[0]?.verdict).toBe('in-line');
  });

  it('gives each level its share with interval, and leaves out what nobody said', () => {
    expect(calibrationOf(said('sure', 0, 20))?.levels).toEqual([
      {
        confidence: 'sure',
        stated: 0.9,
        verdict: 'over',
        n: 20,
        right: 0,
        rate: 0,
        low: 0,
        high: expect.closeTo(0.1611, 4),
      },
    ]);
  });

  it('says nothing of nothing', () => {
    expect(calibrationOf([])).toBeNull();
  });
});
