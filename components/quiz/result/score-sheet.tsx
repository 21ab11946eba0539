import type { SlotScore } from '@/lib/quiz/result-model';
import { OutcomeMark } from './outcome-mark';
import { outcomeWords } from './result-words';

/** The whole block at a glance, in the order in which it was asked; each number leads to its item. */
export function ScoreSheet({ scores }: Readonly<{ scores: readonly SlotScore[] }>) {
  return (
    <ol className="mb-6 flex flex-wrap gap-1" aria-label="Items and how they went">
      {scores.map(({ slot, outcome }) => (
        <li key={slot}>
          <a
            href={`#item-${slot + 1}`}
            className="flex size-11 flex-col items-center justify-center rounded border border-hairline text-xs tabular-nums text-soft hover:border-edge hover:text-ink"
          >
            <OutcomeMark outcome={outcome} />
            <span>
              {slot + 1}
              <span className="sr-only">: {outcomeWords(outcome)}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
