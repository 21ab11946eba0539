import fc from 'fast-check';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, type Instant } from '@/lib/base/time';
import type { CardState, Grade, LogEvent, Memory, MemoryIdentity, StudyDay } from './model';

/** Logs as fast-check draws them, for the tests of the laws. */

export const IDENTITY: MemoryIdentity = {
  learnerId: '0b6d5f0e-5f0c-4d55-9a39-3f0f6f5c1a01' as LearnerId,
  cardUid: '9a1de1f4-93f9-4a43-8d8b-f3f0a35c2b02' as CardUid,
};

const NOW = Date.UTC(2026, 5, 15, 12);
const CENTURY_MS = 36_525 * DAY_MS;

export const aGrade = fc.constantFrom<Grade>(1, 2, 3, 4);

export const aZone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Antarctica/Troll',
  'Nowhere/Known',
);

/** Clocks of all kinds: a century off to either side, within a month, and the very same instants. */
export const anInstant: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: NOW - CENTURY_MS, max: NOW + CENTURY_MS }),
  fc.integer({ min: NOW - 30 * DAY_MS, max: NOW }),
  fc.integer({ min: 0, max: 5 }).map((days) => NOW - days * DAY_MS),
);

export const aMemory: fc.Arbitrary<Memory> = fc.oneof(
  { arbitrary: fc.constant<Memory>({ kind: 'new' }), weight: 1 },
  {
    arbitrary: fc
      .record({
        phase: fc.constantFrom('learning' as const, 'review' as const, 'relearning' as const),
        step: fc.nat(3),
        stability: fc.oneof(
          fc.double({ min: 0.001, max: 36_500, noNaN: true }),
          fc.double({ min: 0.001, max: 30, noNaN: true }),
        ),
        difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
        lastAt: anInstant,
        dueAt: anInstant,
        days: fc.nat(3_650),
        reps: fc.integer({ min: 1, max: 200 }),
        lapses: fc.nat(20),
      })
      .map(
        ({ days, lastAt, ...rest }): Memory => ({
          kind: 'scheduled',
          ...rest,
          lastAt,
          lastDay: Math.floor(lastAt / DAY_MS) as StudyDay,
          intervalDays: rest.phase === 'review' ? days + 1 : 0,
        }),
      ),
    weight: 5,
  },
);

export const aCardState: fc.Arbitrary<CardState> = fc.record({
  memory: aMemory,
  introducedDay: fc.constant(null),
  suspended: fc.boolean(),
  buriedDay: fc.constant(null),
  lastEvent: fc.constant(null),
});

/** Ids that sort differently as text than as numbers, from few enough that voids find their targets. */
const anId = fc.nat(40).map((number) => `event-${number}` as EventId);

/** One entry of a log; give it its own instant where clocks must be sane. */
export function anEvent(instants: fc.Arbitrary<Instant> = anInstant): fc.Arbitrary<LogEvent> {
  const base = { id: anId, effectiveAt: instants, tz: aZone };
  const placedDays = fc.option(fc.integer({ min: 1, max: 36_500 }));
  return fc.oneof(
    {
      arbitrary: fc.record({ ...base, kind: fc.constant('review' as const), grade: aGrade, placedDays }),
      weight: 6,
    },
    {
      arbitrary: fc.record({ ...base, kind: fc.constant('case' as const), grade: aGrade, placedDays }),
      weight: 2,
    },
    { arbitrary: fc.record({ ...base, kind: fc.constant('void' as const), targetId: anId }), weight: 3 },
    {
      arbitrary: fc.record({
        ...base,
        kind: fc.constantFrom('reset' as const, 'suspend' as const, 'resume' as const, 'bury' as const),
      }),
      weight: 2,
    },
    {
      arbitrary: fc.record({ ...base, kind: fc.constant('set-due' as const), inDays: fc.nat(3_650) }),
      weight: 1,
    },
  );
}

/** A log in which every id stands once. */
export function aLog(instants?: fc.Arbitrary<Instant>): fc.Arbitrary<readonly LogEvent[]> {
  return fc.uniqueArray(anEvent(instants), { selector: ({ id }) => id, maxLength: 25 });
}
