import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import { applyEvent } from '@/lib/scheduling/answer';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { type CardState, type Grade, NEW_CARD } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Rated } from './rate-case';
import { CASES_A_DAY, type DailyConcept, NEW_CONCEPTS_A_DAY, todaysCases } from './todays-cases';

const NOON = Date.UTC(2026, 5, 15, 12);
const TODAY = studyDayOf(NOON, 'UTC', DEFAULT_PARAMS.dayStartHour);
const LINKED = { stability: 20, answeredToday: false };
const SURE_AND_WRONG: Rated = { option: 'B', correct: false, confidence: 'sure' };
const GUESSED_WRONG: Rated = { option: 'B', correct: false, confidence: 'guess' };

function today(concepts: readonly DailyConcept[], doneToday = 0, begunToday = 0) {
  return todaysCases(concepts, { at: NOON, tz: 'UTC', params: DEFAULT_PARAMS, doneToday, begunToday });
}

/** A concept never asked that may be begun; what matters to the test is overridden. */
function concept(uid: string, overrides: Partial<DailyConcept> = {}): DailyConcept {
  return {
    uid: uid as CardUid,
    variants: 3,
    state: null,
    linked: [LINKED],
    askedToday: false,
    last: null,
    mistakenFor: null,
    ...overrides,
  };
}

/** A state that was last answered so many days ago, and is due so many days ago. */
function met({
  daysAgo,
  overdue,
  grade = 3,
}: {
  daysAgo: number;
  overdue: number;
  grade?: Grade;
}): CardState {
  const at = NOON - daysAgo * DAY_MS;
  const event = {
    kind: 'case',
    id: 'e' as EventId,
    effectiveAt: at,
    tz: 'UTC',
    grade,
    placedDays: null,
  } as const;
  const state = applyEvent(NEW_CARD, event, DEFAULT_PARAMS, {
    learnerId: 'l' as never,
    cardUid: 'c' as CardUid,
  });
  if (state.memory.kind === 'new') throw new Error('A case introduces its concept.');
  const day = (TODAY - overdue) as typeof TODAY;
  return {
    ...state,
    memory: { ...state.memory, dueAt: studyDayStartsAt(day, 'UTC', DEFAULT_PARAMS.dayStartHour) },
  };
}

function due(uid: string, overdue = 0, overrides: Partial<DailyConcept> = {}): DailyConcept {
  return concept(uid, { state: met({ daysAgo: 9, overdue }), ...overrides });
}

