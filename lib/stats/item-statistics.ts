import { type MarksMatrix, marksOf, restOf, totalsOf } from './marks-matrix';
import { ascending, correlationOf, covarianceOf, meanOf, sampleVariance, sum } from './moments';

/** Statistics of one item of a test; null where a value is not defined. */
export type ItemStatistics = Readonly<{
  /** Mean mark as a rate of the greatest mark. */
  facility: number | null;
  /** In marks. */
  standardDeviation: number | null;
  /** Percent, −100 to 100. */
  discriminationIndex: number | null;
  /** Percent, at most 100. */
  discriminativeEfficiency: number | null;
  /** Percent of all marks to be had. */
  intendedWeight: number | null;
  /** Percent of the spread of totals; null also where `opposesTotal`. */
  effectiveWeight: number | null;
  /** The more an attempt got in all, the less it got here: something is wrong with the item. */
  opposesTotal: boolean;
}>;

/**
 * Statistics of each item of `matrix`, in its order, as the quiz report of Moodle defines them (its documentation, "Quiz
 * statistics calculations"). S attempts; x the marks of the item, M the greatest, T the totals, X = T − x the rest.
 * V and C are variance and covariance over S − 1.
 *
 * - facility = mean(x)/M; null if M = 0 or nobody sat it
 * - SD = √V(x); null from S ≤ 1
 * - discrimination index = 100·C(x, X)/√(V(x)·V(X)), Pearson's r with the rest; null if either does not vary
 * - discriminative efficiency = 100·C(x, X)/C(x sorted, X sorted), of the greatest covariance that these marks could
 *   have; null if that is 0
 * - intended weight = 100·M/ΣM; null if ΣM = 0
 * - effective weight = 100·√C(x, T)/Σ√C(x, T), the sum over items with C ≥ 0; null if C < 0 or the sum is 0
 *
 * Every item must have stood in every attempt. Throws when rows are not of one length.
 */
export function itemStatistics(matrix: MarksMatrix): readonly ItemStatistics[] {
  const totals = totalsOf(matrix);
  const available = sum(matrix.maxima);
  const withTotal = matrix.maxima.map((_, item) => covarianceOf(marksOf(matrix, item), totals));
  const spread = sum(withTotal.map((covariance) => Math.sqrt(Math.max(0, covariance ?? 0))));
  return matrix.maxima.map((maximum, item) => {
    const [marks, rest] = [marksOf(matrix, item), restOf(matrix, item)];
    const [mean, variance, own] = [meanOf(marks), sampleVariance(marks), withTotal[item] ?? null];
    return {
      facility: mean === null || maximum === 0 ? null : mean / maximum,
      standardDeviation: variance === null ? null : Math.sqrt(variance),
      discriminationIndex: percent(correlationOf(marks, rest)),
      discriminativeEfficiency: percent(efficiency(marks, rest)),
      intendedWeight: available === 0 ? null : (100 * maximum) / available,
      effectiveWeight: own === null || own < 0 || spread === 0 ? null : (100 * Math.sqrt(own)) / spread,
      opposesTotal: own !== null && own < 0,
    };
  });
}

/**
 * What blind choice gets on average, as a rate: the mean of what the options give. One right of five gives 0.2. Null
 * without options.
 */
export function randomGuessScore(optionFractions: readonly number[]): number | null {
  return meanOf(optionFractions);
}

function efficiency(marks: readonly number[], rest: readonly number[]): number | null {
  const covariance = covarianceOf(marks, rest);
  const greatest = covarianceOf([...marks].sort(ascending), [...rest].sort(ascending));
  return covariance === null || !greatest ? null : covariance / greatest;
}

function percent(rate: number | null): number | null {
  return rate === null ? null : 100 * rate;
}
