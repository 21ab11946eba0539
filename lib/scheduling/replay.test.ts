import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS } from '@/lib/base/time';
import { applyEvent } from './answer';
import { DEFAULT_PARAMS } from './fsrs';
import { aLog, anEvent, anInstant, aZone, IDENTITY } from './log.arbitrary';
import { type CardState, type LogEvent, NEW_CARD } from './model';
import { canAppend, comparePositions, replay } from './replay';

const NOON = Date.UTC(2026, 5, 15, 12);

function fold(log: readonly LogEvent[]): CardState {
  return replay(log, DEFAULT_PARAMS, IDENTITY);
}

/** What the events made of the card, the place in the log apart. */
function madeBy(log: readonly LogEvent[]) {
  const { lastEvent: _, ...made } = fold(log);
  return made;
}

function review(id: string, effectiveAt = NOON): LogEvent {
  return { kind: 'review', id: id as EventId, effectiveAt, tz: 'UTC', grade: 3, placedDays: null };
}

function voiding(targetId: string, id: string, effectiveAt = NOON): LogEvent {
  return { kind: 'void', id: id as EventId, effectiveAt, tz: 'UTC', targetId: targetId as EventId };
}

function other(kind: 'reset' | 'suspend' | 'bury', id: string, effectiveAt = NOON): LogEvent {
  return { kind, id: id as EventId, effectiveAt, tz: 'UTC' };
}

