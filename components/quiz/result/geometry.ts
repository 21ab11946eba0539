import { STATED } from '@/lib/stats/calibration';

/** A rate of 0 to 1 as a place along a bar, for an attribute: `37.5%`. What lies outside is drawn at the end. */
export function along(rate: number): string {
  return `${round(100 * Math.min(1, Math.max(0, rate)))}%`;
}

/** The square in which the calibration is drawn, in the units of its drawing. */
export const PLOT = { left: 52, right: 328, top: 14, bottom: 290 } as const;

/**
 * Where the two halves of the square are named, to the right: midway between the columns of those who guess and those
 * who think so. Intervals stand in the columns alone, however long they are.
 */
export const HALVES_AT = round(PLOT.left + ((STATED.guess + STATED.think) / 2) * (PLOT.right - PLOT.left));

/** Where a point of the calibration plot lies: stated to the right, observed upwards. Rates of 0 to 1. */
export function plotted(stated: number, observed: number): Readonly<{ x: number; y: number }> {
  return {
    x: round(PLOT.left + stated * (PLOT.right - PLOT.left)),
    y: round(PLOT.bottom - observed * (PLOT.bottom - PLOT.top)),
  };
}

/** A dot whose area grows with how many answers it stands for; none is too small to see or covers its neighbours. */
export function dotRadius(n: number, most: number): number {
  const share = most === 0 ? 0 : Math.sqrt(n / most);
  return round(5 + 7 * share);
}

/** Steps of an axis of time that people count in. Milliseconds. */
const STEPS_MS = [10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600].map((seconds) => seconds * 1000);

export type TimeScale = Readonly<{
  /** The time at the upper edge; bars that are longer are cut there. Milliseconds. */
  topMs: number;
  /** Lines between. Milliseconds. */
  lines: readonly number[];
}>;

/**
 * An axis for the times of items. One long pause must not flatten all the others: times beyond four times the median
 * are cut, unless the pace that was allowed is longer.
 */
export function timeScale(timesMs: readonly number[], paceMs: number | null): TimeScale {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const longest = sorted.at(-1) ?? 0;
  const wanted = Math.max(Math.min(longest, 4 * median), 1.15 * (paceMs ?? 0), STEPS_MS[0] ?? 0);
  const step = STEPS_MS.find((ms) => wanted / ms <= 4) ?? Math.ceil(wanted / 4 / 3_600_000) * 3_600_000;
  const count = Math.ceil(wanted / step);
  return { topMs: count * step, lines: Array.from({ length: count }, (_, index) => (index + 1) * step) };
}

/** Which items are numbered under the bars: all of a few, every fifth of many, so that numbers do not touch. */
export function isNumbered(slot: number, items: number): boolean {
  if (items <= 12) return true;
  const every = items <= 50 ? 5 : 10;
  return slot === 0 || (slot + 1) % every === 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
