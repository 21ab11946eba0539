import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { applyEvent, type CardEvent } from './answer';
import { DEFAULT_PARAMS } from './fsrs';
import { aCardState, aGrade, anInstant, aZone, IDENTITY } from './log.arbitrary';
import { type CardState, type Grade, NEW_CARD, type StudyDay } from './model';
import { previewOutcomes } from './preview';
import { studyDayOf, studyDayStartsAt } from './study-day';

const NOON = Date.UTC(2026, 5, 15, 12);
const DAY = studyDayOf(NOON, 'UTC', 4);

type Doing = Partial<{
  effectiveAt: number;
  tz: string;
  grade: Grade;
  placedDays: number | null;
  inDays: number;
}>;

function event(kind: CardEvent['kind'], doing: Doing = {}): CardEvent {
  const base = { id: 'event-1' as EventId, effectiveAt: NOON, tz: 'UTC', ...doing };
  if (kind === 'review' || kind === 'case') return { grade: 3, placedDays: null, ...base, kind };
  if (kind === 'set-due') return { inDays: 0, ...base, kind };
  return { ...base, kind };
}

function lived(state: CardState, ...events: readonly CardEvent[]): CardState {
  return events.reduce((before, each) => applyEvent(before, each, DEFAULT_PARAMS, IDENTITY), state);
}

function memoryOf({ memory }: CardState) {
  if (memory.kind === 'new') throw new Error('The card is new.');
  return memory;
}

