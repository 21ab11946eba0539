import { describe, expect, it } from 'vitest';
import { departures } from './isomorphy';

describe('variants of a concept', () => {
  it('are told apart where their facilities differ by more than a quarter', () => {
    const told = departures([
      { variant: 'harbour', right: 27, n: 30 },
      { variant: 'market', right: 26, n: 40 },
      { variant: 'chapel', right: 19, n: 30 },
    ]);
    expect(told).toEqual([{ easier: 'harbour', harder: 'chapel', difference: expect.closeTo(8 / 30, 12) }]);
  });

  it('are named by which is easier, whatever their order', () => {
    const [easy, hard] = [
      { variant: 'easy', right: 30, n: 30 },
      { variant: 'hard', right: 0, n: 30 },
    ];
    for (const pair of [
      [easy, hard],
      [hard, easy],
    ]) {
      expect(departures(pair)).toEqual([{ easier: 'easy', harder: 'hard', difference: 1 }]);
    }
  });

  it('may differ by exactly a quarter', () => {
    expect(
      departures([
        { variant: 1, right: 36, n: 40 },
        { variant: 2, right: 65, n: 100 },
      ]),
    ).toEqual([]);
    expect(
      departures([
        { variant: 1, right: 36, n: 40 },
        { variant: 2, right: 64, n: 100 },
      ]),
    ).toHaveLength(1);
  });

  it('are not compared before each has thirty answers', () => {
    expect(
      departures([
        { variant: 1, right: 29, n: 29 },
        { variant: 2, right: 0, n: 500 },
      ]),
    ).toEqual([]);
    expect(
      departures([
        { variant: 1, right: 30, n: 30 },
        { variant: 2, right: 0, n: 500 },
      ]),
    ).toHaveLength(1);
  });
});
