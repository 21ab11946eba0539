import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, type Instant } from '@/lib/base/time';
import { applyEvent } from './answer';
import { DEFAULT_PARAMS, memorySteps } from './fsrs';
import { intervalLabel } from './interval-label';
import { aCardState, aGrade, anInstant, aZone, IDENTITY } from './log.arbitrary';
import { type CardState, GRADES, type Grade, NEW_CARD, type Outcome, type SchedulingParams } from './model';
import { previewOutcomes } from './preview';
import { studyDayOf, studyDayStartsAt } from './study-day';

const AT = Date.UTC(2026, 5, 15, 12);
const aSet = fc.constantFrom<SchedulingParams>(
  DEFAULT_PARAMS,
  { ...DEFAULT_PARAMS, learningStepsMinutes: [], relearningStepsMinutes: [] },
  { ...DEFAULT_PARAMS, maximumIntervalDays: 20, desiredRetention: 0.8 },
);

function press(
  state: CardState,
  grade: Grade,
  at: Instant,
  tz: string,
  params: SchedulingParams,
  placedDays: number | null,
) {
  const event = { kind: 'review', id: 'pressed' as EventId, effectiveAt: at, tz, grade, placedDays } as const;
  return applyEvent(state, event, params, IDENTITY);
}

describe('a preview', () => {
  it('I5 pressing a button does exactly what it showed: state, due instant and label', () => {
    fc.assert(
      fc.property(aCardState, aGrade, anInstant, aZone, aSet, (state, grade, at, tz, params) => {
        const shown = previewOutcomes(state, { at, tz }, params, IDENTITY)[grade];
        for (const placedDays of [shown.placedDays, null]) {
          const after = press(state, grade, at, tz, params, placedDays);
          expect(after).toEqual({ ...shown.state, lastEvent: { effectiveAt: at, id: 'pressed' } });
          if (after.memory.kind === 'new') throw new Error('A graded card is not new.');
          const { dueAt, intervalDays } = after.memory;
          expect(dueAt).toBe(shown.dueAt);
          const pressed = { dueAt, placedDays: intervalDays > 0 ? intervalDays : null };
          expect(intervalLabel(pressed, at)).toEqual(intervalLabel(shown, at));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows Again ≤ Hard ≤ Good ≤ Easy, and for a card in review Hard < Good < Easy below the maximum', () => {
    fc.assert(
      fc.property(aCardState, anInstant, aZone, aSet, (state, at, tz, params) => {
        const outcomes = previewOutcomes(state, { at, tz }, params, IDENTITY);
        // In days, since a step of ten minutes may end after a day that turns in five.
        const [again, hard, good, easy] = GRADES.map((grade) => inDays(outcomes[grade], at)) as Four;
        expect(again).toBeLessThanOrEqual(hard);
        expect(hard).toBeLessThanOrEqual(good);
        expect(good).toBeLessThanOrEqual(easy);
        const inReview = state.memory.kind === 'scheduled' && state.memory.phase === 'review';
        const longest = memorySteps(state.memory, studyDayOf(at, tz, params.dayStartHour), params)[4].wait;
        if (inReview && longest.kind === 'days' && longest.days < params.maximumIntervalDays) {
          expect(hard).toBeLessThan(good);
          expect(good).toBeLessThan(easy);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the hour of the study day, but for steps', () => {
    const state = previewOutcomes(NEW_CARD, { at: AT, tz: 'Asia/Tokyo' }, DEFAULT_PARAMS, IDENTITY)[4].state;
    const days = [0, 1, 5, 11].map((hours) => {
      const moment = { at: Date.UTC(2026, 5, 22, 20) + hours * HOUR_MS, tz: 'Asia/Tokyo' };
      const outcomes = previewOutcomes(state, moment, DEFAULT_PARAMS, IDENTITY);
      return GRADES.map((grade) => outcomes[grade].placedDays);
    });
    expect(new Set(days.map(String)).size).toBe(1);
  });

  it('leaves the card as it is', () => {
    const frozen = Object.freeze({ ...NEW_CARD, memory: Object.freeze(NEW_CARD.memory) });
    expect(() => previewOutcomes(frozen, { at: AT, tz: 'UTC' }, DEFAULT_PARAMS, IDENTITY)).not.toThrow();
  });

  it('is due at the start of a study day for days, and to the minute for steps', () => {
    const outcomes = previewOutcomes(
      NEW_CARD,
      { at: AT + 12_345, tz: 'Europe/Berlin' },
      DEFAULT_PARAMS,
      IDENTITY,
    );
    expect(outcomes[3]).toMatchObject({ dueAt: AT + 12_345 + 600_000, placedDays: null });
    const { placedDays, dueAt } = outcomes[4];
    const day = studyDayOf(AT + (placedDays ?? 0) * DAY_MS, 'Europe/Berlin', 4);
    expect(dueAt).toBe(studyDayStartsAt(day, 'Europe/Berlin', 4));
  });
});

type Four = [number, number, number, number];

function inDays({ placedDays, dueAt }: Outcome, at: Instant): number {
  return placedDays ?? (dueAt - at) / DAY_MS;
}
