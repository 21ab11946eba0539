import type { ReactNode } from 'react';
import { LocalTime } from '@/components/ui/local-time';
import { counted } from '@/components/ui/quantity';
import { timeAllowed } from '@/lib/quiz/deadline';
import type { ResultView } from '@/lib/quiz/result-model';
import { titleOf } from '../attempt-title';
import { IntervalBar } from '../interval-bar';
import { isMissed } from '../missed';
import { clockSpan, percent } from '../quiz-words';
import { intervalWords, rightOf } from './result-words';

type HeadlineProps = Readonly<{ result: ResultView; actions: ReactNode }>;

/** How it went, and how much that says. */
export function Headline({ result, actions }: HeadlineProps) {
  const { attempt, overall, pulledCards } = result;
  return (
    <header>
      <p className="eyebrow">
        {titleOf(attempt)} · <LocalTime at={attempt.startedAt} />
        {attempt.finished?.by === 'deadline' && ' · time ran out'}
      </p>
      <h1 className="mt-2 font-serif text-5xl font-semibold sm:text-6xl">{rightOf(overall)}</h1>
      <div className="mt-6" aria-hidden="true">
        <IntervalBar share={overall} height={28} />
        <div className="mt-1 flex justify-between text-xs tabular-nums text-soft">
          <span>0%</span>
          <span>50%</span>
          <span>100%</span>
        </div>
      </div>
      <p className="mt-4 max-w-prose text-lg leading-relaxed">
        <span className="font-semibold">{percent(overall.rate)}.</span>{' '}
        <span className="text-soft">{intervalWords(overall)}</span>
      </p>
      <Facts result={result} />
      {pulledCards > 0 && (
        <p className="mt-6 border-l-2 border-rubric pl-4 leading-relaxed">
          {counted(pulledCards, 'card', 'cards')} behind what you missed {pulledCards === 1 ? 'was' : 'were'}{' '}
          brought into today.
        </p>
      )}
      <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
    </header>
  );
}

function Facts({ result }: Readonly<{ result: ResultView }>) {
  const { scores, slots, attempt } = result;
  const wrong = scores.filter(({ outcome }) => outcome === 'wrong').length;
  const missed = scores.filter(isMissed).length;
  const voided = scores.filter(({ outcome }) => outcome === 'voided').length;
  const spentMs = slots.reduce((sum, slot) => sum + slot.spentMs, 0);
  const allowedMs = timeAllowed(attempt);
  const facts: readonly (readonly [string, string])[] = [
    ['Wrong', String(wrong)],
    ['Left out', String(missed - wrong)],
    ...(voided > 0 ? [['Cancelled', String(voided)] as const] : []),
    ['Time', allowedMs === null ? clockSpan(spentMs) : `${clockSpan(spentMs)} of ${clockSpan(allowedMs)}`],
  ];
  return (
    <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-3 border-y border-hairline py-4">
      {facts.map(([name, value]) => (
        <div key={name} className="flex items-baseline gap-2">
          <dt className="text-soft">{name}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
