import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf, wilsonInterval } from './wilson';

describe('the Wilson interval', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  it.each([
    { right: 81, n: 263, low: 0.2553, high: 0.3662 },
    { right: 15, n: 148, low: 0.0624, high: 0.1605 },
    { right: 0, n: 20, low: 0, high: 0.1611 },
    { right: 1, n: 29, low: 0.0061, high: 0.1718 },
  ])('of $right in $n is $low to $high', ({ right, n, low, high }) => {
    expect(wilsonInterval(right, n).low).toBeCloseTo(low, 4);
    expect(wilsonInterval(right, n).high).toBeCloseTo(high, 4);
  });

  const someShare = fc
    .integer({ min: 1, max: 5_000 })
    .chain((n) => fc.record({ n: fc.constant(n), right: fc.integer({ min: 0, max: n }) }));

  it('holds the rate, stays within 0 and 1, and mirrors right and wrong', () => {
    fc.assert(
      fc.property(someShare, ({ right, n }) => {
        const [of, mirrored] = [wilsonInterval(right, n), wilsonInterval(n - right, n)];
        expect(of.low).toBeGreaterThanOrEqual(0);
        expect(of.low).toBeLessThanOrEqual(right / n);
        expect(of.high).toBeGreaterThanOrEqual(right / n);
        expect(of.high).toBeLessThanOrEqual(1);
        expect(of.low).toBeCloseTo(1 - mirrored.high, 12);
      }),
    );
  });

  it('ends where a test of the rate would just reject it', () => {
    fc.assert(
      fc.property(someShare, ({ right, n }) => {
        const { low, high } = wilsonInterval(right, n);
        for (const bound of [low, high].filter((rate) => rate > 0 && rate < 1)) {
          const z = Math.abs(right / n - bound) / Math.sqrt((bound * (1 - bound)) / n);
          expect(z).toBeCloseTo(1.959964, 5);
        }
      }),
    );
  });

  it('leaves everything possible where nobody answered, and knows no rate', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(shareOf(0, 0)).toBeNull();
  });

  it('comes with the rate', () => {
    expect(shareOf(5, 20)).toEqual({ n: 20, right: 5, rate: 0.25, ...wilsonInterval(5, 20) });
  });

  it('takes no more right answers than answers', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(Number.NaN, 2)).toThrow(RangeError);
  });
});
