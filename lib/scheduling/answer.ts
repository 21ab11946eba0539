import { stateAfterCase } from './case-answer';
import { gradingOf } from './grading';
import {
  type CardState,
  type LogEvent,
  type MemoryIdentity,
  NEW_CARD,
  type SchedulingParams,
  type StudyDay,
} from './model';
import { studyDayOf, studyDayStartsAt } from './study-day';

/** An event that acts on a card by itself. A void acts on another event, and only `replay` can honour it. */
export type CardEvent = Exclude<LogEvent, { kind: 'void' }>;

/**
 * The card's state after one more event. Equals a replay of the whole log only where `canAppend` says so.
 *
 * - review: FSRS's next state. `placedDays` is kept if it lies in the fuzz window of the computed interval, else
 *   brought into it; null takes the seed's choice, which is what `previewOutcomes` showed. A suspended or buried
 *   card is learned from like any other and stays put away.
 * - case: as a review, by the parameters of cases (`stateAfterCase`).
 * - reset: a new card again; nothing before it counts, a suspension neither.
 * - suspend, resume: out of all queues, and back.
 * - bury: out of all queues for the study day of the event.
 * - set-due: due at the start of the study day `inDays` later, at once for 0. The memory is as it was; a new card
 *   has none to bring forward and stays new.
 */
export function applyEvent(
  state: CardState,
  event: CardEvent,
  params: SchedulingParams,
  identity: MemoryIdentity,
): CardState {
  const lastEvent = { effectiveAt: event.effectiveAt, id: event.id };
  return { ...changed(state, event, params, identity), lastEvent };
}

function changed(
  state: CardState,
  event: CardEvent,
  params: SchedulingParams,
  identity: MemoryIdentity,
): CardState {
  const { effectiveAt: at, tz } = event;
  switch (event.kind) {
    case 'review':
      return gradingOf(state, { at, tz }, params, identity).stateAfter(event.grade, event.placedDays);
    case 'case':
      return stateAfterCase(state, event, params, identity);
    case 'reset':
      return NEW_CARD;
    case 'suspend':
      return { ...state, suspended: true };
    case 'resume':
      return { ...state, suspended: false };
    case 'bury':
      return { ...state, buriedDay: studyDayOf(at, tz, params.dayStartHour) };
    case 'set-due': {
      if (state.memory.kind === 'new') return state;
      const day = (studyDayOf(at, tz, params.dayStartHour) + event.inDays) as StudyDay;
      const dueAt = Math.max(at, studyDayStartsAt(day, tz, params.dayStartHour));
      return { ...state, memory: { ...state.memory, dueAt } };
    }
  }
}
