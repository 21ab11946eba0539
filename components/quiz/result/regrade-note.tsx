import { LocalTime } from '@/components/ui/local-time';
import type { Instant } from '@/lib/base/time';
import type { SlotScore } from '@/lib/quiz/model';
import { isScoredAnew, regradeWords } from './result-words';

type RegradeNoteProps = Readonly<{ score: SlotScore; finishedAt: Instant }>;

/** That an item was scored anew, when, and what that changed. */
export function RegradeNote({ score, finishedAt }: RegradeNoteProps) {
  const { decidedAt } = score;
  if (decidedAt === null || !isScoredAnew(score, finishedAt)) return null;
  return (
    <p className="mt-4 border-l-2 border-rubric pl-4">
      Scored anew on <LocalTime at={decidedAt} />: {regradeWords(score)}.
    </p>
  );
}
