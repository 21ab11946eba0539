import { describe, expect, it } from 'vitest';
import { along, dotRadius, isNumbered, PLOT, plotted, timeScale } from './geometry';

const seconds = (...values: readonly number[]) => values.map((value) => value * 1000);

describe('the geometry of results', () => {
  it('keeps shares within their bar', () => {
    expect([along(0.375), along(-1), along(2)]).toEqual(['37.5%', '0%', '100%']);
  });

  it('puts what was claimed and came true on the slanting line', () => {
    for (const rate of [0, 0.2, 0.6, 0.9, 1]) {
      const { x, y } = plotted(rate, rate);
      expect((x - PLOT.left) / (PLOT.right - PLOT.left)).toBeCloseTo(rate);
      expect((PLOT.bottom - y) / (PLOT.bottom - PLOT.top)).toBeCloseTo(rate);
    }
  });

  it('gives a dot an area that grows with its answers', () => {
    const [few, some, most] = [1, 25, 100].map((n) => dotRadius(n, 100));
    expect(few).toBeGreaterThanOrEqual(5);
    expect(some).toBe(8.5);
    expect(most).toBe(12);
    expect(dotRadius(0, 0)).toBe(5);
  });

  it('does not let one long pause flatten the other bars', () => {
    const { topMs } = timeScale(seconds(60, 70, 80, 3_000), null);
    expect(topMs).toBeLessThanOrEqual(400_000);
    expect(topMs).toBeGreaterThanOrEqual(80_000);
  });

  it.each([
    ['usual times', seconds(40, 60, 90, 110), 90_000],
    ['hasty ones', seconds(2, 3, 4), 90_000],
    ['hours', seconds(9_000, 20_000), null],
    ['none at all', seconds(0, 0), null],
  ])('draws at most four lines for %s, the last at the upper edge', (_what, times, paceMs) => {
    const { topMs, lines } = timeScale(times, paceMs);
    expect(lines.length).toBeGreaterThanOrEqual(1);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(lines.at(-1)).toBe(topMs);
    expect(topMs).toBeGreaterThanOrEqual(paceMs ?? 0);
  });

  it('numbers few items each and many in steps', () => {
    const numbered = (items: number) =>
      Array.from({ length: items }, (_, slot) => slot)
        .filter((slot) => isNumbered(slot, items))
        .map((slot) => slot + 1);
    expect(numbered(4)).toEqual([1, 2, 3, 4]);
    expect(numbered(20)).toEqual([1, 5, 10, 15, 20]);
    expect(numbered(100)).toEqual([1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });
});
