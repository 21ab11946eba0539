import { counted, spokenSpan } from '@/components/ui/quantity';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { Attempt, Confidence, QuizMode, Timing } from '@/lib/quiz/model';
import type { AttemptSummary } from '@/lib/quiz/result-model';

export const MODE_WORDS: Readonly<Record<QuizMode, string>> = { tutor: 'Tutor', exam: 'Exam' };

/** As the learner said it. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  guess: 'guessed',
  think: 'thought so',
  sure: 'sure',
};

/** `70%`. A rate of 0 to 1. */
export function percent(rate: number): string {
  return `${Math.round(100 * rate)}%`;
}

/** A span to the second, as it was set: `30 minutes`, `1 minute 30 seconds`. Milliseconds. */
export function exactSpan(spanMs: number): string {
  const seconds = Math.round(spanMs / SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return counted(rest, 'second', 'seconds');
  const whole = counted(minutes, 'minute', 'minutes');
  return rest === 0 ? whole : `${whole} ${counted(rest, 'second', 'seconds')}`;
}

/** A span as a stop-watch shows it: `0:48`, `1:05`, `1:02:03`. Milliseconds. */
export function clockSpan(spanMs: number): string {
  const seconds = Math.round(spanMs / SECOND_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  const ofHour = `${Math.floor((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  return seconds < HOUR_MS / SECOND_MS
    ? ofHour
    : `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}

/** What the whole of `items` items may take, or null when nothing limits it. Milliseconds. */
export function timeFor(timing: Timing, items: number): number | null {
  if (timing.kind === 'untimed') return null;
  return timing.kind === 'block' ? timing.ms : timing.ms * items;
}

/** `30 minutes`, `untimed`. */
export function timingWords(timing: Timing, items: number): string {
  const allowedMs = timeFor(timing, items);
  return allowedMs === null ? 'untimed' : exactSpan(allowedMs);
}

/** How long is left of a running attempt: `14 minutes left`, `no time limit`. */
export function leftWords({ deadlineAt }: Pick<Attempt, 'deadlineAt'>, now: Instant): string {
  if (deadlineAt === null) return 'no time limit';
  const leftMs = Math.max(0, deadlineAt - now);
  if (leftMs >= HOUR_MS) return `${spokenSpan(leftMs)} left`;
  // Rounded down: whoever is told of a minute has it.
  return leftMs < MINUTE_MS
    ? 'less than a minute left'
    : `${counted(Math.floor(leftMs / MINUTE_MS), 'minute', 'minutes')} left`;
}

/** Where a running attempt stands: `12 of 20 answered, 14 minutes left`. */
export function standingWords({ attempt, items, answered }: AttemptSummary, now: Instant): string {
  return `${answered} of ${items} answered, ${leftWords(attempt, now)}`;
}

/** Titles as one says them: `A`, `A and B`, `A, B and 2 more`. */
export function listed(titles: readonly string[]): string {
  const [first, second, ...more] = titles;
  if (first === undefined) return '';
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${more.length} more`;
}
