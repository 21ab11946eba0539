import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '@/lib/base/time';
import { callBetween, clockText, handsInAt } from './time-left';

describe('the time left', () => {
  it.each([
    [30 * MINUTE_MS, '30:00'],
    [29 * MINUTE_MS + 59_001, '30:00'],
    [61_000, '1:01'],
    [1, '0:01'],
    [0, '0:00'],
    [-5000, '0:00'],
    [3_725_000, '1:02:05'],
  ])('of %d ms is shown as %s', (leftMs, text) => {
    expect(clockText(leftMs)).toBe(text);
  });

  it.each([
    [10 * MINUTE_MS + 1, 10 * MINUTE_MS, '10 minutes left.'],
    [5 * MINUTE_MS + 1, 5 * MINUTE_MS - 400, '5 minutes left.'],
    [MINUTE_MS + 1, MINUTE_MS, '1 minute left.'],
    [1, 0, 'Time is up.'],
    [12 * MINUTE_MS, 4 * MINUTE_MS, '5 minutes left.'],
    [10 * MINUTE_MS, 9 * MINUTE_MS, null],
    [0, -1, null],
  ])('is called out between %d and %d ms: %s', (before, left, call) => {
    expect(callBetween(before, left)).toBe(call);
  });

  it('ends a block by itself at or after the deadline and well within the grace, spread by chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), fc.nat(120_000), (chance, graceMs) => {
        const at = handsInAt(1000, graceMs, chance);
        expect(at).toBeGreaterThanOrEqual(1000);
        expect(at).toBeLessThanOrEqual(1000 + Math.min(15_000, 0.6 * graceMs));
      }),
    );
    expect(handsInAt(0, 60_000, 0.5)).toBe(7500);
  });
});
