import { describe, expect, it } from 'vitest';
import type { ItemUid } from '@/lib/base/ids';
import type { Share } from '@/lib/quiz/result-model';
import {
  brierWords,
  calibrationWords,
  comingFirst,
  intervalWords,
  isScoredAnew,
  objectiveWords,
  regradeWords,
  rightOf,
  sureButWrongWords,
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

  it('compares what is shown, not what was rounded away', () => {
    expect(brierWords(0.2504)).toContain('yours is the same');
  });

  it('says of an item that was scored anew what it was and what it is', () => {
    expect(regradeWords({ score: 1, scoreBefore: 0 })).toBe('was wrong, is right');
    expect(regradeWords({ score: 0, scoreBefore: 1 })).toBe('was right, is wrong');
    expect(regradeWords({ score: 1, scoreBefore: 1 })).toBe('still counts as right');
  });

  it('calls an item scored anew only when that was decided after the attempt', () => {
    const reason = 'Both are taught';
    expect(isScoredAnew({ decided: null }, 100)).toBe(false);
    expect(isScoredAnew({ decided: { at: 100, reason } }, 100)).toBe(false);
    expect(isScoredAnew({ decided: { at: 101, reason } }, 100)).toBe(true);
  });

  it('tells what was sure and wrong, and of how much of it that it comes first tomorrow', () => {
    const level = { confidence: 'sure', stated: 0.9 } as const;
    const of = (right: number, n: number) => ({ levels: [{ ...level, ...share(right, n, 0, 1) }] });
    expect(sureButWrongWords(of(5, 5), 0)).toBeNull();
    expect(sureButWrongWords({ levels: [] }, 0)).toBeNull();
    expect(sureButWrongWords(of(4, 5), 1)).toBe(
      '1 answer you were sure of was wrong: it comes first tomorrow.',
    );
    expect(sureButWrongWords(of(3, 5), 2)).toBe(
      '2 answers you were sure of were wrong: they come first tomorrow.',
    );
    expect(sureButWrongWords(of(3, 5), 1)).toBe(
      '2 answers you were sure of were wrong. 1 of them comes first tomorrow.',
    );
    expect(sureButWrongWords(of(2, 5), 2)).toBe(
      '3 answers you were sure of were wrong. 2 of them come first tomorrow.',
    );
    expect(sureButWrongWords(of(3, 5), 0)).toBe('2 answers you were sure of were wrong.');
  });

  it('counts as coming first only what is wrong as it is scored now', () => {
    const result = {
      scores: (['wrong', 'right', 'wrong', 'omitted'] as const).map((outcome, slot) => ({
        slot,
        itemUid: `item-${slot}` as ItemUid,
        version: 1,
        score: outcome === 'right' ? (1 as const) : (0 as const),
        outcome,
        scoreBefore: null,
        decided: null,
      })),
    };
    const uids = ['item-0', 'item-1', 'item-9'] as ItemUid[];
    expect(comingFirst(result, uids)).toBe(1);
    expect(comingFirst(result, [])).toBe(0);
  });
});
