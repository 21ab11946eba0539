import type { Attempt } from '@/lib/quiz/model';

/** What a block is called while it is sat. */
export function titleOf({ purpose, mode }: Pick<Attempt, 'purpose' | 'mode'>): string {
  if (purpose === 'daily') return 'Today’s cases';
  if (purpose === 'retry') return 'What was missed, asked again';
  return mode === 'exam' ? 'Exam' : 'Tutor';
}
