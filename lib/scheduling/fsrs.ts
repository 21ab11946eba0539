import { BasicLearningStepsStrategy, type FSRS, FSRSVersion, fsrs, State } from 'ts-fsrs';
import type { ParameterSetId } from '@/lib/base/ids';
import type { Grade, Memory, SchedulingParams, StudyDay } from './model';

/** What FSRS makes of one answer, before an interval of days is placed in the calendar. */
export type MemoryStep = Readonly<{
  phase: ScheduledMemory['phase'];
  step: number;
  stability: number;
  difficulty: number;
  lapses: number;
  /** Minutes to the next (re)learning step; or whole days as computed, at least 1 and at most the maximum. */
  wait: Readonly<{ kind: 'minutes'; minutes: number }> | Readonly<{ kind: 'days'; days: number }>;
}>;

export type ScheduledMemory = Extract<Memory, { kind: 'scheduled' }>;

/** The library and the model it runs, stored with every state computed by them. */
export const ENGINE_VERSION = `ts-fsrs ${FSRSVersion}`;

/** What a learner starts with: FSRS-6 with its published default weights, and intervals of ten years at most. */
export const DEFAULT_PARAMS: SchedulingParams = {
  id: 'fsrs-6-default-1' as ParameterSetId,
  weights: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ],
  desiredRetention: 0.9,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  maximumIntervalDays: 3_650,
  dayStartHour: 4,
};

/**
 * What each grade would make of a memory when given on study day `day`. A day before the last review counts as
 * that review's day, since time does not run backwards in a memory. Refuses nothing: stability and difficulty
 * are brought into FSRS's range first (0.001–36,500 days, 1–10).
 *
 * The library's scheduler counts UTC calendar days and refuses a clock that ran backwards. So its model of memory
 * is driven here instead, with the study days between two reviews; steps and intervals follow its rules.
 */
export function memorySteps(
  memory: Memory,
  day: StudyDay,
  params: SchedulingParams,
): Readonly<Record<Grade, MemoryStep>> {
  const engine = engineFor(params);
  const strengths = strengthsAfter(memory, day, engine);
  const days = daysUntilDue(strengths, memory, engine);
  const steps = BasicLearningStepsStrategy(engine.parameters, stateOf(memory), stepOf(memory, params));

  const outcome = (grade: Grade): MemoryStep => {
    const lapsed = memory.kind === 'scheduled' && memory.phase === 'review' && grade === 1;
    const lapses = (memory.kind === 'new' ? 0 : memory.lapses) + (lapsed ? 1 : 0);
    const common = { ...strengths[grade], lapses };
    const next = steps[grade];
    const minutes = next?.scheduled_minutes ?? 0;
    if (next && minutes > 0 && minutes < DAY_MINUTES) {
      const phase = memory.kind === 'new' || memory.phase === 'learning' ? 'learning' : 'relearning';
      return { ...common, phase, step: next.next_step, wait: { kind: 'minutes', minutes } };
    }
    const asked = minutes > 0 ? Math.floor(minutes / DAY_MINUTES) : days[grade];
    return {
      ...common,
      phase: 'review',
      step: 0,
      wait: { kind: 'days', days: Math.min(asked, params.maximumIntervalDays) },
    };
  };
  return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) };
}

/** The chance of recall on study day `day`, 0–1; 0 for a card never seen. */
export function retrievability(memory: Memory, day: StudyDay, params: SchedulingParams): number {
  return memory.kind === 'new' ? 0 : recallAfter(day - memory.lastDay, memory.stability, params);
}

/** The chance of recall (0–1) `days` after a review that left `stability`: FSRS-6's forgetting curve. */
export function recallAfter(days: number, stability: number, params: SchedulingParams): number {
  return engineFor(params).forgetting_curve(Math.max(0, days), clamp(stability, LEAST_S, MOST_S));
}

/** Whole days after which recall has fallen to the desired retention, at least 1 and at most the maximum. */
export function idealIntervalDays(stability: number, params: SchedulingParams): number {
  return engineFor(params).next_interval(clamp(stability, LEAST_S, MOST_S), 0);
}

type Strength = Readonly<{ stability: number; difficulty: number }>;

const [LEAST_S, MOST_S] = [0.001, 36_500];
const DAY_MINUTES = 1_440;

/** Parameter sets are immutable, so one engine serves each for as long as somebody holds it. */
const engines = new WeakMap<SchedulingParams, FSRS>();

function engineFor(params: SchedulingParams): FSRS {
  const known = engines.get(params);
  if (known) return known;
  const engine = fsrs({
    w: [...params.weights],
    request_retention: params.desiredRetention,
    maximum_interval: params.maximumIntervalDays,
    learning_steps: params.learningStepsMinutes.map((minutes) => `${minutes}m` as const),
    relearning_steps: params.relearningStepsMinutes.map((minutes) => `${minutes}m` as const),
    enable_short_term: true,
    // The library seeds its fuzz with the time of day, so a button and its outcome would disagree: see fuzz.ts.
    enable_fuzz: false,
  });
  engines.set(params, engine);
  return engine;
}

function strengthsAfter(memory: Memory, day: StudyDay, engine: FSRS): Readonly<Record<Grade, Strength>> {
  if (memory.kind === 'new') {
    const first = (grade: Grade): Strength => engine.next_state(null, 0, grade);
    return { 1: first(1), 2: first(2), 3: first(3), 4: first(4) };
  }
  const elapsedDays = Math.max(0, day - memory.lastDay);
  const before = {
    stability: clamp(memory.stability, LEAST_S, MOST_S),
    difficulty: clamp(memory.difficulty, 1, 10),
  };
  const recall = engine.forgetting_curve(elapsedDays, before.stability);
  const after = (grade: Grade): Strength => engine.next_state(before, elapsedDays, grade, recall);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** Each grade's interval if it leads to one. A remembered review keeps Hard < Good < Easy, as far as days go. */
function daysUntilDue(
  strengths: Readonly<Record<Grade, Strength>>,
  memory: Memory,
  engine: FSRS,
): Readonly<Record<Grade, number>> {
  const ideal = (grade: Grade) => engine.next_interval(strengths[grade].stability, 0);
  if (memory.kind === 'new' || memory.phase !== 'review') {
    return { 1: ideal(1), 2: ideal(2), 3: ideal(3), 4: ideal(4) };
  }
  const hard = Math.min(ideal(2), ideal(3));
  const good = Math.max(ideal(3), hard + 1);
  return { 1: ideal(1), 2: hard, 3: good, 4: Math.max(ideal(4), good + 1) };
}

function stateOf(memory: Memory): State {
  if (memory.kind === 'new') return State.New;
  return { learning: State.Learning, review: State.Review, relearning: State.Relearning }[memory.phase];
}

/** A state kept from a set with more steps stands on the last one there is. */
function stepOf(memory: Memory, params: SchedulingParams): number {
  if (memory.kind === 'new' || memory.phase === 'review') return 0;
  const steps = memory.phase === 'learning' ? params.learningStepsMinutes : params.relearningStepsMinutes;
  return clamp(memory.step, 0, Math.max(0, steps.length - 1));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
