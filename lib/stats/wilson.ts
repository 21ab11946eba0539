import type { Share } from '@/lib/quiz/result-model';

/** The quantile of the normal distribution that leaves 2.5% above it: intervals of 95%. */
export const NORMAL_975 = 1.959963984540054;

/** Where a value lies in 95 of 100 samples. */
export type Interval = Readonly<{ low: number; high: number }>;

/**
 * Wilson's score interval of 95% for `right` of `n`, without correction for continuity (Wilson 1927; method 3 of
 * Newcombe 1998): (2nr̂ + z² ± z√(z² + 4nr̂(1 − r̂))) / (2(n + z²)) with r̂ = right/n. Lies within 0 and 1 and holds
 * where few or none were right. From n = 0 everything is possible: 0 to 1.
 *
 * Throws unless 0 ≤ right ≤ n.
 */
export function wilsonInterval(right: number, n: number): Interval {
  if (!(right >= 0 && right <= n)) throw new RangeError(`${right} of ${n} is no share`);
  const z2 = NORMAL_975 ** 2;
  const middle = 2 * right + z2;
  const reach = n === 0 ? z2 : NORMAL_975 * Math.sqrt(z2 + 4 * right * (1 - right / n));
  const [low, high] = [(middle - reach) / (2 * (n + z2)), (middle + reach) / (2 * (n + z2))];
  // The ends are exact there; rounding would leave them a hair inside.
  return { low: right === 0 ? 0 : Math.max(0, low), high: right === n ? 1 : Math.min(1, high) };
}

/** `right` of `n` as a rate with its interval; null where n = 0, for there is no rate. */
export function shareOf(right: number, n: number): Share | null {
  return n === 0 ? null : { n, right, rate: right / n, ...wilsonInterval(right, n) };
}
