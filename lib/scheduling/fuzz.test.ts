import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { fuzzFraction, fuzzWindow, fuzzWindows, leastAfter, placeAt } from './fuzz';
import { IDENTITY } from './log.arbitrary';

describe('the fuzz window', () => {
  // Lowest, middle and highest placement, as Anki has them.
  it.each([
    { days: 1, least: 1, most: 1000, placed: [1, 1, 1], caption: 'a day is a day' },
    { days: 2.49, least: 1, most: 1000, placed: [2, 2, 2], caption: 'none under 2.5 days' },
    { days: 2.5, least: 1, most: 1000, placed: [2, 3, 4], caption: 'one day to either side from there' },
    { days: 7, least: 1, most: 1000, placed: [5, 7, 9], caption: '15 % up to 7' },
    { days: 17, least: 1, most: 1000, placed: [14, 17, 20], caption: '10 % up to 20' },
    { days: 20, least: 1, most: 1000, placed: [17, 20, 23], caption: '10 % up to 20' },
    { days: 37, least: 1, most: 1000, placed: [33, 37, 41], caption: '5 % above' },
    { days: 100, least: 1, most: 99, placed: [92, 96, 99], caption: 'nothing over the maximum' },
    { days: 100, least: 101, most: 1000, placed: [101, 105, 108], caption: 'nothing under the minimum' },
    { days: 100, least: 101, most: 50, placed: [50, 50, 50], caption: 'the maximum wins' },
  ])('of $days days is placed at $placed ($caption)', ({ days, least, most, placed }) => {
    const window = fuzzWindow(days, least, most);
    expect([0, 0.5, 0.99].map((fraction) => placeAt(window, fraction))).toEqual(placed);
  });

  it.each([
    { days: 2.7269483, previous: 4, least: 4, caption: 'within reach of the last interval: no less than it' },
    { days: 2.7269483, previous: 5, least: 0, caption: 'truly shorter: free' },
    { days: 4.591988, previous: 4, least: 5, caption: 'grown: more than the last interval' },
  ])('after $previous days, $days days are at least $least ($caption)', ({ days, previous, least }) => {
    expect(leastAfter(days, previous, 1000)).toBe(least);
  });
});

describe('the windows of the four grades', () => {
  const aChoice = fc.record({
    hard: fc.integer({ min: 1, max: 4_000 }),
    good: fc.nat(300),
    easy: fc.nat(300),
    previous: fc.nat(4_000),
    maximum: fc.constantFrom(3, 30, 365, 3_650),
    fraction: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });

  it('keep Hard < Good < Easy at any one fraction where the computed days rise, and the maximum always', () => {
    fc.assert(
      fc.property(aChoice, ({ hard, good, easy, previous, maximum, fraction }) => {
        const raw = [hard, hard + good, hard + good + easy].map((days) => Math.min(days, maximum));
        const [h = 0, g = 0, e = 0] = raw;
        const windows = fuzzWindows({ 2: h, 3: g, 4: e }, previous, maximum);
        const placed = ([2, 3, 4] as const).map((grade) => placeAt(windows[grade] ?? none, fraction));
        placed.forEach((days, index) => {
          expect(days).toBeGreaterThanOrEqual(1);
          expect(days).toBeLessThanOrEqual(maximum);
          const [rawBelow, below] = [raw[index - 1], placed[index - 1]];
          if (rawBelow === undefined || below === undefined) return;
          if (rawBelow < (raw[index] ?? 0)) expect(days).toBeGreaterThan(below);
          else expect(days).toBe(below);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold nothing for grades that lead to a step', () => {
    expect(Object.keys(fuzzWindows({ 4: 8 }, 0, 3_650))).toEqual(['4']);
    expect(fuzzWindows({}, 0, 3_650)).toEqual({});
  });

  it('exceed the last interval when the computed one grew', () => {
    expect(fuzzWindows({ 2: 30, 3: 32, 4: 60 }, 29, 3_650)).toMatchObject({ 2: { low: 30 }, 3: { low: 31 } });
  });

  it('hold the last interval for a forgotten card no more', () => {
    expect(fuzzWindows({ 1: 10, 2: 100 }, 11, 3_650)[1]).toEqual({ low: 8, high: 12 });
  });
});

describe('the fuzz fraction', () => {
  it('is fixed by learner, card and number of reviews', () => {
    expect(fuzzFraction(IDENTITY, 3)).toBe(fuzzFraction({ ...IDENTITY }, 3));
    const others = [0, 1, 2, 3, 4].map((reps) => fuzzFraction(IDENTITY, reps));
    expect(new Set(others).size).toBe(5);
  });

  it('spreads the cards of a deck evenly over the window, on each of their reviews', () => {
    for (const reps of [0, 1, 2, 7, 30]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (let card = 0; card < 5_000; card += 1) {
        const cardUid = `9a1de1f4-93f9-4a43-8d8b-${card.toString(16).padStart(12, '0')}` as CardUid;
        const tenth = Math.floor(fuzzFraction({ ...IDENTITY, cardUid }, reps) * 10);
        tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      }
      // 500 expected in each; five standard deviations.
      for (const count of tenths) expect(Math.abs(count - 500)).toBeLessThan(107);
    }
  });

  it('spreads one card over the window from review to review', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let reps = 0; reps < 1_000; reps += 1) {
      const tenth = Math.floor(fuzzFraction(IDENTITY, reps) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 100)).toBeLessThan(48);
  });
});

const none = { low: Number.NaN, high: Number.NaN };
