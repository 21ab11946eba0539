import type { EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, type Instant } from '@/lib/base/time';
import type { RejectionCode } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { BY_SETTLING, BY_STATUS, type DeviceDatabase, OUTBOX, resultOf } from './device-database';

/** An answer the server refused for good, with its reason in words. */
export type RejectedEvent = Readonly<{ event: SentEvent; code: RejectionCode; message: string }>;

/** An answer the server has on disk, with the instant it counts at. */
export type AcknowledgedEvent = Readonly<{ event: SentEvent; effectiveAt: Instant }>;

/** What the disk holds of a learner's answers that still concerns somebody, in the order they were given. */
export type HeldAnswers = Readonly<{
  pending: readonly SentEvent[];
  rejected: readonly RejectedEvent[];
  /** Which of the answers asked about need not be sent any more: another tab has seen to them. */
  settled: readonly EventId[];
}>;

/** Where one learner's answers survive a closed tab. Each call is one transaction; it rejects when nothing was stored. */
export type OutboxStorage = Readonly<{
  load: (askedAbout: readonly EventId[]) => Promise<HeldAnswers>;
  /** Puts new answers on the disk. What stands there already is left as it stands. */
  keep: (events: readonly SentEvent[]) => Promise<void>;
  /** Files what the server said. Acknowledged answers stay as a second copy until they are pruned. */
  settle: (
    acknowledged: readonly AcknowledgedEvent[],
    rejected: readonly RejectedEvent[],
    at: Instant,
  ) => Promise<void>;
  /** The learner has read why this answer was refused; it stays as long as an acknowledged one. */
  dismiss: (id: EventId, at: Instant) => Promise<void>;
  /**
   * Takes over all that guests left on this device who are this learner now. Where both hold an answer, only an
   * acknowledgement takes the place of what waits: it must not stop being sent for any other reason. Returns how many
   * answers came.
   */
  adopt: (guests: readonly LearnerId[]) => Promise<number>;
  /** Has every answer sent again that was acknowledged at `from` or later. Returns how many. */
  reopen: (from: Instant) => Promise<number>;
  /** Deletes what was settled over thirty days before `at`, whoever's it was. */
  prune: (at: Instant) => Promise<void>;
  /** Every answer that counts or will count and is still on the device, with the instant it counts at if that is known. */
  answers: () => Promise<readonly Readonly<{ event: SentEvent; effectiveAt: Instant | null }>[]>;
}>;

const KEPT_AFTERWARDS_MS = 30 * DAY_MS;

type Row = Readonly<{ learnerId: LearnerId; id: EventId; event: SentEvent }> &
  (
    | Readonly<{ status: 'pending' }>
    | Readonly<{ status: 'rejected'; code: RejectionCode; message: string }>
    | Readonly<{ status: 'acknowledged'; effectiveAt: Instant; settledAt: Instant }>
    | Readonly<{ status: 'dismissed'; settledAt: Instant }>
  );

/** The part of the device's outbox that belongs to one learner. Nobody else's rows are read or written. */
export function outboxStorage(database: DeviceDatabase, learnerId: LearnerId): OutboxStorage {
  const keyOf = (id: EventId) => [learnerId, id];
  const rowsOf = (store: IDBObjectStore, status: Row['status']): Promise<Row[]> =>
    resultOf(store.index(BY_STATUS).getAll([learnerId, status]));
  const rowOf = (store: IDBObjectStore, id: EventId): Promise<Row | undefined> =>
    resultOf(store.get(keyOf(id)));

  return {
    load: (askedAbout) =>
      database.read(OUTBOX, async (store) => {
        const pending = await rowsOf(store, 'pending');
        const refused = await rowsOf(store, 'rejected');
        const asked = await Promise.all(askedAbout.map((id) => rowOf(store, id)));
        return {
          pending: pending.map(({ event }) => event).sort(inOrderGiven),
          rejected: refused.flatMap((row) => (row.status === 'rejected' ? [row] : [])),
          settled: asked.flatMap((row) => (row && row.status !== 'pending' ? [row.id] : [])),
        };
      }),
    keep: (events) =>
      database.write(OUTBOX, async (store) => {
        for (const event of events) {
          if ((await rowOf(store, event.id)) === undefined) {
            store.put({ learnerId, id: event.id, event, status: 'pending' } satisfies Row);
          }
        }
      }),
    settle: (acknowledged, rejected, at) =>
      database.write(OUTBOX, async (store) => {
        for (const { event, effectiveAt } of acknowledged) {
          const settled = { status: 'acknowledged', effectiveAt, settledAt: at } as const;
          store.put({ learnerId, id: event.id, event, ...settled } satisfies Row);
        }
        for (const { event, code, message } of rejected) {
          store.put({ learnerId, id: event.id, event, status: 'rejected', code, message } satisfies Row);
        }
      }),
    dismiss: (id, at) =>
      database.write(OUTBOX, async (store) => {
        const row = await rowOf(store, id);
        if (row?.status !== 'rejected') return;
        store.put({ learnerId, id, event: row.event, status: 'dismissed', settledAt: at } satisfies Row);
      }),
    adopt: (guests) =>
      database.write(OUTBOX, async (store) => {
        let adopted = 0;
        for (const guest of guests) {
          const rows: Row[] = await resultOf(store.getAll(IDBKeyRange.bound([guest], [guest, []])));
          for (const row of rows) {
            const own = await rowOf(store, row.id);
            const settles = own?.status === 'pending' && row.status === 'acknowledged';
            if (own === undefined || settles) store.put({ ...row, learnerId } satisfies Row);
            if (own === undefined) adopted += 1;
            store.delete([guest, row.id]);
          }
        }
        return adopted;
      }),
    reopen: (from) =>
      database.write(OUTBOX, async (store) => {
        const settled = await rowsOf(store, 'acknowledged');
        const lately = settled.filter((row) => row.status === 'acknowledged' && row.settledAt >= from);
        for (const { id, event } of lately)
          store.put({ learnerId, id, event, status: 'pending' } satisfies Row);
        return lately.length;
      }),
    prune: (at) =>
      database.write(OUTBOX, async (store) => {
        const old = IDBKeyRange.upperBound(at - KEPT_AFTERWARDS_MS, true);
        for (const key of await resultOf(store.index(BY_SETTLING).getAllKeys(old))) store.delete(key);
      }),
    answers: () =>
      database.read(OUTBOX, async (store) => {
        const rows = [...(await rowsOf(store, 'acknowledged')), ...(await rowsOf(store, 'pending'))];
        return rows.map((row) => ({
          event: row.event,
          effectiveAt: row.status === 'acknowledged' ? row.effectiveAt : null,
        }));
      }),
  };
}

/** By the device's clock; ids decide between answers of one millisecond. */
export function inOrderGiven(left: SentEvent, right: SentEvent): number {
  return left.answeredAt - right.answeredAt || (left.id < right.id ? -1 : 1);
}
