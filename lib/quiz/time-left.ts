import { type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';

/** When time is called out, in minutes before the end. */
const CALLED_AT_MINUTES = [10, 5, 1] as const;

/** `29:59`, `1:02:05`; counted up to whole seconds, so that `0:00` is shown when nothing is left. Milliseconds. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND_MS));
  const two = (value: number) => value.toString().padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What is called out when the time left went from `beforeMs` to `leftMs`; null most of the time. Milliseconds. */
export function callBetween(beforeMs: number, leftMs: number): string | null {
  if (leftMs <= 0) return beforeMs > 0 ? 'Time is up.' : null;
  const minutes = CALLED_AT_MINUTES.findLast(
    (mark) => beforeMs > mark * MINUTE_MS && leftMs <= mark * MINUTE_MS,
  );
  if (minutes === undefined) return null;
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left.`;
}

/** No crowd hands in within the same second. Milliseconds. */
const LONGEST_JITTER_MS = 15 * SECOND_MS;
/** Of the grace, this share is kept for the way to the server. */
const SHARE_FOR_THE_WAY = 0.4;

/** When a block whose time is up is handed in by itself: spread over the grace, never beyond it. `chance` in [0, 1). */
export function handsInAt(deadlineAt: Instant, graceMs: number, chance: number): Instant {
  return deadlineAt + Math.floor(chance * Math.min(LONGEST_JITTER_MS, graceMs * (1 - SHARE_FOR_THE_WAY)));
}
