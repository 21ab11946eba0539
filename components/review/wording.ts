import { type IntervalLabel, intervalLabel } from '@/lib/scheduling/interval-label';
import type { Grade } from '@/lib/scheduling/model';
import type { Showing } from '@/lib/scheduling/session-model';
import { GRADE_LOOKS } from './grades';
import type { Move } from './use-review-session';

export type GradeLabels = Readonly<Record<Grade, IntervalLabel>>;

/** When the shown card would return after each grade. */
export function labelsOf({ previews, previewed }: Showing): GradeLabels {
  const label = (grade: Grade) => intervalLabel(previews[grade], previewed.at);
  return { 1: label(1), 2: label(2), 3: label(3), 4: label(4) };
}

/** What a move did, in a few words for the eye and for a screen reader; `labels` are those of the card before it. */
export function newsOf(move: Move, labels: GradeLabels | null): string {
  switch (move.type) {
    case 'grade':
      return labels === null
        ? ''
        : `${GRADE_LOOKS[move.grade].word}, returns in ${labels[move.grade].spoken}`;
    case 'undo':
      return 'Undone';
    case 'bury':
      return 'Buried until tomorrow';
    case 'suspend':
      return 'Suspended';
    default:
      return '';
  }
}
