/**
 * Spread below this part of the greatest value is rounding, not difference: sums of marks such as 0.1 + 0.2 and 0.3 are
 * the same mark. Without this, items that everybody got right would show a discrimination made of noise, and items that
 * go neither with nor against the total would be flagged by the toss of a bit.
 */
const ROUNDING = 1e-9;

/** The arithmetic mean; null of nothing. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort(ascending);
  const middle = sorted.length / 2;
  return meanOf(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

/** m_r = Σ(x − x̄)^r / n, the central moment of order `r`; null of nothing. */
export function centralMoment(values: readonly number[], r: number): number | null {
  const mean = meanOf(values);
  if (mean === null) return null;
  return isConstant(values) ? 0 : sum(values.map((value) => (value - mean) ** r)) / values.length;
}

/** Σ(x − x̄)² / n, of these values and no others; null of nothing. */
export function populationVariance(values: readonly number[]): number | null {
  return centralMoment(values, 2);
}

/** Σ(x − x̄)² / (n − 1), of a sample; null from fewer than two values. */
export function sampleVariance(values: readonly number[]): number | null {
  return covarianceOf(values, values);
}

/** Σ(x − x̄)(y − ȳ) / (n − 1), of pairs that stand at the same index; null from fewer than two pairs. */
export function covarianceOf(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length !== ys.length) throw new RangeError('pairs need two lists of the same length');
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  if (meanX === null || meanY === null || xs.length < 2) return null;
  if (isConstant(xs) || isConstant(ys)) return 0;
  const products = xs.map((x, index) => (x - meanX) * ((ys[index] ?? 0) - meanY));
  const [total, size] = [sum(products), sum(products.map(Math.abs))];
  return Math.abs(total) <= ROUNDING * size ? 0 : total / (xs.length - 1);
}

/** Pearson's r, −1 to 1; null from fewer than two pairs and where one side does not vary. */
export function correlationOf(xs: readonly number[], ys: readonly number[]): number | null {
  const [covariance, varianceX, varianceY] = [covarianceOf(xs, ys), sampleVariance(xs), sampleVariance(ys)];
  if (covariance === null || !varianceX || !varianceY) return null;
  return Math.min(1, Math.max(-1, covariance / (Math.sqrt(varianceX) * Math.sqrt(varianceY))));
}

/** The sum of `values`; 0 of nothing. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Orders numbers from the least to the greatest. */
export function ascending(one: number, other: number): number {
  return one - other;
}

function isConstant(values: readonly number[]): boolean {
  // Not `Math.min(...values)`: a long list overflows the stack.
  const least = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const greatest = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  return greatest - least <= ROUNDING * Math.max(Math.abs(least), Math.abs(greatest));
}
