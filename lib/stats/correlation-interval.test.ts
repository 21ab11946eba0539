import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationInterval } from './correlation-interval';

describe('the interval of a correlation', () => {
  it.each([
    { r: 0.684848, n: 10, low: 0.097071, high: 0.918445 },
    { r: 0.5, n: 12, low: -0.1039, high: 0.8345 },
  ])('of $r from $n pairs is $low to $high', ({ r, n, low, high }) => {
    expect(correlationInterval(r, n)?.low).toBeCloseTo(low, 3);
    expect(correlationInterval(r, n)?.high).toBeCloseTo(high, 3);
  });

  it('holds the correlation and narrows with more pairs', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.integer({ min: 4, max: 500 }),
        (r, n) => {
          const [few, more] = [correlationInterval(r, n), correlationInterval(r, 4 * n)];
          expect(few?.low).toBeLessThan(r);
          expect(few?.high).toBeGreaterThan(r);
          expect(more?.low).toBeGreaterThan(few?.low ?? 1);
          expect(more?.high).toBeLessThan(few?.high ?? -1);
        },
      ),
    );
  });

  it('has no width at a perfect correlation, and is not defined for three pairs', () => {
    expect(correlationInterval(1, 40)).toEqual({ low: 1, high: 1 });
    expect(correlationInterval(-1, 40)).toEqual({ low: -1, high: -1 });
    expect(correlationInterval(0.5, 3)).toBeNull();
    expect(() => correlationInterval(1.01, 40)).toThrow(RangeError);
  });
});
