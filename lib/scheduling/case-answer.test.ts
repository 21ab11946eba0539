import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import { applyEvent } from './answer';
import { caseParams } from './case-params';
import { DEFAULT_PARAMS } from './fsrs';
import { aCardState, aGrade, anInstant, aZone, IDENTITY } from './log.arbitrary';
import { type CardState, type Grade, type LogEvent, NEW_CARD } from './model';
import { replay } from './replay';
import { studyDayOf, studyDayStartsAt } from './study-day';

const NOON = Date.UTC(2026, 5, 15, 12);

type Graded = Extract<LogEvent, { kind: 'case' | 'review' }>;

function answered(grade: Grade, doing: Partial<Omit<Graded, 'kind' | 'grade'>> = {}): Graded {
  const id = `${doing.effectiveAt ?? NOON}` as EventId;
  return { kind: 'case', id, effectiveAt: NOON, tz: 'UTC', grade, placedDays: null, ...doing };
}

function lived(state: CardState, ...events: readonly Graded[]) {
  const after = events.reduce((before, event) => applyEvent(before, event, DEFAULT_PARAMS, IDENTITY), state);
  if (after.memory.kind === 'new') throw new Error('The concept is new.');
  return { ...after, memory: after.memory };
}

/** A concept known well: its next interval is weeks away. */
const known = lived(
  NEW_CARD,
  answered(4),
  answered(4, { effectiveAt: NOON + 20 * DAY_MS }),
  answered(3, { effectiveAt: NOON + 90 * DAY_MS }),
);

describe('the parameters of cases', () => {
  it('have no steps and a desired retention of 0.85, and are otherwise the learner’s own', () => {
    expect(caseParams(DEFAULT_PARAMS)).toEqual({
      ...DEFAULT_PARAMS,
      desiredRetention: 0.85,
      learningStepsMinutes: [],
      relearningStepsMinutes: [],
    });
    expect(caseParams(DEFAULT_PARAMS)).toBe(caseParams(DEFAULT_PARAMS));
  });
});

describe('the answer to a case', () => {
  it('is learned from as a review is: strength and difficulty are the same', () => {
    const asCase = lived(NEW_CARD, answered(3)).memory;
    const asReview = lived(NEW_CARD, { ...answered(3), kind: 'review' }).memory;
    expect([asCase.stability, asCase.difficulty]).toEqual([asReview.stability, asReview.difficulty]);
    expect(asReview.phase).toBe('learning');
    expect(asCase).toMatchObject({ phase: 'review', reps: 1 });
  });

  it('waits longer than a card of the same strength, for it may be forgotten a little further', () => {
    const steady = lived(NEW_CARD, answered(4)).memory;
    const card = lived(NEW_CARD, { ...answered(4), kind: 'review' }).memory;
    expect(steady.intervalDays).toBeGreaterThan(card.intervalDays);
  });

  it('never brings the concept back on the same study day, whatever came before', () => {
    const days = fc.option(fc.integer({ min: 1, max: 36_500 }));
    fc.assert(
      fc.property(aCardState, aGrade, anInstant, aZone, days, (state, grade, at, tz, placedDays) => {
        const { memory } = lived(state, answered(grade, { effectiveAt: at, tz, placedDays }));
        expect(memory.phase).toBe('review');
        expect(memory.intervalDays).toBeGreaterThanOrEqual(1);
        expect(studyDayOf(memory.dueAt, tz, DEFAULT_PARAMS.dayStartHour)).toBeGreaterThan(memory.lastDay);
      }),
      { numRuns: 500 },
    );
  });

  it('that was missed counts as a lapse of a concept that was known', () => {
    expect(lived(known, answered(1, { effectiveAt: NOON + 200 * DAY_MS })).memory.lapses).toBe(1);
  });

  it('that was missed comes tomorrow if that is asked for, and leaves the memory as it would be', () => {
    const at = NOON + 200 * DAY_MS;
    const tomorrow = lived(known, answered(1, { effectiveAt: at, placedDays: 1 })).memory;
    const byModel = lived(known, answered(1, { effectiveAt: at })).memory;
    expect(byModel.intervalDays).toBeGreaterThan(1);
    expect(tomorrow).toEqual({
      ...byModel,
      intervalDays: 1,
      dueAt: studyDayStartsAt((tomorrow.lastDay + 1) as typeof tomorrow.lastDay, 'UTC', 4),
    });
  });

  it('that was right is not brought nearer than the model allows', () => {
    const at = NOON + 200 * DAY_MS;
    const asked = lived(known, answered(3, { effectiveAt: at, placedDays: 1 })).memory;
    expect(asked.intervalDays).toBeGreaterThan(30);
  });

  it('folds from the log like any other event', () => {
    const log = [answered(3), answered(1, { effectiveAt: NOON + 9 * DAY_MS, placedDays: 1 })];
    expect(replay(log.toReversed(), DEFAULT_PARAMS, IDENTITY)).toEqual(lived(NEW_CARD, ...log));
  });
});
