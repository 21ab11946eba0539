import { type Instant, MINUTE_MS, type TimeZone } from '@/lib/base/time';
import { type MemoryStep, memorySteps } from './fsrs';
import { type FuzzWindow, fuzzFraction, fuzzWindows, placeAt } from './fuzz';
import {
  type CardState,
  GRADES,
  type Grade,
  type Memory,
  type MemoryIdentity,
  type SchedulingParams,
  type StudyDay,
} from './model';
import { studyDayOf, studyDayStartsAt } from './study-day';

/** When, and in which zone, the learner stands before the card. */
export type StudyMoment = Readonly<{ at: Instant; tz: TimeZone }>;

/** An answer to a card: the one function that previews, answers and replays all go through. */
export type Grading = Readonly<{
  /** The card's state if this grade is given and `placedDays` asked for; null asks for the seed's choice. */
  stateAfter: (grade: Grade, placedDays: number | null) => CardState;
}>;

/**
 * What answering the card at this moment does, for any grade. A day-long interval is due at the start of a study
 * day in the zone of the answer, a step exactly its minutes later. Asked-for days are brought into the fuzz
 * window of the interval that FSRS computes, so that no device can plan a memory out of the model.
 */
export function gradingOf(
  state: CardState,
  { at, tz }: StudyMoment,
  params: SchedulingParams,
  identity: MemoryIdentity,
): Grading {
  const day = studyDayOf(at, tz, params.dayStartHour);
  const steps = memorySteps(state.memory, day, params);
  const windows = fuzzWindows(daysOf(steps), lastIntervalOf(state.memory), params.maximumIntervalDays);
  const reps = state.memory.kind === 'new' ? 0 : state.memory.reps;

  const place = (window: FuzzWindow, placedDays: number | null): number =>
    placedDays === null
      ? placeAt(window, fuzzFraction(identity, reps))
      : Math.min(Math.max(placedDays, window.low), window.high);

  return {
    stateAfter: (grade, placedDays) => {
      const { wait, ...step } = steps[grade];
      const window = windows[grade];
      const intervalDays = window ? place(window, placedDays) : 0;
      const dueAt =
        wait.kind === 'minutes'
          ? at + wait.minutes * MINUTE_MS
          : studyDayStartsAt((day + intervalDays) as StudyDay, tz, params.dayStartHour);
      return {
        ...state,
        introducedDay: state.introducedDay ?? day,
        memory: { kind: 'scheduled', ...step, lastAt: at, lastDay: day, dueAt, intervalDays, reps: reps + 1 },
      };
    },
  };
}

/** The intervals that fuzz applies to: grades that lead to a step within the day have none. */
function daysOf(steps: Readonly<Record<Grade, MemoryStep>>): Partial<Record<Grade, number>> {
  return Object.fromEntries(
    GRADES.flatMap((grade) => {
      const { wait } = steps[grade];
      return wait.kind === 'days' ? [[grade, wait.days]] : [];
    }),
  );
}

/** Only a card in review has an interval to grow from; on a step there is none. */
function lastIntervalOf(memory: Memory): number {
  return memory.kind === 'scheduled' && memory.phase === 'review' ? memory.intervalDays : 0;
}
