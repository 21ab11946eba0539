import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PARAMS,
  ENGINE_VERSION,
  idealIntervalDays,
  memorySteps,
  recallAfter,
  retrievability,
} from './fsrs';
import { aGrade, aMemory } from './log.arbitrary';
import { GRADES, type Grade, type Memory, type SchedulingParams, type StudyDay } from './model';

const NO_STEPS: SchedulingParams = {
  ...DEFAULT_PARAMS,
  learningStepsMinutes: [],
  relearningStepsMinutes: [],
};

const NEW: Memory = { kind: 'new' };

/** A card in review, met before on day 0 and asked on day `elapsed`. */
function inReview(stability: number, difficulty: number): Memory {
  return scheduled('review', { stability, difficulty });
}

function scheduled(
  phase: 'learning' | 'review' | 'relearning',
  rest: Partial<Extract<Memory, { kind: 'scheduled' }>> = {},
): Memory {
  const base = {
    step: 0,
    stability: 5,
    difficulty: 6,
    lastAt: 0,
    dueAt: 0,
    intervalDays: 0,
    reps: 1,
    lapses: 0,
  };
  return { kind: 'scheduled', phase, lastDay: 0 as StudyDay, ...base, ...rest };
}

/** Follows a memory through answers, each given so many days after the one before, or on the day it is due. */
function follow(
  grades: readonly Grade[],
  daysApart: readonly number[] | 'when due',
  params = DEFAULT_PARAMS,
) {
  let memory = NEW as Memory;
  let day = 20_000;
  const intervals = grades.map((grade, index) => {
    if (daysApart !== 'when due') day += daysApart[index] ?? 0;
    const { wait, ...step } = memorySteps(memory, day as StudyDay, params)[grade];
    const interval = wait.kind === 'days' ? wait.days : 0;
    memory = scheduled(step.phase, { ...step, lastDay: day as StudyDay, intervalDays: interval });
    if (daysApart === 'when due') day += interval;
    return interval;
  });
  return { intervals, memory: memory as Extract<Memory, { kind: 'scheduled' }> };
}

