import type { EventId } from '@/lib/base/ids';
import { applyEvent, type CardEvent } from './answer';
import {
  type CardState,
  type EventPosition,
  type LogEvent,
  type MemoryIdentity,
  NEW_CARD,
  type SchedulingParams,
} from './model';

/**
 * The state of a card: its log sorted by instant and id, without what was voided, folded event by event. Neither
 * the order in which entries arrive nor how often one arrives makes a difference. Total: any log gives a state.
 *
 * A void silences its target wherever that sorts, but another void only if it sorts after that one, so voiding a
 * void restores (redo) and no two voids can silence each other. A void of an unknown event waits for it.
 * `lastEvent` is the position of the last entry of any kind, voids and voided entries included: what sorts after
 * it may be appended.
 */
export function replay(
  log: readonly LogEvent[],
  params: SchedulingParams,
  identity: MemoryIdentity,
): CardState {
  const sorted = withoutCopies([...log].sort(comparePositions));
  const silenced = silencedIds(sorted);
  const state = sorted
    .filter((event): event is CardEvent => event.kind !== 'void' && !silenced.has(event.id))
    .reduce((before, event) => applyEvent(before, event, params, identity), NEW_CARD);
  const last = sorted.at(-1);
  return { ...state, lastEvent: last ? { effectiveAt: last.effectiveAt, id: last.id } : null };
}

/**
 * Whether `applyEvent` on the state of the log gives what a replay of the log with this event would: it sorts
 * after everything in the log and acts by itself. The caller, who has the log, must also know that the event is
 * new to it and that no void in the log waits for it; otherwise replay.
 */
export function canAppend(state: CardState, event: LogEvent): event is CardEvent {
  if (event.kind === 'void') return false;
  return state.lastEvent === null || comparePositions(state.lastEvent, event) < 0;
}

/** The order of a log: by instant, then by id compared as code units, the same on every machine and database. */
export function comparePositions(left: EventPosition, right: EventPosition): number {
  if (left.effectiveAt !== right.effectiveAt) return left.effectiveAt - right.effectiveAt;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

/** Copies of an entry are one entry; were they to differ, the earliest would count. */
function withoutCopies(sorted: readonly LogEvent[]): readonly LogEvent[] {
  const seen = new Set<EventId>();
  return sorted.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The targets of voids in force, found from the last void to the first: only a later void can silence a void. */
function silencedIds(sorted: readonly LogEvent[]): ReadonlySet<EventId> {
  const silenced = new Set<EventId>();
  for (const event of sorted.toReversed()) {
    if (event.kind === 'void' && !silenced.has(event.id)) silenced.add(event.targetId);
  }
  return silenced;
}
