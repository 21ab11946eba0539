import {
  type DeviceDatabase,
  QUIZ_ATTEMPTS,
  QUIZ_CHANGES,
  resultOf,
} from '@/components/offline/device-database';
import type { AttemptId, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, type Instant } from '@/lib/base/time';
import type { AttemptView, Change } from '@/lib/quiz/model';
import { inOrderMade } from '@/lib/quiz/sitting-model';

/** What the disk holds of an attempt that the server has not acknowledged. */
export type HeldChanges = Readonly<{
  /** In the order in which they were made. */
  changes: readonly Change[];
  /** The learner wants to hand in. */
  finish: boolean;
}>;

/** Where the changes to one attempt of one learner survive a closed tab. It rejects when nothing was stored. */
export type ChangeStorage = Readonly<{
  load: () => Promise<HeldChanges>;
  keep: (changes: readonly Change[], at: Instant) => Promise<void>;
  /** The server has said what became of these. */
  letGo: (ids: readonly EventId[]) => Promise<void>;
  keepFinish: (at: Instant) => Promise<void>;
  letGoFinish: () => Promise<void>;
}>;

/** Nobody sits an attempt for longer; what is older was never acknowledged because its attempt is gone. */
const KEPT_MS = 30 * DAY_MS;
const FINISH = 'finish';

type Row = Readonly<{
  learnerId: LearnerId;
  attemptId: AttemptId;
  id: EventId | typeof FINISH;
  keptAt: Instant;
  /** Null in the row that says the learner wants to hand in. */
  change: Change | null;
}>;

/** The part of the device's database that belongs to one attempt. Nobody else's rows are read or written. */
export function changeStorage(
  database: DeviceDatabase,
  learnerId: LearnerId,
  attemptId: AttemptId,
): ChangeStorage {
  const put = (store: IDBObjectStore, id: Row['id'], change: Change | null, keptAt: Instant) =>
    store.put({ learnerId, attemptId, id, keptAt, change } satisfies Row);
  return {
    load: () =>
      database.read(QUIZ_CHANGES, async (store) => {
        const rows: Row[] = await resultOf(store.getAll(under([learnerId, attemptId])));
        return {
          changes: rows.flatMap(({ change }) => change ?? []).sort(inOrderMade),
          finish: rows.some(({ id }) => id === FINISH),
        };
      }),
    keep: (changes, at) =>
      database.write(QUIZ_CHANGES, async (store) => {
        for (const change of changes) put(store, change.id, change, at);
      }),
    letGo: (ids) =>
      database.write(QUIZ_CHANGES, async (store) => {
        for (const id of ids) store.delete([learnerId, attemptId, id]);
      }),
    keepFinish: (at) =>
      database.write(QUIZ_CHANGES, async (store) => {
        put(store, FINISH, null, at);
      }),
    letGoFinish: () =>
      database.write(QUIZ_CHANGES, async (store) => {
        store.delete([learnerId, attemptId, FINISH]);
      }),
  };
}

/** The attempts of which the device holds something of this learner's that was not acknowledged; old ones are dropped. */
export function attemptsWithChanges(
  database: DeviceDatabase,
  learnerId: LearnerId,
  now: Instant,
): Promise<readonly AttemptId[]> {
  return database.write(QUIZ_CHANGES, async (store) => {
    const rows: Row[] = await resultOf(store.getAll(under([learnerId])));
    const old = rows.filter(({ keptAt }) => keptAt < now - KEPT_MS);
    for (const { attemptId, id } of old) store.delete([learnerId, attemptId, id]);
    return [...new Set(rows.filter((row) => !old.includes(row)).map(({ attemptId }) => attemptId))];
  });
}

/** Takes over what guests left on this device who are this learner now: their attempts have come along. */
export function adoptChanges(
  database: DeviceDatabase,
  learnerId: LearnerId,
  guests: readonly LearnerId[],
): Promise<void> {
  return database.write(QUIZ_CHANGES, async (store) => {
    for (const guest of guests) {
      const rows: Row[] = await resultOf(store.getAll(under([guest])));
      for (const row of rows) {
        store.put({ ...row, learnerId } satisfies Row);
        store.delete([guest, row.attemptId, row.id]);
      }
    }
  });
}

type KeptAttempt = Readonly<{
  learnerId: LearnerId;
  attemptId: AttemptId;
  view: AttemptView;
  /** The device's clock when the view came. */
  keptAt: Instant;
}>;

/** Keeps an attempt as it stands, to be sat without a network. Those of other learners go: the device may be shared. */
export function keepAttempt(
  database: DeviceDatabase,
  learnerId: LearnerId,
  view: AttemptView,
  keptAt: Instant,
): Promise<void> {
  return database.write(QUIZ_ATTEMPTS, async (store) => {
    const kept: KeptAttempt[] = await resultOf(store.getAll());
    for (const { learnerId: other, attemptId, keptAt: then } of kept) {
      if (other !== learnerId || then < keptAt - KEPT_MS) store.delete([other, attemptId]);
    }
    store.put({ learnerId, attemptId: view.attempt.id, view, keptAt } satisfies KeptAttempt);
  });
}

/** The attempt as it was kept last, whose it is and when; null if there is none. */
export function keptAttempt(database: DeviceDatabase, attemptId: AttemptId): Promise<KeptAttempt | null> {
  return database.read(QUIZ_ATTEMPTS, async (store) => {
    const kept: KeptAttempt[] = await resultOf(store.getAll());
    return kept.find((one) => one.attemptId === attemptId) ?? null;
  });
}

/** An attempt that is over is not sat any more; forgets those of everybody for `null`. */
export function forgetAttempt(database: DeviceDatabase, attemptId: AttemptId | null): Promise<void> {
  return database.write(QUIZ_ATTEMPTS, async (store) => {
    const kept: KeptAttempt[] = await resultOf(store.getAll());
    for (const one of kept) {
      if (attemptId === null || one.attemptId === attemptId) store.delete([one.learnerId, one.attemptId]);
    }
  });
}

function under(prefix: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...prefix], [...prefix, []]);
}
