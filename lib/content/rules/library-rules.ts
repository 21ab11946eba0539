import { uncoveredClaim } from './d01-uncovered-claim';
import { thinObjective } from './d02-thin-objective';
import { bloomMix } from './d03-bloom-mix';
import { uncorrectedClaim } from './d04-uncorrected-claim';
import { fewVariants } from './d05-few-variants';
import { contradiction } from './d08-contradiction';
import type { LibraryRule } from './library-rule';

/** Every rule on a library as a whole, in the order of their numbers. */
export const LIBRARY_RULES: readonly LibraryRule[] = [
  uncoveredClaim,
  thinObjective,
  bloomMix,
  uncorrectedClaim,
  fewVariants,
  contradiction,
];
