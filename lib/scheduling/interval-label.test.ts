import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { intervalLabel } from './interval-label';

const inMs = (ms: number) => intervalLabel({ dueAt: ms, placedDays: null }, 0);
const inDays = (placedDays: number) => intervalLabel({ dueAt: placedDays * DAY_MS, placedDays }, 0);

describe('the label of an interval', () => {
  it.each([
    { ms: 0, short: '<1 min', spoken: 'less than a minute' },
    { ms: MINUTE_MS, short: '1 min', spoken: '1 minute' },
    { ms: 10 * MINUTE_MS, short: '10 min', spoken: '10 minutes' },
    { ms: HOUR_MS, short: '1 h', spoken: '1 hour' },
    { ms: 90 * MINUTE_MS, short: '1.5 h', spoken: '1.5 hours' },
    { ms: 23 * HOUR_MS, short: '23 h', spoken: '23 hours' },
  ])('within the day: $short, "$spoken"', ({ ms, short, spoken }) => {
    expect(inMs(ms)).toEqual({ short, spoken });
  });

  it.each([
    { days: 1, short: '1 d', spoken: '1 day' },
    { days: 12, short: '12 d', spoken: '12 days' },
    { days: 30, short: '30 d', spoken: '30 days' },
    { days: 31, short: '1 mo', spoken: '1 month' },
    { days: 95, short: '3.1 mo', spoken: '3.1 months' },
    { days: 364, short: '12 mo', spoken: '12 months' },
    { days: 365, short: '1 y', spoken: '1 year' },
    { days: 438, short: '1.2 y', spoken: '1.2 years' },
    { days: 3_650, short: '10 y', spoken: '10 years' },
  ])('in $days days: $short, "$spoken"', ({ days, short, spoken }) => {
    expect(inDays(days)).toEqual({ short, spoken });
  });

  it('counts days as placed, not hours: tomorrow is 1 d even at night', () => {
    expect(intervalLabel({ dueAt: 3 * HOUR_MS, placedDays: 1 }, 0).short).toBe('1 d');
  });

  it('never shrinks as the interval grows', () => {
    const sizes = { min: MINUTE_MS, h: HOUR_MS, d: DAY_MS, mo: 30.4375 * DAY_MS, y: 365.25 * DAY_MS };
    const sizeOf = ({ short }: { short: string }) => {
      const [amount, unit] = short.split(' ');
      return Number(amount?.replace('<1', '0')) * sizes[unit as keyof typeof sizes];
    };
    fc.assert(
      fc.property(fc.nat(2 * DAY_MS), fc.nat(DAY_MS), (ms, more) => {
        expect(sizeOf(inMs(ms))).toBeLessThanOrEqual(sizeOf(inMs(ms + more)));
      }),
      { numRuns: 500 },
    );
    for (let days = 1; days < 3_650; days += 1) {
      expect(sizeOf(inDays(days))).toBeLessThanOrEqual(sizeOf(inDays(days + 1)));
    }
  });
});
