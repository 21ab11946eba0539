import type { Grade } from '@/lib/scheduling/model';
import type { CaseOutcome } from './case-event';

/** What of an outcome decides its rating. */
export type Rated = Pick<CaseOutcome, 'option' | 'correct' | 'confidence'>;

/** The grade of a case, and the days asked for until the next; null leaves them to the model. */
export type CaseRating = Readonly<{ grade: Grade; placedDays: number | null }>;

/** So many answers right and sure, this one among them, make a case Easy. */
const SURE_IN_A_ROW = 3;

/**
 * The rating of a case from what was made of it. Wrong or left out: Again; right by a guess: Hard; right: Good, and Easy
 * when it was sure this time and the two times before. Of five options a guess finds one: that is why being right
 * proves less than recalling a card. Whoever was sure and wrong is asked tomorrow. `before` are earlier outcomes of the
 * concept, the latest last.
 */
export function rateCase(outcome: Rated, before: readonly Rated[]): CaseRating {
  if (!outcome.correct) return { grade: 1, placedDays: isConfidentlyWrong(outcome) ? 1 : null };
  if (outcome.confidence === 'guess') return { grade: 2, placedDays: null };
  const run = [...before, outcome].slice(-SURE_IN_A_ROW);
  const easy = run.length === SURE_IN_A_ROW && run.every(isRightAndSure);
  return { grade: easy ? 4 : 3, placedDays: null };
}

/** Whether somebody was sure of an option and wrong. What was left out was no answer to be sure of. */
export function isConfidentlyWrong({ option, correct, confidence }: Rated): boolean {
  return option !== null && !correct && confidence === 'sure';
}

function isRightAndSure({ correct, confidence }: Rated): boolean {
  return correct && confidence === 'sure';
}
