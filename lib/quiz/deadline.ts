import type { Instant } from '@/lib/base/time';
import type { Attempt, Timing } from './model';

/** What of an attempt says until when it may be answered. */
export type Timed = Pick<Attempt, 'deadlineAt' | 'graceMs' | 'latePolicy' | 'finished'>;

/** The deadline an attempt is frozen with: of so many items, begun at `startedAt`. Null when untimed. */
export function frozenDeadline(startedAt: Instant, timing: Timing, items: number): Instant | null {
  switch (timing.kind) {
    case 'untimed':
      return null;
    case 'block':
      return startedAt + timing.ms;
    case 'per-item':
      return startedAt + timing.ms * items;
  }
}

/** The deadline that holds: the frozen one and all extra time granted since (milliseconds). Null when untimed. */
export function deadlineOf(frozen: Instant | null, extensionsMs: readonly number[]): Instant | null {
  return frozen === null ? null : extensionsMs.reduce((sum, ms) => sum + ms, frozen);
}

/** How long an attempt may take, all extra time granted so far counted. Milliseconds; null when untimed. */
export function timeAllowed({
  startedAt,
  deadlineAt,
}: Pick<Attempt, 'startedAt' | 'deadlineAt'>): number | null {
  return deadlineAt === null ? null : deadlineAt - startedAt;
}

/**
 * Whether something the server received at `at` counts. `in-time`: up to and with the end of grace, which is there for
 * what was on its way. `late`: after it, where the attempt takes late answers until it is handed in. `over`: refused.
 */
export function admission(attempt: Timed, at: Instant): 'in-time' | 'late' | 'over' {
  if (attempt.finished !== null) return 'over';
  if (attempt.deadlineAt === null || at <= attempt.deadlineAt + attempt.graceMs) return 'in-time';
  return attempt.latePolicy === 'accept-late' ? 'late' : 'over';
}

/** Whether nothing can be added at `at` any more: it was finished, or its time and grace ran out and it takes no more. */
export function isOver(attempt: Timed, at: Instant): boolean {
  return admission(attempt, at) === 'over';
}

/** Milliseconds until the deadline, grace not counted, at least 0; null when there is none. 0 once finished. */
export function remainingMs({ deadlineAt, finished }: Timed, now: Instant): number | null {
  if (deadlineAt === null) return null;
  return finished === null ? Math.max(0, deadlineAt - now) : 0;
}
