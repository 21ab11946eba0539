import type { ReactNode } from 'react';
import { counted, spokenSpan } from '@/components/ui/quantity';
import { DAY_MS, type Instant } from '@/lib/base/time';
import type { QueueName, Today } from '@/lib/scheduling/sitting';

type TodayViewProps = Readonly<{
  today: Today;
  now: Instant;
  /** The way into the sitting, and to the decks. */
  begin: ReactNode;
  decks: ReactNode;
  /** Today's cases. */
  cases: ReactNode;
}>;

/** What is due, how long it takes, one button. Or: all done, and what tomorrow brings. */
export function TodayView({ today, now, begin, decks, cases }: TodayViewProps) {
  const left = totalLeft(today);
  return (
    <div className="mx-auto max-w-2xl">
      <p className="eyebrow">{dayName(today)}</p>
      {left > 0 ? (
        <>
          <h1 className="mt-2 font-serif text-4xl font-semibold text-balance sm:text-5xl">
            {counted(left, 'card', 'cards')} {today.answered > 0 ? 'left' : 'for'} today
          </h1>
          <p className="mt-3 text-lg text-soft">{duration(today, left, now)}</p>
          <Queues today={today} />
          <div className="mt-8">{begin}</div>
        </>
      ) : (
        <>
          <h1 className="mt-2 font-serif text-4xl font-semibold text-balance sm:text-5xl">
            {today.answered > 0 ? 'All done for today' : 'Nothing is due today'}
          </h1>
          <p className="mt-3 max-w-lg text-lg leading-relaxed text-soft">{afterwards(today, now)}</p>
          <div className="mt-8">{decks}</div>
        </>
      )}
      {cases}
      <Ledger today={today} />
    </div>
  );
}

const QUEUES: readonly Readonly<{ name: QueueName; label: string; meaning: string; mark: string }>[] = [
  { name: 'learning', label: 'Learning', meaning: 'back today', mark: 'bg-again' },
  { name: 'review', label: 'Review', meaning: 'due again', mark: 'bg-good' },
  { name: 'new', label: 'New', meaning: 'never met', mark: 'bg-easy' },
];

function Queues({ today }: Readonly<{ today: Today }>) {
  return (
    <dl className="mt-8 grid grid-cols-3 divide-x divide-hairline border-y border-hairline">
      {QUEUES.map(({ name, label, meaning, mark }) => (
        <div key={name} className="flex flex-col-reverse justify-end px-4 py-5 first:pl-0 sm:px-6">
          <dt>
            <span className="flex items-center gap-2 font-semibold">
              <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${mark}`} />
              {label}
            </span>
            <span className="mt-0.5 block text-sm text-soft">{meaning}</span>
          </dt>
          <dd className="mb-1 font-serif text-3xl tabular-nums sm:text-4xl">{today.remaining[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Ledger({ today }: Readonly<{ today: Today }>) {
  return (
    <dl className="mt-12 grid gap-x-12 gap-y-6 border-t border-hairline pt-6 sm:grid-cols-2">
      <div>
        <dt className="eyebrow">Done today</dt>
        <dd className="mt-1">
          {today.answered > 0
            ? `${counted(today.answered, 'answer', 'answers')} in ${spokenSpan(today.answeredMs)}`
            : 'Nothing yet'}
        </dd>
      </div>
      <div>
        <dt className="eyebrow">Tomorrow</dt>
        <dd className="mt-1">
          {today.dueTomorrow > 0
            ? `${counted(today.dueTomorrow, 'card', 'cards')} due, as things stand`
            : 'No card is due yet'}
        </dd>
      </div>
    </dl>
  );
}

function totalLeft({ remaining }: Today): number {
  return remaining.learning + remaining.review + remaining.new;
}

/** The study day is a calendar day of the learner's, whatever the zone of the server. */
function dayName({ day }: Today): string {
  return new Date(day * DAY_MS).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
}

function duration({ paceMs, remaining, nextLearningAt }: Today, left: number, now: Instant): string {
  const onlyLearning = remaining.review + remaining.new === 0;
  if (onlyLearning && nextLearningAt !== null && nextLearningAt > now) {
    return `The first of them returns in ${spokenSpan(nextLearningAt - now)}.`;
  }
  if (paceMs === null) return 'How long that takes you shows after the first answers.';
  const span = spokenSpan(left * paceMs);
  return span.startsWith('under') ? 'Under a minute at your pace.' : `About ${span} at your pace.`;
}

function afterwards({ nextLearningAt, dueTomorrow }: Today, now: Instant): string {
  const soon =
    nextLearningAt === null
      ? ''
      : `A card you are learning returns in ${spokenSpan(Math.max(0, nextLearningAt - now))}. `;
  const tomorrow =
    dueTomorrow > 0
      ? `Tomorrow brings ${counted(dueTomorrow, 'card', 'cards')}.`
      : 'Tomorrow brings new cards if the decks still have some.';
  return soon + tomorrow;
}
