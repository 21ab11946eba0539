import { sum } from './moments';

/** Marks of attempts at the same items: a row for each attempt, a column for each item, and what each item can give. */
export type MarksMatrix = Readonly<{ marks: readonly (readonly number[])[]; maxima: readonly number[] }>;

/** The total of each attempt, T. Throws when a row has not one mark for each item: that is a bug of the caller. */
export function totalsOf({ marks, maxima }: MarksMatrix): readonly number[] {
  return marks.map((row) => {
    if (row.length !== maxima.length) throw new RangeError('every attempt needs one mark for each item');
    return sum(row);
  });
}

/** The marks of one item, x, in the order of the attempts. */
export function marksOf({ marks }: MarksMatrix, item: number): readonly number[] {
  return marks.map((row) => row[item] ?? 0);
}

/** What each attempt got for all other items, X = T − x, added up by itself so that nothing is lost to rounding. */
export function restOf({ marks }: MarksMatrix, item: number): readonly number[] {
  return marks.map((row) => sum(row.filter((_, index) => index !== item)));
}
