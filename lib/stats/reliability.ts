import { type MarksMatrix, marksOf, totalsOf } from './marks-matrix';
import { meanOf, populationVariance, sampleVariance, sum } from './moments';

/**
 * Cronbach's α = p/(p − 1) · (1 − ΣV(x) / V(T)), variances over n − 1. At most 1; negative where items speak against
 * each other. Null with fewer than two items or attempts, and where totals do not vary.
 *
 * It says something only of attempts at the same items: see `alphaOfForm`.
 */
export function cronbachAlpha(matrix: MarksMatrix): number | null {
  return consistency(matrix, sampleVariance);
}

/**
 * Kuder and Richardson's formula 20 (1937), KR-20 = k/(k − 1) · (1 − Σpq / σ²), for items that are right or wrong.
 * Σpq are variances over n, so σ² must be over n too: with n − 1 above and n below the line the result is too high.
 * Null as `cronbachAlpha`, which it equals. Throws on marks other than 0 and 1.
 */
export function kr20(matrix: MarksMatrix): number | null {
  assertRightOrWrong(matrix);
  return consistency(matrix, populationVariance);
}

/**
 * Kuder and Richardson's formula 21, KR-21 = k/(k − 1) · (1 − M(k − M) / (kσ²)), M the mean total, σ² over n: KR-20 if
 * all items were equally hard, else less. Null as `kr20`. Throws on marks other than 0 and 1.
 */
export function kr21(matrix: MarksMatrix): number | null {
  assertRightOrWrong(matrix);
  const totals = totalsOf(matrix);
  const [k, mean, variance] = [matrix.maxima.length, meanOf(totals), populationVariance(totals)];
  if (k < 2 || totals.length < 2 || mean === null || !variance) return null;
  return (k / (k - 1)) * (1 - (mean * (k - mean)) / (k * variance));
}

/**
 * The standard error of measurement, σ√(1 − α), in the unit of `standardDeviation`: how far a total stands from what
 * the same person would get on average. Throws on a reliability above 1.
 */
export function errorOfMeasurement(standardDeviation: number, reliability: number): number {
  if (reliability > 1) throw new RangeError('no reliability is greater than 1');
  return standardDeviation * Math.sqrt(1 - reliability);
}

function consistency(
  matrix: MarksMatrix,
  varianceOf: (values: readonly number[]) => number | null,
): number | null {
  const totals = totalsOf(matrix);
  const [p, ofTotals] = [matrix.maxima.length, varianceOf(totals)];
  if (p < 2 || totals.length < 2 || !ofTotals) return null;
  const ofItems = sum(matrix.maxima.map((_, item) => varianceOf(marksOf(matrix, item)) ?? 0));
  // Where items agree in everything, rounding alone could lift it above 1.
  return Math.min(1, (p / (p - 1)) * (1 - ofItems / ofTotals));
}

function assertRightOrWrong({ marks }: MarksMatrix): void {
  if (marks.some((row) => row.some((mark) => mark !== 0 && mark !== 1))) {
    throw new RangeError('Kuder and Richardson take items that are right or wrong');
  }
}
