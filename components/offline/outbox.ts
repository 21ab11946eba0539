import type { EventId } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { createBackoff } from './backoff';
import type { Delivery, Outbox, OutboxDeps, OutboxSnapshot, TabMessage, Trouble } from './outbox-model';
import { type AcknowledgedEvent, inOrderGiven, type RejectedEvent } from './outbox-storage';
import { sortOut } from './sort-out';

export const MAX_IN_BATCH = 100;

/**
 * Holds a learner's answers until the server has acknowledged each by its id. What is on the disk is the truth; this
 * tab's memory runs ahead of it by what was just added, so that nobody waits for a disk. One tab sends at a time, one
 * batch at a time. An event that fails stands back for the others; nothing is ever dropped.
 */
export function createOutbox({ transport, storage, tabs, schedule, random, now }: OutboxDeps): Outbox {
  const listeners = new Set<() => void>();
  const otherListeners = new Set<(events: readonly SentEvent[]) => void>();
  let givenElsewhere: readonly SentEvent[] = [];
  const pending = new Map<EventId, SentEvent>();
  const rejected = new Map<EventId, RejectedEvent>();
  /** Not on the disk: not yet, or not at all. */
  const unkept = new Set<EventId>();
  const underWay = new Set<EventId>();
  /** Failed lately: the others go first. */
  const standingBack = new Set<EventId>();
  const backoff = createBackoff(schedule, random);
  let batchLimit = MAX_IN_BATCH;
  let turn: 'none' | 'asked' | 'held' = 'none';
  let trouble: Trouble = 'none';
  let isLoaded = false;
  let current: OutboxSnapshot = { pending: [], rejected: [], trouble, kept: true };

  function changed(): void {
    const inOrder = [...pending.values()].sort(inOrderGiven);
    current = { pending: inOrder, rejected: [...rejected.values()], trouble, kept: unkept.size === 0 };
    for (const listener of listeners) listener();
  }

  function waiting(): SentEvent[] {
    return current.pending.filter(({ id }) => !underWay.has(id) && !standingBack.has(id));
  }

  async function readDisk(): Promise<void> {
    const asked = [...pending.keys()];
    const held = await storage.load(asked).catch(() => null);
    if (held === null) return;
    for (const id of held.settled) if (!underWay.has(id)) letGo(id);
    for (const event of held.pending) pending.set(event.id, event);
    for (const refused of held.rejected) rejected.set(refused.event.id, refused);
    changed();
  }

  function letGo(id: EventId): void {
    pending.delete(id);
    unkept.delete(id);
    standingBack.delete(id);
  }

  function wake(): void {
    if (turn !== 'none' || waiting().length === 0) return;
    turn = 'asked';
    void tabs.takeTurn(sendAll).finally(() => {
      turn = 'none';
      wake();
    });
  }

  async function sendAll(): Promise<void> {
    turn = 'held';
    await readDisk();
    for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
      const delivery = await send(batch);
      if (delivery.kind === 'refused') continue;
      const failed = delivery.kind !== 'answered' || (waiting().length === 0 && standingBack.size > 0);
      if (!failed) continue;
      await backoff.wait(delivery.kind === 'busy' ? (delivery.retryAfterMs ?? 0) : 0);
      standingBack.clear();
    }
  }

  function nextBatch(): readonly SentEvent[] {
    return waiting().slice(0, batchLimit);
  }

  async function send(batch: readonly SentEvent[]): Promise<Delivery> {
    for (const { id } of batch) underWay.add(id);
    const delivery = await transport(batch);
    await settle(batch, delivery);
    for (const { id } of batch) underWay.delete(id);
    changed();
    return delivery;
  }

  async function settle(batch: readonly SentEvent[], delivery: Delivery): Promise<void> {
    if (delivery.kind === 'refused') return narrowDown(batch);
    if (delivery.kind !== 'answered') return sayTrouble(delivery.kind);
    const { acknowledged, left, forAnotherLearner, ...sorted } = sortOut(batch, delivery.results);
    for (const { id } of left) standingBack.add(id);
    if (left.length < batch.length) {
      backoff.reset();
      batchLimit = Math.min(MAX_IN_BATCH, batchLimit * 2);
    }
    sayTrouble(forAnotherLearner ? 'no-learner' : standingBack.size > 0 ? 'busy' : 'none');
    await file(acknowledged, sorted.rejected);
  }

  /** Somewhere in this batch is what makes the whole of it unreadable: halves find it, and it harms only itself. */
  async function narrowDown(batch: readonly SentEvent[]): Promise<void> {
    const [only] = batch;
    if (only !== undefined && batch.length === 1) {
      await file([], [{ event: only, code: 'malformed', message: messages.malformedEvent }]);
    } else {
      batchLimit = Math.ceil(batch.length / 2);
    }
  }

  async function file(
    acknowledged: readonly AcknowledgedEvent[],
    refused: readonly RejectedEvent[],
  ): Promise<void> {
    // If the disk fails now, the answer is sent once more on the next visit and acknowledged as known.
    await storage.settle(acknowledged, refused, now()).catch(() => {});
    const ids = [...acknowledged, ...refused].map(({ event }) => event.id);
    hearSettled(ids, refused);
    tabs.tell({ kind: 'settled', ids, rejected: refused });
  }

  function hearSettled(ids: readonly EventId[], refused: readonly RejectedEvent[]): void {
    for (const id of ids) letGo(id);
    for (const one of refused) rejected.set(one.event.id, one);
  }

  function sayTrouble(now: Trouble): void {
    if (now === trouble) return;
    trouble = now;
    tabs.tell({ kind: 'trouble', trouble });
  }

  async function keep(events: readonly SentEvent[]): Promise<void> {
    for (const { id } of events) unkept.add(id);
    const kept = await storage.keep(events).then(
      () => true,
      () => false,
    );
    if (!kept) return;
    for (const { id } of events) unkept.delete(id);
    changed();
    tabs.tell({ kind: 'kept', events: events.filter(({ id }) => pending.has(id)) });
  }

  function hear(message: TabMessage): void {
    if (message.kind === 'given') {
      hearGiven(message.events);
      return;
    }
    if (message.kind === 'kept') for (const event of message.events) pending.set(event.id, event);
    else if (message.kind === 'settled') hearSettled(message.ids, message.rejected);
    else if (message.kind === 'dismissed') rejected.delete(message.id);
    else if (message.kind === 'trouble') trouble = message.trouble;
    else backoff.cutShort();
    changed();
    wake();
  }

  function hearGiven(events: readonly SentEvent[]): void {
    givenElsewhere = [...givenElsewhere, ...events];
    for (const listener of otherListeners) listener(givenElsewhere);
  }

  async function load(): Promise<void> {
    await readDisk();
    isLoaded = true;
    wake();
    await storage.prune(now()).catch(() => {});
  }

  tabs.hear(hear);
  return {
    add(events) {
      if (events.length === 0) return;
      for (const event of events) pending.set(event.id, event);
      tabs.tell({ kind: 'given', events });
      void keep(events);
      changed();
      wake();
    },
    flush() {
      backoff.cutShort();
      if (turn !== 'held') tabs.tell({ kind: 'flush' });
      wake();
    },
    flushBeforeLeaving() {
      // What is on the disk is sent by another tab or by the next visit; what is not has only this moment.
      const mayNot = turn === 'asked' || trouble === 'busy';
      const last = waiting().filter(({ id }) => !mayNot || unkept.has(id));
      for (let from = 0; from < last.length; from += MAX_IN_BATCH) {
        void send(last.slice(from, from + MAX_IN_BATCH)).then(wake);
      }
    },
    dismiss(id) {
      rejected.delete(id);
      void storage.dismiss(id, now()).catch(() => {});
      tabs.tell({ kind: 'dismissed', id });
      changed();
    },
    async lookAgain() {
      await readDisk();
      wake();
    },
    loaded: load(),
    isLoaded: () => isLoaded,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hearOthers(listener) {
      otherListeners.add(listener);
      listener(givenElsewhere);
      return () => otherListeners.delete(listener);
    },
    snapshot: () => current,
  };
}
