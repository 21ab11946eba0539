import { type Interval, NORMAL_975 } from './wilson';

/**
 * The interval of 95% of a correlation `r` from `n` pairs, by Fisher's z: tanh(atanh r ± 1.96/√(n − 3)). Null from n ≤ 3.
 * An r of ±1 has no width. Throws beyond ±1.
 */
export function correlationInterval(r: number, n: number): Interval | null {
  if (!(Math.abs(r) <= 1)) throw new RangeError(`${r} is no correlation`);
  if (n <= 3) return null;
  const reach = NORMAL_975 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach) };
}
