import { fractionOf, seedOf } from '@/lib/base/seed';
import { GRADES, type Grade, type MemoryIdentity } from './model';

/** Whole days, both ends included, in which an interval may be placed; `low` ≤ `high`. */
export type FuzzWindow = Readonly<{ low: number; high: number }>;

/** The rates at which the window widens, by length of interval. As Anki's. */
const RANGES = [
  { from: 2.5, to: 7, rate: 0.15 },
  { from: 7, to: 20, rate: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, rate: 0.05 },
] as const;

/**
 * The window of an interval of `days` (> 0): none under 2.5 days, else one day and the rates above to either
 * side. Nothing under `minimum` or over `maximum` days; the maximum wins.
 */
export function fuzzWindow(days: number, minimum: number, maximum: number): FuzzWindow {
  const least = Math.min(minimum, maximum);
  const interval = clamp(days, least, maximum);
  const delta = fuzzDelta(interval);
  const floor = delta > 0 ? Math.max(2, Math.round(interval - delta)) : Math.round(interval);
  const high = clamp(Math.round(interval + delta), least, maximum);
  return { low: Math.min(clamp(floor, least, maximum), high), high };
}

/**
 * The least days that fuzz may give a remembered card last placed `previousDays` ahead: more than last time if
 * the interval grew, no less if it stayed within reach; 0 where it truly shrank. As Anki's.
 */
export function leastAfter(days: number, previousDays: number, maximum: number): number {
  if (Math.round(days) > previousDays) return previousDays + 1;
  return previousDays <= fuzzWindow(days, 1, maximum).high ? previousDays : 0;
}

/**
 * The windows of the grades that lead to whole days, given the computed days of each. Windows of grades with
 * different days are moved apart until both their ends differ, from the top down and then from the bottom up.
 * One fraction placed in windows whose ends both rise gives days that rise: Hard < Good < Easy survives fuzz.
 */
export function fuzzWindows(
  days: Readonly<Partial<Record<Grade, number>>>,
  previousDays: number,
  maximum: number,
): Readonly<Partial<Record<Grade, FuzzWindow>>> {
  const own = GRADES.flatMap((grade) => {
    const raw = days[grade];
    if (raw === undefined) return [];
    // Forgetting is meant to shorten the interval: Again knows no least.
    const least = grade === 1 ? 1 : Math.max(1, leastAfter(raw, previousDays, maximum));
    return [{ grade, raw, ...fuzzWindow(raw, least, maximum) }];
  });
  for (let index = own.length - 2; index >= 0; index -= 1) {
    const [here, above] = [own[index], own[index + 1]];
    if (!here || !above) continue;
    here.high = Math.min(here.high, above.high - (here.raw < above.raw ? 1 : 0));
  }
  for (const [index, here] of own.entries()) {
    const below = own[index - 1];
    const lowest = below ? below.low + (below.raw < here.raw ? 1 : 0) : here.low;
    here.low = Math.min(Math.max(here.low, lowest), here.high);
  }
  return Object.fromEntries(own.map(({ grade, low, high }) => [grade, { low, high }]));
}

/** Days within the window at a fraction in [0, 1) of it. */
export function placeAt(window: FuzzWindow, fraction: number): number {
  // The product of a fraction next to 1 may be rounded up to the whole.
  return Math.min(window.high, Math.floor(window.low + fraction * (window.high - window.low + 1)));
}

/**
 * The fraction at which all four grades of one answer are placed: chance, but the same for the label on the
 * button, the answer, its replay and a second try after undo. `reps` counts the reviews before this one.
 */
export function fuzzFraction(identity: MemoryIdentity, reps: number): number {
  return fractionOf(seedOf(identity.learnerId, identity.cardUid, reps));
}

/** How far an interval may be moved to either side, in days. */
function fuzzDelta(days: number): number {
  if (days < 2.5) return 0;
  return RANGES.reduce(
    (delta, { from, to, rate }) => delta + rate * Math.max(Math.min(days, to) - from, 0),
    1,
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