describe('the cases of a day', () => {
  it.each([
    { caption: 'a concept that is due', given: due('a'), asked: true },
    { caption: 'one that is due at the end of the day', given: due('a', 0), asked: true },
    { caption: 'none that is due tomorrow', given: due('a', -1), asked: false },
    { caption: 'a new one whose cards are firm', given: concept('a'), asked: true },
    { caption: 'a new one without cards behind it', given: concept('a', { linked: [] }), asked: true },
    {
      caption: 'a new one of whose cards seven in ten are firm',
      given: concept('a', {
        linked: [
          ...Array(7).fill({ ...LINKED, stability: 3 }),
          ...Array(3).fill({ ...LINKED, stability: null }),
        ],
      }),
      asked: true,
    },
    {
      caption: 'no new one of whose cards fewer are firm',
      given: concept('a', { linked: [LINKED, LINKED, { ...LINKED, stability: 2.9 }] }),
      asked: false,
    },
    {
      caption: 'no new one whose cards are new',
      given: concept('a', { linked: [{ ...LINKED, stability: null }] }),
      asked: false,
    },
    { caption: 'none with two variants', given: due('a', 9, { variants: 2 }), asked: false },
    { caption: 'none that was asked today', given: due('a', 9, { askedToday: true }), asked: false },
    {
      caption: 'none that was rated today',
      given: concept('a', { state: met({ daysAgo: 0, overdue: 1 }) }),
      asked: false,
    },
    {
      caption: 'none that is suspended',
      given: due('a', 9, { state: { ...met({ daysAgo: 9, overdue: 9 }), suspended: true } }),
      asked: false,
    },
    {
      caption: 'none that was put away for the day',
      given: due('a', 0, { state: { ...met({ daysAgo: 9, overdue: 0 }), buriedDay: TODAY } }),
      asked: false,
    },
    {
      caption: 'none a card of which was answered today',
      given: due('a', 1, { linked: [{ ...LINKED, answeredToday: true }] }),
      asked: false,
    },
    {
      caption: 'one two days overdue though a card of it was answered today',
      given: due('a', 2, { linked: [{ ...LINKED, answeredToday: true }] }),
      asked: true,
    },
    {
      caption: 'no new one a card of which was answered today',
      given: concept('a', { linked: [LINKED, { ...LINKED, answeredToday: true }] }),
      asked: false,
    },
    {
      caption: 'a due one whose cards are not firm: it was begun',
      given: due('a', 0, { linked: [{ ...LINKED, stability: null }] }),
      asked: true,
    },
  ])('hold $caption', ({ given, asked }) => {
    expect(today([given])).toEqual(asked ? ['a'] : []);
  });

  it('are at most ten, those already done counted', () => {
    const many = Array.from({ length: 20 }, (_, index) => due(`c${index}`));
    expect(today(many)).toHaveLength(CASES_A_DAY);
    expect(today(many, 4)).toHaveLength(CASES_A_DAY - 4);
    expect(today(many, 11)).toEqual([]);
  });

  it('hold at most three new ones, those begun today counted', () => {
    const many = Array.from({ length: 5 }, (_, index) => concept(`new${index}`));
    expect(today(many)).toHaveLength(NEW_CONCEPTS_A_DAY);
    expect(today(many, 1, 1)).toHaveLength(NEW_CONCEPTS_A_DAY - 1);
    expect(today(many, 5, 5)).toEqual([]);
  });

  it('come in order: wrong and sure, then nearest to being forgotten, then new', () => {
    const concepts = [
      concept('new'),
      concept('fresh', { state: met({ daysAgo: 5, overdue: 0 }) }),
      concept('faded', { state: met({ daysAgo: 30, overdue: 0 }) }),
      concept('wrong', { state: met({ daysAgo: 6, overdue: 0 }), last: GUESSED_WRONG }),
      concept('shaken', { state: met({ daysAgo: 1, overdue: 0, grade: 4 }), last: SURE_AND_WRONG }),
    ];
    expect(today(concepts)).toEqual(['shaken', 'faded', 'wrong', 'fresh', 'new']);
  });

  it('are the same in whatever order due concepts are given, each once, and never more than the day takes', () => {
    const aConcept = fc.record({
      uid: fc.nat(30).map((number) => `c${number}` as CardUid),
      daysAgo: fc.integer({ min: 0, max: 20 }),
      overdue: fc.integer({ min: -3, max: 5 }),
      answeredToday: fc.boolean(),
      last: fc.option(fc.constantFrom(SURE_AND_WRONG, GUESSED_WRONG)),
      mistakenFor: fc.option(fc.nat(30).map((number) => `c${number}` as CardUid)),
    });
    const twoOrders = fc
      .uniqueArray(aConcept, { selector: ({ uid }) => uid, maxLength: 25 })
      .map((drawn) =>
        drawn.map(({ uid, daysAgo, overdue, answeredToday, last, mistakenFor }) =>
          concept(uid, {
            state: met({ daysAgo, overdue }),
            last,
            mistakenFor,
            linked: [{ ...LINKED, answeredToday }],
          }),
        ),
      )
      .chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      );
    fc.assert(
      fc.property(twoOrders, ([given, shuffled]) => {
        const asked = today(given);
        expect(today(shuffled)).toEqual(asked);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(CASES_A_DAY);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a concept that was mistaken for another', () => {
  const mistaken = due('polio', 0, { last: GUESSED_WRONG, mistakenFor: 'guillain' as CardUid });
  const between = due('between', 0, { state: met({ daysAgo: 8, overdue: 0 }) });
  const later = (overrides: Partial<DailyConcept> = {}) =>
    concept('guillain', { state: met({ daysAgo: 2, overdue: -3 }), ...overrides });

  it('is followed by that other, though it is not due', () => {
    expect(today([mistaken, between, later()])).toEqual(['polio', 'guillain', 'between']);
    expect(today([between, later()])).toEqual(['between']);
  });

  it('is followed by it though it is new, if it may be begun', () => {
    expect(today([mistaken, between, concept('guillain')])).toEqual(['polio', 'guillain', 'between']);
    const unready = concept('guillain', { linked: [{ ...LINKED, stability: null }] });
    expect(today([mistaken, between, unready])).toEqual(['polio', 'between']);
  });

  it('is not followed by it on a day on which it, or a card of it, was asked', () => {
    expect(today([mistaken, between, later({ askedToday: true })])).toEqual(['polio', 'between']);
    const rests = later({ linked: [{ ...LINKED, answeredToday: true }] });
    expect(today([mistaken, between, rests])).toEqual(['polio', 'between']);
  });

  it('is not followed by it once it was right again', () => {
    const mended = { ...mistaken, last: { option: 'A', correct: true, confidence: 'think' } as const };
    expect(today([mended, later()])).toEqual(['polio']);
  });

  it('brings the other forward, and is asked once where the two were mistaken for each other', () => {
    const other = due('guillain', 0, {
      state: met({ daysAgo: 1, overdue: 0, grade: 4 }),
      last: GUESSED_WRONG,
      mistakenFor: 'polio' as CardUid,
    });
    expect(today([other, between, mistaken])).toEqual(['polio', 'guillain', 'between']);
  });
});
