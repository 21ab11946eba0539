import { LocalTime } from '@/components/ui/local-time';
import type { Instant } from '@/lib/base/time';
import type { SlotScore } from '@/lib/quiz/result-model';
import { isScoredAnew, regradeWords } from './result-words';

type RegradeNoteProps = Readonly<{ score: SlotScore; finishedAt: Instant }>;

/** That an item was scored anew, when, what that changed, and why. */
export function RegradeNote({ score, finishedAt }: RegradeNoteProps) {
  const { decided } = score;
  if (decided === null || !isScoredAnew(score, finishedAt)) return null;
  return (
    <div className="mt-4 border-l-2 border-rubric pl-4">
      <p>
        Scored anew on <LocalTime at={decided.at} />: {regradeWords(score)}.
      </p>
      <p className="text-soft">The reason given: {decided.reason}</p>
    </div>
  );
}