describe('the laws of the log', () => {
  it('I1 an entry that arrives again, once or often, changes nothing', () => {
    const logWithCopies = aLog().chain((log) =>
      fc.tuple(fc.constant(log), log.length > 0 ? fc.array(fc.constantFrom(...log)) : fc.constant([])),
    );
    fc.assert(
      fc.property(logWithCopies, ([log, copies]) => {
        expect(fold([...log, ...copies])).toEqual(fold(log));
      }),
      { numRuns: 300 },
    );
  });

  it('I2 the order of arrival changes nothing, to the byte', () => {
    const twoOrders = aLog().chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray([...log], { minLength: log.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([log, shuffled]) => {
        expect(JSON.stringify(fold(shuffled))).toBe(JSON.stringify(fold(log)));
      }),
      { numRuns: 300 },
    );
  });

  it('I5 appending where the log allows it, and replaying elsewhere, always equals the replay of the whole log', () => {
    fc.assert(
      fc.property(aLog(), (arrivals) => {
        let state = NEW_CARD;
        const log: LogEvent[] = [];
        for (const event of arrivals) {
          const waitedFor = log.some((entry) => entry.kind === 'void' && entry.targetId === event.id);
          log.push(event);
          state =
            canAppend(state, event) && !waitedFor
              ? applyEvent(state, event, DEFAULT_PARAMS, IDENTITY)
              : fold(log);
          expect(state).toEqual(fold(log));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('I5 a log in the order of its instants is appended throughout', () => {
    const inOrder = fc
      .array(
        fc.tuple(
          fc.constantFrom('review', 'bury', 'suspend', 'reset'),
          fc.integer({ min: 1, max: 9 * DAY_MS }),
        ),
      )
      .map((steps) => {
        let at = NOON;
        return steps.map(([kind, later], index): LogEvent => {
          at += later;
          return kind === 'review' ? review(`${index}`, at) : other(kind as 'bury', `${index}`, at);
        });
      });
    fc.assert(
      fc.property(inOrder, (log) => {
        const appended = log.reduce((state, event) => {
          if (!canAppend(state, event)) throw new Error('An event that sorts last was not appended.');
          return applyEvent(state, event, DEFAULT_PARAMS, IDENTITY);
        }, NEW_CARD);
        expect(appended).toEqual(fold(log));
      }),
      { numRuns: 300 },
    );
  });

  const withStranger = fc.record({
    log: aLog(),
    event: anEvent().filter(({ kind }) => kind !== 'void'),
    at: anInstant,
    tz: aZone,
  });
  const stranger = 'stranger' as EventId;

  it('I6 an event and its void, in whatever order they sort and arrive, are as if neither were', () => {
    fc.assert(
      fc.property(withStranger, ({ log, event, at, tz }) => {
        const entry = { ...event, id: stranger };
        const undo = {
          kind: 'void',
          id: 'undo' as EventId,
          effectiveAt: at,
          tz,
          targetId: stranger,
        } as const;
        expect(madeBy([...log, entry, undo])).toEqual(madeBy(log));
        expect(madeBy([undo, entry, ...log])).toEqual(madeBy(log));
      }),
      { numRuns: 300 },
    );
  });

  it('R19 I6 voiding the void restores the event', () => {
    fc.assert(
      fc.property(withStranger, fc.integer({ min: 1, max: DAY_MS }), ({ log, event, at, tz }, later) => {
        const entry = { ...event, id: stranger };
        const undo = {
          kind: 'void',
          id: 'undo' as EventId,
          effectiveAt: at,
          tz,
          targetId: stranger,
        } as const;
        const redo = { ...undo, id: 'redo' as EventId, effectiveAt: at + later, targetId: undo.id };
        expect(madeBy([redo, undo, entry, ...log])).toEqual(madeBy([...log, entry]));
      }),
      { numRuns: 300 },
    );
  });

  it('I7 any log gives a state within the model, with clocks a century off and many at one instant', () => {
    fc.assert(
      fc.property(aLog(), (log) => {
        const { memory, lastEvent } = fold(log);
        expect(lastEvent === null).toBe(log.length === 0);
        if (memory.kind === 'new') return;
        expect(memory.stability).toBeGreaterThanOrEqual(0.001);
        expect(memory.stability).toBeLessThanOrEqual(36_500);
        expect(memory.difficulty).toBeGreaterThanOrEqual(1);
        expect(memory.difficulty).toBeLessThanOrEqual(10);
        expect(Number.isSafeInteger(memory.dueAt)).toBe(true);
        expect(memory.dueAt).toBeGreaterThanOrEqual(memory.lastAt);
        expect(memory.intervalDays).toBeLessThanOrEqual(DEFAULT_PARAMS.maximumIntervalDays);
        expect(memory.reps).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('I7 ten thousand entries of one card are folded', () => {
    const log = Array.from({ length: 10_000 }, (_, index) => review(`${index}`, NOON + index * 7 * HOUR_MS));
    expect(fold(log).memory).toMatchObject({ kind: 'scheduled', reps: 10_000 });
  });

  it('I8 whose card it is decides where in its window an interval lies, and nothing else', () => {
    const elsewhere = { ...IDENTITY, cardUid: '11111111-1111-4111-8111-111111111111' as CardUid };
    fc.assert(
      fc.property(aLog(), (log) => {
        const [here, there] = [fold(log), replay(log, DEFAULT_PARAMS, elsewhere)];
        const known = ({ memory, ...state }: CardState) =>
          memory.kind === 'new'
            ? state
            : { ...state, at: memory.lastAt, day: memory.lastDay, reps: memory.reps };
        expect(known(there)).toEqual(known(here));
      }),
      { numRuns: 300 },
    );
  });

  it('R07 I11 entries of one instant are folded by id, as code units, however they arrive', () => {
    const [capital, small, long] = ['B', 'a', 'a1'].map((id, index) => ({
      ...review(id),
      grade: ([1, 4, 3] as const)[index] ?? 3,
    })) as [LogEvent, LogEvent, LogEvent];
    expect([long, small, capital].sort(comparePositions)).toEqual([capital, small, long]);
    const stepwise = [capital, small, long].reduce(
      (state, event) =>
        canAppend(state, event) ? applyEvent(state, event, DEFAULT_PARAMS, IDENTITY) : state,
      NEW_CARD,
    );
    expect(fold([small, long, capital])).toEqual(stepwise);
  });

  it('I11 the order is total: two entries are in one order, and equal only to themselves', () => {
    fc.assert(
      fc.property(anEvent(), anEvent(), (a, b) => {
        expect(Math.sign(comparePositions(a, b))).toBe(-Math.sign(comparePositions(b, a)) + 0);
        const same = a.id === b.id && a.effectiveAt === b.effectiveAt;
        expect(comparePositions(a, b) === 0).toBe(same);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a void', () => {
  const first = review('1', NOON);
  const second = review('2', NOON + HOUR_MS);
  const third = review('3', NOON + DAY_MS);

  it.each([
    {
      caption: 'silences an event before it',
      log: [first, second, voiding('2', '8', NOON + 2 * HOUR_MS)],
      as: [first],
    },
    { caption: 'silences an event after it', log: [first, voiding('3', '8', NOON), third], as: [first] },
    { caption: 'waits for an event that is unknown', log: [first, voiding('3', '8')], as: [first] },
    {
      caption: 'silences in the middle',
      log: [first, second, third, voiding('2', '8', NOON + 2 * DAY_MS)],
      as: [first, third],
    },
    {
      caption: 'is itself silenced by a later void',
      log: [first, voiding('1', '8', NOON + 1), voiding('8', '9', NOON + 2)],
      as: [first],
    },
    {
      caption: 'is not silenced by an earlier void',
      log: [first, voiding('1', '8', NOON + 2), voiding('8', '9', NOON + 1)],
      as: [],
    },
    {
      caption: 'voids of each other cannot both be silenced: the later stands',
      log: [first, second, { ...voiding('9', '8', NOON + 1) }, { ...voiding('8', '9', NOON + 2) }],
      as: [first, second],
    },
    { caption: 'of itself does nothing', log: [first, voiding('8', '8')], as: [first] },
    {
      caption: 'twice is once',
      log: [first, second, voiding('2', '8', NOON + 2 * HOUR_MS), voiding('2', '9', NOON + 3 * HOUR_MS)],
      as: [first],
    },
    {
      caption: 'of a reset brings back what was before',
      log: [first, other('reset', '5', NOON + 1), voiding('5', '8', NOON + 2)],
      as: [first],
    },
    {
      caption: 'of a suspension resumes',
      log: [first, other('suspend', '5', NOON + 1), voiding('5', '8', NOON + 2)],
      as: [first],
    },
  ])('$caption', ({ log, as }) => {
    expect(madeBy(log)).toEqual(madeBy(as));
  });
});

describe('a reset', () => {
  it('forgets what sorts before it, even what arrives later', () => {
    const late = [other('reset', '5', NOON + DAY_MS), review('9', NOON), other('bury', '4', NOON + 1)];
    expect(madeBy(late)).toEqual(madeBy([]));
  });

  it('counts what sorts after it as a first review', () => {
    const again = review('9', NOON + 2 * DAY_MS);
    const log = [review('1'), other('suspend', '2', NOON + 1), other('reset', '5', NOON + DAY_MS), again];
    expect(madeBy(log)).toEqual(madeBy([again]));
  });
});

describe('the end of the log', () => {
  it('is the last entry of any kind, a void or a voided entry too, for nothing may be appended before it', () => {
    const log = [review('1'), voiding('9', '8', NOON + 5)];
    expect(fold(log).lastEvent).toEqual({ effectiveAt: NOON + 5, id: '8' });
    expect(canAppend(fold(log), review('2', NOON + 4))).toBe(false);
    expect(canAppend(fold(log), review('2', NOON + 6))).toBe(true);
    const voided = [review('1', NOON + 9), voiding('1', '8', NOON + 5)];
    expect(fold(voided).lastEvent).toEqual({ effectiveAt: NOON + 9, id: '1' });
  });

  it('takes no entry twice and no void', () => {
    const state = fold([review('1')]);
    expect(canAppend(state, review('1'))).toBe(false);
    expect(canAppend(state, voiding('1', '2', NOON + 1))).toBe(false);
    expect(canAppend(NEW_CARD, review('1'))).toBe(true);
  });
});
