import { sum } from './moments';

/** Kelley (1939): with groups of this part at each end, their difference is surest. */
const PART = 0.27;

/**
 * The upper–lower discrimination D = p(upper) − p(lower), −1 to 1: how much oftener the best 27% by score had the item
 * right than the weakest 27%.
 *
 * Groups hold exactly 0.27·n, unrounded. Where scores tie across the edge of a group, all who tie belong to it by the
 * same fraction, so that the result depends neither on the order of attempts nor on chance.
 *
 * Null of nothing and where all scores are equal. `marks` are rates of the greatest mark: right 1, wrong 0.
 */
export function upperLower(marks: readonly number[], scores: readonly number[]): number | null {
  if (marks.length !== scores.length) throw new RangeError('every score needs a mark');
  const marksByScore = new Map<number, number[]>();
  scores.forEach((score, index) => {
    const tied = marksByScore.get(score) ?? [];
    marksByScore.set(score, tied);
    tied.push(marks[index] ?? 0);
  });
  if (marksByScore.size < 2) return null;
  const weakestFirst = [...marksByScore].sort(([one], [other]) => one - other).map(([, tied]) => tied);
  const places = PART * scores.length;
  return meanOfFirst(weakestFirst.toReversed(), places) - meanOfFirst(weakestFirst, places);
}

/** The mean mark of the first `places` attempts; of the last who tie for a place, each has a part of one. */
function meanOfFirst(ties: readonly (readonly number[])[], places: number): number {
  let [left, total] = [places, 0];
  for (const tied of ties) {
    const taken = Math.min(left, tied.length);
    total += (taken / tied.length) * sum(tied);
    left -= taken;
  }
  return total / places;
}
