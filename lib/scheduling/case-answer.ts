import { caseParams } from './case-params';
import { gradingOf } from './grading';
import type { CardState, LogEvent, MemoryIdentity, SchedulingParams, StudyDay } from './model';
import { studyDayStartsAt } from './study-day';

type Case = Pick<Extract<LogEvent, { kind: 'case' }>, 'effectiveAt' | 'tz' | 'grade' | 'placedDays'>;

/**
 * The state of a concept after a case of it was answered: a review by `caseParams`. A case that was missed may be asked
 * for sooner than the model would (`placedDays` below the window): what somebody was sure of and wrong about cannot wait.
 * The memory is the same either way.
 */
export function stateAfterCase(
  state: CardState,
  { effectiveAt: at, tz, grade, placedDays }: Case,
  params: SchedulingParams,
  identity: MemoryIdentity,
): CardState {
  const after = gradingOf(state, { at, tz }, caseParams(params), identity).stateAfter(grade, placedDays);
  const { memory } = after;
  if (grade !== 1 || placedDays === null || memory.kind === 'new' || placedDays >= memory.intervalDays) {
    return after;
  }
  const dueAt = studyDayStartsAt((memory.lastDay + placedDays) as StudyDay, tz, params.dayStartHour);
  return { ...after, memory: { ...memory, intervalDays: placedDays, dueAt } };
}
