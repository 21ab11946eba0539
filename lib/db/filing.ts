import type { EventId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import {
  appendEntries,
  type FileableEvent,
  type FiledEntry,
  filedUnder,
  gradedIn,
  type NewEntry,
  payloadOf,
} from './event-log';
import type { WriteTx } from './writer';

/**
 * What stands in the log once an event has been filed: the event itself (`new`), the same event from an earlier
 * sending, the first answer to the same showing, or, where `conflict`, something else under the same id.
 */
export type Filing = Readonly<{
  new: boolean;
  conflict: boolean;
  id: EventId;
  seq: number;
  effectiveAt: Instant;
}>;

/** Appends what is not in the log yet. Returns one filing for each entry, in order. */
export async function fileEntries(tx: WriteTx, entries: readonly NewEntry[]): Promise<readonly Filing[]> {
  const appended = new Map(
    (await appendEntries(tx, entries)).map(({ learnerId, id, seq }) => [key(learnerId, id), seq] as const),
  );
  const claimed = new Set<string>();
  const before = entries.filter(({ learnerId, event }) => {
    const first = appended.has(key(learnerId, event.id)) && !claimed.has(key(learnerId, event.id));
    claimed.add(key(learnerId, event.id));
    return !first;
  });
  const standing = before.length === 0 ? [] : await filedUnder(tx, before.map(searchOf));

  const told = new Set<string>();
  return entries.map((entry) => {
    const { learnerId, event } = entry;
    const seq = appended.get(key(learnerId, event.id));
    if (seq !== undefined && !told.has(key(learnerId, event.id))) {
      told.add(key(learnerId, event.id));
      return { new: true, conflict: false, id: event.id, seq, effectiveAt: entry.effectiveAt };
    }
    return earlierFiling(entry, standing);
  });
}

function earlierFiling({ learnerId, event }: NewEntry, standing: readonly FiledEntry[]): Filing {
  const mine = standing.filter((row) => row.learnerId === learnerId);
  const sameId = mine.find((row) => row.id === event.id);
  const row = sameId ?? mine.find((other) => other.presentationId === presentationOf(event));
  if (row === undefined) throw new Error(`Event ${event.id} was neither appended nor found.`);
  const conflict = sameId !== undefined && !says(sameId, event);
  return { new: false, conflict, id: row.id, seq: row.seq, effectiveAt: row.effectiveAt };
}

/** Whether a filed event says what this one says: then this is a retry, else another event under a taken id. */
function says(filed: FiledEntry, event: FileableEvent): boolean {
  return (
    filed.kind === event.kind &&
    filed.cardUid === event.cardUid &&
    filed.answeredAt === event.answeredAt &&
    filed.grade === (gradedIn(event)?.grade ?? null) &&
    filed.payload === payloadOf(event)
  );
}

function searchOf({ learnerId, event }: NewEntry) {
  return { learnerId, id: event.id, presentationId: presentationOf(event) };
}

function presentationOf(event: FileableEvent): string | null {
  return gradedIn(event)?.presentationId ?? null;
}

function key(learnerId: LearnerId, id: EventId): string {
  return `${learnerId} ${id}`;
}
