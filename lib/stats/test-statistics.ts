import { type MarksMatrix, totalsOf } from './marks-matrix';
import { centralMoment, meanOf, medianOf } from './moments';
import { cronbachAlpha, errorOfMeasurement } from './reliability';

/** Statistics of a whole test. Marks in the unit of the items; null where a value is not defined. */
export type TestStatistics = Readonly<{
  attempts: number;
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
  skewness: number | null;
  /** Excess: 0 for a normal distribution. */
  kurtosis: number | null;
  /** Coefficient of internal consistency: Cronbach's α in percent, at most 100, may be negative. */
  internalConsistency: number | null;
  /** Part of the standard deviation that is chance, in percent; above 100 where consistency is negative. */
  errorRatio: number | null;
  /** Standard error of a total, in marks. */
  standardError: number | null;
}>;

/**
 * Statistics of `matrix` as the quiz report of Moodle defines them (its documentation, "Quiz statistics calculations").
 * S attempts with totals T; m_r = Σ(T − T̄)^r / S.
 *
 * - k₂ = S·m₂/(S − 1), the variance; SD = √k₂ from S > 1
 * - k₃ = S²·m₃/((S − 1)(S − 2)); skewness = k₃/k₂^1.5 from S > 2
 * - k₄ = S²·((S + 1)·m₄ − 3(S − 1)·m₂²)/((S − 1)(S − 2)(S − 3)); kurtosis = k₄/k₂² from S > 3
 * - consistency = 100·α from S > 2 and two items
 * - error ratio = 100·√(1 − consistency/100); standard error = error ratio · SD / 100
 *
 * Where totals do not vary, the last five are null. Throws when rows are not of one length.
 */
export function testStatistics(matrix: MarksMatrix): TestStatistics {
  const totals = totalsOf(matrix);
  const attempts = totals.length;
  const { k2, k3, k4 } = cumulants(totals);
  const alpha = attempts > 2 ? cronbachAlpha(matrix) : null;
  const standardDeviation = k2 === null ? null : Math.sqrt(k2);
  return {
    attempts,
    mean: meanOf(totals),
    median: medianOf(totals),
    standardDeviation,
    skewness: k3 === null || !k2 ? null : k3 / k2 ** 1.5,
    kurtosis: k4 === null || !k2 ? null : k4 / k2 ** 2,
    internalConsistency: alpha === null ? null : 100 * alpha,
    errorRatio: alpha === null ? null : 100 * Math.sqrt(1 - alpha),
    standardError:
      alpha === null || standardDeviation === null ? null : errorOfMeasurement(standardDeviation, alpha),
  };
}

/** Fisher's k-statistics of a sample, each null where the sample is too small for it. */
function cumulants(values: readonly number[]): Readonly<Record<'k2' | 'k3' | 'k4', number | null>> {
  const s = values.length;
  const [m2, m3, m4] = [2, 3, 4].map((order) => centralMoment(values, order) ?? 0) as [
    number,
    number,
    number,
  ];
  return {
    k2: s > 1 ? (s * m2) / (s - 1) : null,
    k3: s > 2 ? (s ** 2 * m3) / ((s - 1) * (s - 2)) : null,
    k4: s > 3 ? (s ** 2 * ((s + 1) * m4 - 3 * (s - 1) * m2 ** 2)) / ((s - 1) * (s - 2) * (s - 3)) : null,
  };
}
