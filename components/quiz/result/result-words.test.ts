import { describe, expect, it } from 'vitest';
import type { ItemUid } from '@/lib/base/ids';
import type { Share } from '@/lib/quiz/model';
import {
  brierWords,
  calibrationWords,
  intervalWords,
  objectiveWords,
  regradeWords,
  rightOf,
} from './result-words';

const share = (right: number, n: number, low: number, high: number): Share => ({
  n,
  right,
  rate: right / n,
  low,
  high,
});

describe('a result in words', () => {
  it('says the score, and what it promises of the next items', () => {
    const score = share(14, 20, 0.481, 0.8545);
    expect(rightOf(score)).toBe('14 of 20 right');
    expect(intervalWords(score)).toBe(
      'Of many more items like these you would most likely get between 48% and 85% right.',
    );
  });

  it('is honest about few items', () => {
    expect(intervalWords(share(3, 4, 0.3, 0.95))).toContain('So few items cannot say it more closely.');
    expect(objectiveWords(share(3, 4, 0.3, 0.95))).toBe('too few to tell');
    expect(objectiveWords(share(3, 5, 0.23, 0.88))).toBe('23% to 88%');
  });

  it.each([
    ['claims more than comes true', 0.9, 'surer than you should be'],
    ['claims less', 0.3, 'more than you give yourself credit for'],
    ['claims about what comes true', 0.7, 'no clear difference'],
  ])('tells a learner who %s', (_who, claimed, words) => {
    expect(calibrationWords({ claimed, observed: share(14, 20, 0.48, 0.85) })).toContain(words);
  });

  it.each([
    [0.1, 'Brier score 0.10', 'yours is better than that'],
    [0.25, 'Brier score 0.25', 'yours is the same'],
    [0.4, 'Brier score 0.40', 'yours is worse than that'],
  ])('compares a Brier score of %d with knowing nothing', (brier, score, worth) => {
    expect(brierWords(brier)).toContain(score);
    expect(brierWords(brier)).toContain(worth);
  });

  const scored = { slot: 0, itemUid: 'i' as ItemUid, version: 1, outcome: 'right' } as const;
  it('says of an item that was scored anew what it was and what it is', () => {
    expect(regradeWords({ ...scored, score: 1, scoreBefore: null })).toBeNull();
    expect(regradeWords({ ...scored, score: 1, scoreBefore: 0 })).toContain('was wrong, is right');
    expect(regradeWords({ ...scored, score: 0, scoreBefore: 1 })).toContain('was right, is wrong');
    expect(regradeWords({ ...scored, score: 1, scoreBefore: 1 })).toContain('still counts as right');
  });
});
