import type { ReactNode } from 'react';
import type { Instant } from '@/lib/base/time';
import type { AttemptSummary } from '@/lib/quiz/result-model';
import { titleOf } from './attempt-title';
import { listed, standingWords } from './quiz-words';

type RunningAttemptsProps = Readonly<{
  attempts: readonly AttemptSummary[];
  now: Instant;
  /** The way back into it. */
  linkTo: (summary: AttemptSummary, text: string, className: string) => ReactNode;
}>;

/** What was begun and waits, before anything new. */
export function RunningAttempts({ attempts, now, linkTo }: RunningAttemptsProps) {
  if (attempts.length === 0) return null;
  return (
    <ul aria-label="Begun and not finished" className="mb-10 space-y-3">
      {attempts.map((summary) => (
        <li
          key={summary.attempt.id}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border border-ink bg-raised p-5"
        >
          <div>
            <p className="eyebrow">
              {titleOf(summary.attempt)} · {listed(summary.decks)}
            </p>
            <p className="mt-1 font-serif text-xl font-semibold">{standingWords(summary, now)}</p>
          </div>
          {linkTo(summary, 'Continue', 'button w-full sm:w-auto')}
        </li>
      ))}
    </ul>
  );
}
