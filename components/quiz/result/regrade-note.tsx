import type { SlotScore } from '@/lib/quiz/model';
import { regradeWords } from './result-words';

/** That an item was scored anew, and what that changed. */
export function RegradeNote({ score }: Readonly<{ score: SlotScore }>) {
  const words = regradeWords(score);
  return words === null ? null : <p className="mt-4 border-l-2 border-rubric pl-4">{words}</p>;
}
