import { HOUR_MS, MINUTE_MS } from '@/lib/base/time';

/** `1 card`, `12 cards`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/**
 * A span as one says it: `under a minute`, `12 minutes`, `1 hour 5 minutes`; from an hour on to the nearest five
 * minutes, because nobody needs more. Milliseconds, at least 0.
 */
export function spokenSpan(spanMs: number): string {
  const minutes = Math.round(spanMs / MINUTE_MS);
  if (minutes < 1) return 'under a minute';
  if (spanMs < HOUR_MS && minutes < 60) return counted(minutes, 'minute', 'minutes');
  const fives = Math.round(minutes / 5) * 5;
  const hours = counted(Math.floor(fives / 60), 'hour', 'hours');
  return fives % 60 === 0 ? hours : `${hours} ${counted(fives % 60, 'minute', 'minutes')}`;
}
