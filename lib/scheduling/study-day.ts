import { tzOffset } from '@date-fns/tz/tzOffset';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, type TimeZone } from '@/lib/base/time';
import type { StudyDay } from './model';

/**
 * The study day to which the instant `at` belongs for somebody in `tz`: the local calendar date, a new one
 * beginning when the wall clock first reads `dayStartHour` (0–12). Wall clocks are compared and hours are never
 * subtracted, so days of 23 or 25 hours come out right. Where clocks are set back over the day-start hour, a day
 * that has begun stays begun. A zone this runtime does not know counts as UTC: the fold must not fail on it.
 */
export function studyDayOf(at: Instant, tz: TimeZone, dayStartHour: number): StudyDay {
  const zone = canonicalZone(tz) ?? 'UTC';
  const sinceFirstDay = at + offsetMs(zone, at) - dayStartHour * HOUR_MS;
  const day = Math.floor(sinceFirstDay / DAY_MS);
  const begunBefore =
    (day + 1) * DAY_MS - sinceFirstDay <= LONGEST_REPEAT_MS && startOf(day + 1, zone, dayStartHour) <= at;
  return (begunBefore ? day + 1 : day) as StudyDay;
}

/**
 * The first instant of a study day: when the wall clock in `tz` first reads `dayStartHour` or later on that date.
 * Where that hour is skipped by a change of clocks, the instant of the change.
 */
export function studyDayStartsAt(day: StudyDay, tz: TimeZone, dayStartHour: number): Instant {
  return startOf(day, canonicalZone(tz) ?? 'UTC', dayStartHour);
}

/** Whether `name` is an IANA time zone known to this runtime. Bare offsets such as `+02:00` are no zones. */
export function isTimeZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && canonicalZone(name) !== null;
}

/** For so long after clocks were set back, the wall clock may show a time it showed before. Antarctica/Casey: 3 h. */
const LONGEST_REPEAT_MS = 4 * HOUR_MS;
/** No zone is further from UTC than this, to either side. */
const FURTHEST_OFFSET_MS = 15 * HOUR_MS;

function startOf(day: number, zone: TimeZone, dayStartHour: number): Instant {
  const wall = day * DAY_MS + dayStartHour * HOUR_MS;
  // One change of clocks at most lies within a day of here. Before it, the wall reads `wall` at `first` ...
  const first = wall - offsetMs(zone, wall - FURTHEST_OFFSET_MS);
  const offsetThen = offsetMs(zone, first);
  if (wall - offsetThen === first) return first;
  // ... unless clocks changed by then: the time is either read after the change, or skipped by it.
  const second = wall - offsetThen;
  if (wall - offsetMs(zone, second) === second) return second;
  return firstInstantReading(wall, zone, second, first);
}

/** Bisects for the change of clocks that skips `wall`; `before` reads earlier than it, `after` does not. */
function firstInstantReading(wall: number, zone: TimeZone, before: Instant, after: Instant): Instant {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetMs(zone, middle) >= wall) high = middle;
    else low = middle;
  }
  return high;
}

function offsetMs(zone: TimeZone, at: Instant): number {
  const minutes = tzOffset(zone, new Date(at));
  return Number.isFinite(minutes) ? minutes * MINUTE_MS : 0;
}

/**
 * Zone names as the runtime spells them. `Intl` takes any mixture of cases, and a formatter is kept for every
 * name that reaches `tzOffset`: canonical names keep that store finite whatever devices send.
 */
const canonicalNames = new Map<string, TimeZone | null>();
const MOST_NAMES = 2_000;

function canonicalZone(name: string): TimeZone | null {
  const known = canonicalNames.get(name);
  if (known !== undefined) return known;
  if (canonicalNames.size >= MOST_NAMES) canonicalNames.clear();
  const canonical = askRuntime(name);
  canonicalNames.set(name, canonical);
  return canonical;
}

function askRuntime(name: string): TimeZone | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