describe('the published vectors of FSRS-6 with default weights', () => {
  it('are computed by the engine whose name is stored', () => {
    expect(ENGINE_VERSION).toBe('ts-fsrs v5.4.2 using FSRS-6.0');
  });

  it('R23 six Goods, two Agains and five Goods, each when due', () => {
    const { intervals } = follow([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3], 'when due');
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('Again and five Goods after 0, 0, 1, 3, 8 and 21 days', () => {
    const { memory } = follow([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21]);
    expect(memory.stability).toBeCloseTo(53.62691, 4);
    expect(memory.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it.each([
    { grade: 1, stability: 0.212, difficulty: 6.4133, wait: { kind: 'minutes', minutes: 1 } },
    { grade: 2, stability: 1.2931, difficulty: 5.11217071, wait: { kind: 'minutes', minutes: 6 } },
    { grade: 3, stability: 2.3065, difficulty: 2.11810397, wait: { kind: 'minutes', minutes: 10 } },
    { grade: 4, stability: 8.2956, difficulty: 1, wait: { kind: 'days', days: 8 } },
  ] as const)('a first answer of $grade', ({ grade, stability, difficulty, wait }) => {
    const step = memorySteps({ kind: 'new' }, 0 as StudyDay, DEFAULT_PARAMS)[grade];
    expect(step.stability).toBeCloseTo(stability, 8);
    expect(step.difficulty).toBeCloseTo(difficulty, 8);
    expect(step.wait).toEqual(wait);
  });

  it.each([
    [0.1, 3_116_769],
    [0.2, 34_793],
    [0.3, 2_508],
    [0.4, 387],
    [0.5, 90],
    [0.6, 27],
    [0.7, 9],
    [0.8, 3],
    [0.9, 1],
    [1, 1],
  ])('stability 1 falls to a recall of %d after %d days', (desiredRetention, days) => {
    const params = { ...DEFAULT_PARAMS, desiredRetention, maximumIntervalDays: 10_000_000 };
    expect(idealIntervalDays(1, params)).toBe(days);
  });

  it.each([
    { s: 5, d: 6, t: 5, after: [0.94288768, 11.19517812, 15.30126059, 24.29323096] },
    { s: 5, d: 6, t: 0, after: [1.596818, 5, 5, 8.12960956] },
    { s: 100, d: 3, t: 100, after: [3.86668255, 220.35168595, 300.11919845, 474.80324678] },
    { s: 0.5, d: 8, t: 1, after: [0.18934672, 1.35933477, 1.92889053, 3.17616908] },
  ])('stability $s and difficulty $d after $t days', ({ s, d, t, after }) => {
    const steps = memorySteps(inReview(s, d), t as StudyDay, DEFAULT_PARAMS);
    GRADES.forEach((grade, index) => {
      expect(steps[grade].stability).toBeCloseTo(after[index] ?? Number.NaN, 7);
    });
  });

  it('difficulty 6 after each grade', () => {
    const steps = memorySteps(inReview(5, 6), 5 as StudyDay, DEFAULT_PARAMS);
    expect(GRADES.map((grade) => steps[grade].difficulty)).toEqual([
      8.67045557, 7.32984197, 5.98922837, 4.64861476,
    ]);
  });

  it('recall of stability 10 after 100 days', () => {
    expect(recallAfter(100, 10, DEFAULT_PARAMS)).toBeCloseTo(0.69282664, 8);
  });

  it('without steps, as the library’s own scheduler does, over a lapse and all grades', () => {
    const { intervals } = follow([3, 3, 3, 3, 1, 3, 3, 2, 4], 'when due', NO_STEPS);
    expect(intervals).toEqual([2, 11, 46, 163, 5, 12, 28, 47, 115]);
  });
});

describe('steps within the day', () => {
  const minutesOf = (memory: Memory, params: SchedulingParams) => {
    const steps = memorySteps(memory, 0 as StudyDay, params);
    return GRADES.map((grade) => {
      const { wait } = steps[grade];
      return wait.kind === 'minutes' ? wait.minutes : null;
    });
  };

  it.each([
    { caption: 'new, steps 1 and 10 minutes', learning: [1, 10], at: null, minutes: [1, 6, 10, null] },
    { caption: 'on the last of them, Good graduates', learning: [1, 10], at: 1, minutes: [1, 6, null, null] },
    { caption: 'one step of 1 minute', learning: [1], at: null, minutes: [1, 2, null, null] },
    { caption: 'one step of 10 minutes', learning: [10], at: null, minutes: [10, 15, null, null] },
    { caption: 'no steps', learning: [], at: null, minutes: [null, null, null, null] },
    { caption: 'standing on a step that is gone', learning: [1, 10], at: 7, minutes: [1, 6, null, null] },
    {
      caption: 'a step of a day is an interval',
      learning: [1, 1440],
      at: null,
      minutes: [1, 721, null, null],
    },
  ])('$caption: $minutes', ({ learning, at, minutes }) => {
    const memory: Memory = at === null ? { kind: 'new' } : scheduled('learning', { step: at });
    expect(minutesOf(memory, { ...DEFAULT_PARAMS, learningStepsMinutes: learning })).toEqual(minutes);
  });

  it('learns a forgotten card again, counts the lapse once, and lets it graduate', () => {
    const forgotten = memorySteps(inReview(50, 5), 50 as StudyDay, DEFAULT_PARAMS)[1];
    expect(forgotten).toMatchObject({ phase: 'relearning', step: 0, lapses: 1, wait: { minutes: 10 } });
    const relearning = scheduled('relearning', { ...forgotten, lastDay: 50 as StudyDay });
    const again = memorySteps(relearning, 50 as StudyDay, DEFAULT_PARAMS);
    expect(again[1]).toMatchObject({ phase: 'relearning', lapses: 1, wait: { minutes: 10 } });
    expect(again[2]).toMatchObject({ phase: 'relearning', wait: { minutes: 15 } });
    expect(again[3]).toMatchObject({ phase: 'review', lapses: 1, wait: { kind: 'days' } });
  });

  it('gives a forgotten card an interval at once where there is nothing to relearn by', () => {
    expect(memorySteps(inReview(50, 5), 50 as StudyDay, NO_STEPS)[1]).toMatchObject({
      phase: 'review',
      lapses: 1,
      wait: { kind: 'days' },
    });
  });
});

describe('a memory', () => {
  const anyParams = fc.constantFrom(DEFAULT_PARAMS, NO_STEPS, { ...DEFAULT_PARAMS, maximumIntervalDays: 30 });
  const anyDay = fc.integer({ min: -40_000, max: 80_000 }).map((day) => day as StudyDay);

  it('I7 stays within the model, whatever it was and whenever it is asked', () => {
    fc.assert(
      fc.property(aMemory, anyDay, anyParams, aGrade, (memory, day, params, grade) => {
        const { stability, difficulty, lapses, wait } = memorySteps(memory, day, params)[grade];
        expect(stability).toBeGreaterThanOrEqual(0.001);
        expect(stability).toBeLessThanOrEqual(36_500);
        expect(difficulty).toBeGreaterThanOrEqual(1);
        expect(difficulty).toBeLessThanOrEqual(10);
        expect(Number.isInteger(lapses)).toBe(true);
        const amount = wait.kind === 'days' ? wait.days : wait.minutes;
        expect(Number.isInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(1);
        if (wait.kind === 'days') expect(amount).toBeLessThanOrEqual(params.maximumIntervalDays);
      }),
      { numRuns: 500 },
    );
  });

  it('is accepted out of range, as another engine may have left it', () => {
    for (const [stability, difficulty] of [
      [0, 0],
      [1e-9, 11],
      [1e9, -3],
    ] as const) {
      const steps = memorySteps(inReview(stability, difficulty), 3 as StudyDay, DEFAULT_PARAMS);
      for (const grade of GRADES) expect(steps[grade].stability).toBeGreaterThan(0);
    }
  });

  it('treats a day before the last review as the day of that review', () => {
    const memory = scheduled('review', { lastDay: 100 as StudyDay });
    const today = memorySteps(memory, 100 as StudyDay, DEFAULT_PARAMS);
    expect(memorySteps(memory, 60 as StudyDay, DEFAULT_PARAMS)).toEqual(today);
  });

  it('is recalled with 90 % after as many days as its stability, and ever less', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 36_500, noNaN: true }), fc.nat(40_000), (stability, days) => {
        expect(recallAfter(stability, stability, DEFAULT_PARAMS)).toBeCloseTo(0.9, 6);
        const [today, tomorrow] = [days, days + 1].map((after) =>
          recallAfter(after, stability, DEFAULT_PARAMS),
        );
        expect(tomorrow).toBeLessThanOrEqual(today ?? 0);
        expect(today).toBeLessThanOrEqual(1);
        expect(tomorrow).toBeGreaterThan(0);
      }),
    );
  });

  it('has no recall before it is one, and full recall on its day', () => {
    expect(retrievability({ kind: 'new' }, 5 as StudyDay, DEFAULT_PARAMS)).toBe(0);
    expect(retrievability(inReview(5, 5), 0 as StudyDay, DEFAULT_PARAMS)).toBe(1);
  });
});
