import { gradingOf, type StudyMoment } from './grading';
import type { CardState, Grade, MemoryIdentity, Outcome, SchedulingParams } from './model';

/** What each button would do. */
export type Previews = Readonly<Record<Grade, Outcome>>;

/**
 * What each grade would do if pressed at this moment. Pressing it on the same study day does exactly that:
 * see `applyEvent`. The event has no place in the log yet, so `state.lastEvent` is still the one before it.
 */
export function previewOutcomes(
  state: CardState,
  moment: StudyMoment,
  params: SchedulingParams,
  identity: MemoryIdentity,
): Previews {
  const grading = gradingOf(state, moment, params, identity);
  const outcome = (grade: Grade): Outcome => {
    const after = grading.stateAfter(grade, null);
    const { memory } = after;
    const [dueAt, days] = memory.kind === 'new' ? [moment.at, 0] : [memory.dueAt, memory.intervalDays];
    return { grade, state: after, dueAt, placedDays: days > 0 ? days : null };
  };
  return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) };
}
