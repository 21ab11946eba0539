import { correlationOf, meanOf, populationVariance } from './moments';

/**
 * How well an item tells the able from the others: Pearson's r of its marks with what the same attempts got elsewhere.
 * With totals in `elsewhere` the item is correlated with itself too and looks better than it is, the more so the fewer
 * items there are; pass the rest (total less item) for the corrected value. Null where one side does not vary.
 */
export function itemCorrelation(marks: readonly number[], elsewhere: readonly number[]): number | null {
  return correlationOf(marks, elsewhere);
}

/**
 * The point-biserial correlation (M₁ − M₀)/s · √(pq): M₁ and M₀ the mean scores of those who had it right and wrong,
 * p and q their shares, s the standard deviation of all scores over n. Equals Pearson's r of right (1) or wrong (0) with
 * the score. Null where all or none had it right, and where scores do not vary.
 */
export function pointBiserial(right: readonly boolean[], scores: readonly number[]): number | null {
  if (right.length !== scores.length) throw new RangeError('every score needs an answer');
  const ofRight = scores.filter((_, index) => right[index]);
  const ofWrong = scores.filter((_, index) => !right[index]);
  const [above, below, variance] = [meanOf(ofRight), meanOf(ofWrong), populationVariance(scores)];
  if (above === null || below === null || !variance) return null;
  const p = ofRight.length / scores.length;
  return ((above - below) / Math.sqrt(variance)) * Math.sqrt(p * (1 - p));
}
