import type { EventId } from '@/lib/base/ids';
import type { Entry } from './sender-model';

/**
 * Where an entry is: it waits to be sent, is `under-way`, or `standing-back`, because it failed lately and the others go
 * first.
 */
export type Stage = 'waiting' | 'under-way' | 'standing-back';

type Held<Sent> = Readonly<{ entry: Sent; stage: Stage; kept: boolean }>;

/** What this tab knows of what was not acknowledged. A value: each step gives a new one. */
export type Backlog<Sent extends Entry> = Readonly<{
  held: ReadonlyMap<EventId, Held<Sent>>;
  /** Said to be settled: what a slow disk or another tab's late word tells of them is old. */
  settled: ReadonlySet<EventId>;
}>;

export const NOTHING_HELD: Backlog<never> = { held: new Map(), settled: new Set() };

/** With new entries, on the disk already or not. What is held or settled stays as it is. */
export function withEntries<Sent extends Entry>(
  backlog: Backlog<Sent>,
  entries: readonly Sent[],
  kept: boolean,
): Backlog<Sent> {
  const isNews = ({ id }: Sent) => !backlog.settled.has(id) && !backlog.held.has(id);
  const news = entries.filter(isNews).map((entry) => [entry.id, { entry, stage: 'waiting', kept }] as const);
  return news.length === 0 ? backlog : { ...backlog, held: new Map([...backlog.held, ...news]) };
}

/** Without what was settled; it does not come back. */
export function withSettled<Sent extends Entry>(
  { held, settled }: Backlog<Sent>,
  ids: readonly EventId[],
): Backlog<Sent> {
  const left = new Map(held);
  for (const id of ids) left.delete(id);
  return { held: left, settled: new Set([...settled, ...ids]) };
}

/** With nothing called settled any more: some of it may wait on the disk again. */
export function reopened<Sent extends Entry>({ held }: Backlog<Sent>): Backlog<Sent> {
  return { held, settled: new Set() };
}

/** With the word that these are on the disk now. */
export function withKept<Sent extends Entry>(backlog: Backlog<Sent>, ids: readonly EventId[]): Backlog<Sent> {
  return changedAt(backlog, ids, (one) => ({ ...one, kept: true }));
}

/** With these moved on from the one stage to the other; those that are at none or at another stay there. */
export function moved<Sent extends Entry>(
  backlog: Backlog<Sent>,
  ids: Iterable<EventId>,
  from: Stage,
  to: Stage,
): Backlog<Sent> {
  return changedAt(backlog, ids, (one) => (one.stage === from ? { ...one, stage: to } : one));
}

/** All that is held, in order. */
export function entriesOf<Sent extends Entry>(
  { held }: Backlog<Sent>,
  inOrder: (left: Sent, right: Sent) => number,
): readonly Sent[] {
  return [...held.values()].map(({ entry }) => entry).sort(inOrder);
}

/** What is at a stage, in order. */
export function at<Sent extends Entry>(
  { held }: Backlog<Sent>,
  stage: Stage,
  inOrder: (left: Sent, right: Sent) => number,
): readonly Sent[] {
  return [...held.values()].flatMap((one) => (one.stage === stage ? [one.entry] : [])).sort(inOrder);
}

/** Whether anything is at a stage. */
export function hasAt({ held }: Backlog<Entry>, stage: Stage): boolean {
  return [...held.values()].some((one) => one.stage === stage);
}

/** Whether all of it is on the disk. */
export function isAllKept({ held }: Backlog<Entry>): boolean {
  return [...held.values()].every(({ kept }) => kept);
}

/** The entries whose rows another tab may have seen to: on the disk, and not on their way from here. */
export function idsOnDisk({ held }: Backlog<Entry>): readonly EventId[] {
  return [...held].flatMap(([id, { kept, stage }]) => (kept && stage !== 'under-way' ? [id] : []));
}

function changedAt<Sent extends Entry>(
  backlog: Backlog<Sent>,
  ids: Iterable<EventId>,
  change: (one: Held<Sent>) => Held<Sent>,
): Backlog<Sent> {
  const held = new Map(backlog.held);
  for (const id of ids) {
    const one = held.get(id);
    if (one !== undefined) held.set(id, change(one));
  }
  return { ...backlog, held };
}
