import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/base/time';
import type { Outcome } from './model';

/** How long until a card returns: short for the button, and spelled out for a screen reader, which reads m as metres. */
export type IntervalLabel = Readonly<{ short: string; spoken: string }>;

const UNITS = {
  minute: { short: 'min', spoken: 'minute' },
  hour: { short: 'h', spoken: 'hour' },
  day: { short: 'd', spoken: 'day' },
  month: { short: 'mo', spoken: 'month' },
  year: { short: 'y', spoken: 'year' },
} as const;

const MONTH_DAYS = 365.25 / 12;
const YEAR_DAYS = 365.25;

/**
 * The time from `at` until the outcome's card returns. A day-long interval counts its days as placed, whatever the
 * hour; a step its minutes or hours. A longer interval never has a smaller label.
 */
export function intervalLabel(outcome: Pick<Outcome, 'dueAt' | 'placedDays'>, at: Instant): IntervalLabel {
  return outcome.placedDays === null ? labelOfSpan(outcome.dueAt - at) : labelOfDays(outcome.placedDays);
}

function labelOfSpan(ms: number): IntervalLabel {
  if (ms < MINUTE_MS) return { short: '<1 min', spoken: 'less than a minute' };
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return label(minutes, 'minute');
  return ms < DAY_MS ? label(tenths(ms / HOUR_MS), 'hour') : labelOfDays(Math.round(ms / DAY_MS));
}

function labelOfDays(days: number): IntervalLabel {
  if (days <= 30) return label(days, 'day');
  if (days < 365) return label(tenths(days / MONTH_DAYS), 'month');
  return label(tenths(days / YEAR_DAYS), 'year');
}

function label(amount: number, unit: keyof typeof UNITS): IntervalLabel {
  const { short, spoken } = UNITS[unit];
  return { short: `${amount} ${short}`, spoken: `${amount} ${spoken}${amount === 1 ? '' : 's'}` };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
