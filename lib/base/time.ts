/** A moment on the time line: whole milliseconds since 1970-01-01T00:00Z. Names of such values end in `At`. */
export type Instant = number;

/** An IANA time zone name such as `Europe/Berlin`. */
export type TimeZone = string;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The range in which an instant is believed to be one at all: it catches seconds sent as milliseconds. */
export const EARLIEST_AT: Instant = Date.UTC(2000, 0, 1);
export const LATEST_AT: Instant = Date.UTC(2100, 0, 1);

/** Whether `value` is an integer number of milliseconds in the years 2000–2099. */
export function isInstant(value: number): boolean {
  return Number.isSafeInteger(value) && value >= EARLIEST_AT && value < LATEST_AT;
}
