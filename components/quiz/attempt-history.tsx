import type { ReactNode } from 'react';
import { LocalTime } from '@/components/ui/local-time';
import { counted } from '@/components/ui/quantity';
import type { AttemptSummary } from '@/lib/quiz/result-model';
import { shareOf } from '@/lib/stats/wilson';
import { titleOf } from './attempt-title';
import { IntervalBar } from './interval-bar';
import { listed, MODE_WORDS, timingWords } from './quiz-words';
import { rangeWords, rightOf } from './result/result-words';

type AttemptHistoryProps = Readonly<{
  /** Finished ones, the latest first. */
  attempts: readonly AttemptSummary[];
  /** Makes the date a link to the result; the whole row follows it. */
  linkTo: (summary: AttemptSummary, text: ReactNode, className: string) => ReactNode;
}>;

/** What was sat before, each with what it says and how surely. */
export function AttemptHistory({ attempts, linkTo }: AttemptHistoryProps) {
  if (attempts.length === 0) {
    return (
      <p className="border-t border-hairline py-6 leading-relaxed text-soft">
        Nothing yet. Each block you finish stays here for good, every item exactly as you sat it.
      </p>
    );
  }
  return (
    <ol className="border-t border-hairline">
      {attempts.map((summary) => (
        <li
          key={summary.attempt.id}
          className="group relative grid gap-x-8 gap-y-3 border-b border-hairline py-5 sm:grid-cols-[1fr_16rem] sm:items-center"
        >
          <div>
            <h3 className="font-serif text-xl font-semibold leading-tight">
              {linkTo(
                summary,
                <LocalTime key="at" at={summary.attempt.startedAt} />,
                'after:absolute after:inset-0 group-hover:text-rubric',
              )}
            </h3>
            <p className="mt-1 leading-snug text-soft">{listed(summary.decks)}</p>
            <p className="text-sm text-soft">{aboutWords(summary)}</p>
          </div>
          <Score summary={summary} />
        </li>
      ))}
    </ol>
  );
}

function Score({ summary: { right, items } }: Readonly<{ summary: AttemptSummary }>) {
  const share = right === null ? null : shareOf(right, items);
  if (share === null) return null;
  return (
    <div>
      <p className="flex items-baseline justify-between gap-4 tabular-nums">
        <span className="font-semibold">{rightOf(share)}</span>
        <span className="text-sm text-soft">{rangeWords(share)}</span>
      </p>
      <div className="mt-1.5">
        <IntervalBar share={share} />
      </div>
    </div>
  );
}

function aboutWords({ attempt, items, answered }: AttemptSummary): string {
  const kind = titleOf(attempt);
  const parts = [
    attempt.purpose === 'block' ? kind : `${kind} · ${MODE_WORDS[attempt.mode]}`,
    counted(items, 'item', 'items'),
    timingWords(attempt.timing, items),
    ...(answered < items ? [`${items - answered} left out`] : []),
  ];
  return parts.join(' · ');
}