describe('a review', () => {
  it('introduces the card on the study day of the first one', () => {
    const first = event('review', { effectiveAt: Date.UTC(2026, 5, 15, 3), tz: 'UTC' });
    const later = event('review', { effectiveAt: NOON + 3 * DAY_MS });
    expect(lived(NEW_CARD, first, later).introducedDay).toBe(DAY - 1);
  });

  it('is due on a step after exactly its minutes, and for days when that study day starts', () => {
    expect(memoryOf(lived(NEW_CARD, event('review'))).dueAt).toBe(NOON + 10 * MINUTE_MS);
    const easy = memoryOf(lived(NEW_CARD, event('review', { grade: 4, placedDays: 8, tz: 'Asia/Tokyo' })));
    const day = (studyDayOf(NOON, 'Asia/Tokyo', 4) + 8) as StudyDay;
    expect(easy.dueAt).toBe(studyDayStartsAt(day, 'Asia/Tokyo', 4));
  });

  it.each([
    { asked: 8, placed: 8, caption: 'inside the window, kept' },
    { asked: 7, placed: 7, caption: 'moved by a planner within the window, kept' },
    { asked: 1, placed: 6, caption: 'too near, brought to the lower end' },
    { asked: 36_500, placed: 10, caption: 'too far, brought to the upper end' },
  ])('asked to be placed $asked days ahead is placed $placed days ahead ($caption)', ({ asked, placed }) => {
    const memory = memoryOf(lived(NEW_CARD, event('review', { grade: 4, placedDays: asked })));
    expect(memory.intervalDays).toBe(placed);
  });

  it('ignores days asked for where the next step is within the day', () => {
    const memory = memoryOf(lived(NEW_CARD, event('review', { placedDays: 8 })));
    expect(memory).toMatchObject({ intervalDays: 0, dueAt: NOON + 10 * MINUTE_MS });
  });

  it('does not move a memory by where in the window it was placed', () => {
    const [near, far] = [6, 10].map((placedDays) =>
      lived(NEW_CARD, event('review', { grade: 4, placedDays })),
    );
    expect(memoryOf(near as CardState).stability).toBe(memoryOf(far as CardState).stability);
  });

  it.each([
    {
      zone: 'UTC',
      first: '2026-06-15T23:50:00Z',
      second: '2026-06-16T00:02:00Z',
      caption: 'over UTC midnight',
    },
    {
      zone: 'America/Los_Angeles',
      first: '2026-01-15T23:59:00Z',
      second: '2026-01-16T00:01:00Z',
      caption: '15:59 and 16:01',
    },
    {
      zone: 'Asia/Tokyo',
      first: '2026-06-15T14:55:00Z',
      second: '2026-06-15T15:07:00Z',
      caption: 'over local midnight',
    },
  ])('two minutes or twelve later is the same study day: $caption in $zone', ({ zone, first, second }) => {
    const reviews = [first, second].map((at) => event('review', { effectiveAt: Date.parse(at), tz: zone }));
    expect(memoryOf(lived(NEW_CARD, ...reviews))).toMatchObject({
      stability: 2.3065,
      phase: 'review',
      intervalDays: 2,
    });
  });

  it('T06 minutes later is another day when the study day turned in between', () => {
    const reviews = ['2026-06-15T03:59:00Z', '2026-06-15T04:01:00Z'].map((at) =>
      event('review', { effectiveAt: Date.parse(at) }),
    );
    expect(memoryOf(lived(NEW_CARD, ...reviews)).stability).toBeGreaterThan(2.3065);
  });

  it('T07 on a day before the last one, as a traveller over the date line may live it, counts as the same day', () => {
    const inTokyo = event('review', { effectiveAt: NOON + 12 * HOUR_MS, tz: 'Pacific/Kiritimati' });
    const inHawaii = event('review', { effectiveAt: NOON + 13 * HOUR_MS, tz: 'Pacific/Honolulu' });
    const memory = memoryOf(lived(NEW_CARD, inTokyo, inHawaii));
    expect(memory.stability).toBe(2.3065);
    expect(memory.lastDay).toBe(studyDayOf(NOON + 13 * HOUR_MS, 'Pacific/Honolulu', 4));
  });

  it('counts reviews and lapses', () => {
    const graduated = lived(NEW_CARD, event('review', { grade: 4 }));
    const lapsed = lived(graduated, event('review', { grade: 1, effectiveAt: NOON + 9 * DAY_MS }));
    expect(memoryOf(lapsed)).toMatchObject({ reps: 2, lapses: 1, phase: 'relearning' });
  });

  it('leaves a suspended card suspended: what a person knows and what they want to be asked are two things', () => {
    const state = lived(NEW_CARD, event('suspend'), event('review'));
    expect(state).toMatchObject({ suspended: true, memory: { kind: 'scheduled', reps: 1 } });
  });

  it('I7 is never due before it was given, nor beyond the longest interval', () => {
    const limit = (DEFAULT_PARAMS.maximumIntervalDays + 2) * DAY_MS;
    fc.assert(
      fc.property(
        aCardState,
        aGrade,
        anInstant,
        aZone,
        fc.option(fc.integer({ min: 1, max: 36_500 })),
        (state, grade, at, tz, placedDays) => {
          const { dueAt, lastAt } = memoryOf(
            lived(state, event('review', { effectiveAt: at, tz, grade, placedDays })),
          );
          expect(lastAt).toBe(at);
          expect(dueAt).toBeGreaterThanOrEqual(at);
          expect(dueAt - at).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('what is no review', () => {
  const learnt = lived(NEW_CARD, event('review', { grade: 4, placedDays: 8 }));

  it('suspends and resumes without touching the memory', () => {
    expect(lived(learnt, event('suspend'))).toMatchObject({ suspended: true, memory: learnt.memory });
    expect(lived(learnt, event('suspend'), event('resume'))).toEqual(learnt);
  });

  it('buries for the study day of the event', () => {
    expect(lived(learnt, event('bury', { effectiveAt: Date.UTC(2026, 5, 16, 3) })).buriedDay).toBe(DAY);
    expect(lived(learnt, event('bury', { effectiveAt: Date.UTC(2026, 5, 16, 4) })).buriedDay).toBe(DAY + 1);
  });

  it('resets to a new card, suspension and first day forgotten', () => {
    const reset = lived(learnt, event('suspend'), event('bury'), event('reset'));
    expect(reset).toEqual({ ...NEW_CARD, lastEvent: { effectiveAt: NOON, id: 'event-1' } });
  });

  it('after a reset is previewed like a card never seen', () => {
    const moment = { at: NOON, tz: 'UTC' };
    const { memory } = previewOutcomes(lived(learnt, event('reset')), moment, DEFAULT_PARAMS, IDENTITY)[4]
      .state;
    expect(memory).toEqual(previewOutcomes(NEW_CARD, moment, DEFAULT_PARAMS, IDENTITY)[4].state.memory);
  });

  it.each([
    { inDays: 0, dueAt: NOON, caption: 'at once' },
    { inDays: 1, dueAt: Date.UTC(2026, 5, 16, 4), caption: 'tomorrow when the study day starts' },
    { inDays: 30, dueAt: Date.UTC(2026, 6, 15, 4), caption: 'in thirty days' },
  ])('sets due $caption, and leaves the memory', ({ inDays, dueAt }) => {
    const { memory } = lived(learnt, event('set-due', { inDays }));
    expect(memory).toEqual({ ...learnt.memory, dueAt });
  });

  it('sets no new card due', () => {
    expect(lived(NEW_CARD, event('set-due', { inDays: 3 })).memory).toEqual({ kind: 'new' });
  });
});
