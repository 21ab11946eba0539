import { createBackoff } from '@/components/offline/backoff';
import type { Trouble } from '@/components/offline/outbox-model';
import type { EventId } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import { SECOND_MS } from '@/lib/base/time';
import { MAX_CHANGES } from '@/lib/quiz/inputs';
import type { Change, ChangesReply } from '@/lib/quiz/model';
import {
  betterClock,
  type ClockReading,
  inOrderMade,
  laterOf,
  readClock,
  type Standing,
  standingOf,
} from '@/lib/quiz/sitting-model';
import type {
  AttemptMessage,
  ChangeQueue,
  ChangeQueueDeps,
  Exchange,
  QueueSnapshot,
  RefusedChange,
} from './change-queue-model';

/** What is done within this time goes in one request. */
export const GATHERED_FOR_MS = SECOND_MS;

/**
 * Holds what a learner does to one attempt until the server has said of each change what became of it, and knows what
 * stands by the server. What is on the disk is the truth; this tab's memory runs ahead of it by what was just added. One
 * tab sends at a time, one batch at a time, in the order made. A change that fails stands back for the others; none is
 * dropped unless the server refuses it by its id. Handing in comes after all changes.
 */
export function createChangeQueue(deps: ChangeQueueDeps): ChangeQueue {
  const { transport, storage, tabs, schedule, random, now } = deps;
  const listeners = new Set<() => void>();
  const pending = new Map<EventId, Change>();
  /** Said to be settled: what a slow disk or another tab's late word tells of them is old. */
  const settled = new Set<EventId>();
  /** Not on the disk: not yet, or not at all. */
  const unkept = new Set<EventId>();
  const underWay = new Set<EventId>();
  /** Failed lately: the others go first. */
  const standingBack = new Set<EventId>();
  const backoff = createBackoff(schedule, random);
  let refused: readonly RefusedChange[] = [];
  let standing: Standing | null = null;
  let clock: ClockReading | null = null;
  let finishing = false;
  let trouble: Trouble = 'none';
  let batchLimit = MAX_CHANGES;
  let turn: 'none' | 'asked' | 'held' = 'none';
  let callOff: (() => void) | null = null;
  let isLoaded = false;
  let current = pictured();

  function pictured(): QueueSnapshot {
    const inOrder = [...pending.values()].sort(inOrderMade);
    return { pending: inOrder, refused, trouble, kept: unkept.size === 0, finishing, standing, clock };
  }

  function changed(): void {
    current = pictured();
    for (const listener of listeners) listener();
  }

  function isOver(): boolean {
    return standing?.attempt.finished != null;
  }

  function waiting(): readonly Change[] {
    return current.pending.filter(({ id }) => !underWay.has(id) && !standingBack.has(id));
  }

  /** Sends within a second, together with what else happens in it. */
  function wakeSoon(): void {
    if (callOff !== null || turn === 'held') return;
    callOff = schedule(() => {
      callOff = null;
      wake();
    }, GATHERED_FOR_MS);
  }

  function wake(): void {
    callOff?.();
    callOff = null;
    if (turn !== 'none' || (waiting().length === 0 && !finishing)) return;
    turn = 'asked';
    void tabs.takeTurn(sendAll).finally(() => {
      turn = 'none';
      if (waiting().length > 0) wakeSoon();
      else wake();
    });
  }

  /** Returns whether the disk held something this tab did not know of. */
  async function readDisk(): Promise<boolean> {
    const knownToBeThere = [...pending.keys()].filter((id) => !unkept.has(id) && !underWay.has(id));
    const held = await storage.load().catch(() => null);
    if (held === null) return false;
    const onDisk = new Set(held.changes.map(({ id }) => id));
    // What is gone from there, another tab has seen to.
    forget(knownToBeThere.filter((id) => !onDisk.has(id)));
    const found = held.changes.filter(({ id }) => !settled.has(id) && !pending.has(id));
    for (const change of found) pending.set(change.id, change);
    if (held.finish && !isOver()) finishing = true;
    changed();
    return found.length > 0 || held.finish;
  }

  async function sendAll(): Promise<void> {
    turn = 'held';
    await readDisk();
    for (;;) {
      const batch = waiting().slice(0, batchLimit);
      if (batch.length === 0 && standingBack.size === 0 && !finishing) return;
      const exchange = batch.length > 0 ? await send(batch) : standingBack.size > 0 ? null : await handIn();
      if (exchange?.kind === 'refused') continue;
      if (exchange?.kind === 'answered' && (waiting().length > 0 || standingBack.size === 0)) continue;
      await backoff.wait(exchange?.kind === 'busy' ? (exchange.retryAfterMs ?? 0) : 0);
      standingBack.clear();
    }
  }

  async function send(batch: readonly Change[]): Promise<Exchange<ChangesReply>> {
    for (const { id } of batch) underWay.add(id);
    const sentAt = now();
    const exchange = await transport.send(batch);
    if (exchange.kind === 'answered')
      await settle(batch, exchange.reply, readClock(exchange.reply.now, sentAt, now()));
    else if (exchange.kind === 'refused') await narrowDown(batch);
    else sayTrouble(exchange.kind);
    for (const { id } of batch) underWay.delete(id);
    changed();
    return exchange;
  }

  async function settle(batch: readonly Change[], reply: ChangesReply, reading: ClockReading): Promise<void> {
    const sent = new Map(batch.map((change) => [change.id as string, change]));
    const ids: EventId[] = [];
    const notTaken: RefusedChange[] = [];
    reply.results.forEach((result, index) => {
      // What was too broken to be read is answered without its id, in its place.
      const change = result.id === null ? batch[index] : sent.get(result.id);
      if (change === undefined) return;
      ids.push(change.id);
      // Nobody did a time: there is nothing to be told about it.
      if (result.status !== 'refused' || change.kind === 'spent') return;
      notTaken.push({ change, why: result.why, message: result.message });
    });
    for (const id of sent.keys()) if (!ids.includes(id as EventId)) standingBack.add(id as EventId);
    if (ids.length > 0) {
      backoff.reset();
      batchLimit = Math.min(MAX_CHANGES, batchLimit * 2);
    }
    sayTrouble(standingBack.size > 0 ? 'busy' : 'none');
    const came = standingOf(reply);
    await hearSettled(ids, notTaken, came, reading);
    tabs.tell({ kind: 'settled', ids, refused: notTaken, standing: came, clock: reading });
  }

  async function hearSettled(
    ids: readonly EventId[],
    notTaken: readonly RefusedChange[],
    came: Standing,
    reading: ClockReading,
  ): Promise<void> {
    // First what stands, then what need not be laid over it any more: no picture lacks the change.
    learn(came, reading);
    forget(ids);
    refused = [...refused, ...notTaken];
    changed();
    await storage.letGo(ids).catch(() => {});
  }

  function learn(came: Standing, reading: ClockReading): void {
    standing = standing === null ? came : laterOf(standing, came);
    clock = clock === null ? reading : betterClock(clock, reading);
    if (isOver() && finishing) {
      finishing = false;
      void storage.letGoFinish().catch(() => {});
    }
  }

  function forget(ids: readonly EventId[]): void {
    for (const id of ids) {
      settled.add(id);
      pending.delete(id);
      unkept.delete(id);
      standingBack.delete(id);
    }
  }

  /** Somewhere in this batch is what makes the whole of it unreadable: halves find it, and it harms only itself. */
  async function narrowDown(batch: readonly Change[]): Promise<void> {
    const [only] = batch;
    if (only === undefined || batch.length > 1) {
      batchLimit = Math.ceil(batch.length / 2);
      return;
    }
    forget([only.id]);
    refused = [...refused, { change: only, why: 'malformed', message: messages.malformedEvent }];
    batchLimit = MAX_CHANGES;
    await storage.letGo([only.id]).catch(() => {});
  }

  async function handIn(): Promise<Exchange<unknown>> {
    const sentAt = now();
    const exchange = await transport.finish();
    if (exchange.kind === 'answered') {
      const { attempt, now: serverNow } = exchange.reply;
      backoff.reset();
      hearFinished(attempt, serverNow, readClock(serverNow, sentAt, now()));
      sayTrouble('none');
      tabs.tell({ kind: 'finished', attempt, now: serverNow });
    } else {
      sayTrouble(exchange.kind === 'refused' ? 'busy' : exchange.kind);
    }
    changed();
    return exchange.kind === 'refused' ? { kind: 'busy', retryAfterMs: null } : exchange;
  }

  function hearFinished(attempt: Standing['attempt'], serverNow: number, reading: ClockReading | null): void {
    if (standing !== null) {
      learn(
        { ...standing, attempt, now: Math.max(standing.now, serverNow) },
        reading ?? clock ?? readClock(serverNow, now(), now()),
      );
    }
    finishing = false;
    void storage.letGoFinish().catch(() => {});
  }

  function sayTrouble(next: Trouble): void {
    if (next === trouble) return;
    trouble = next;
    tabs.tell({ kind: 'trouble', trouble });
  }

  async function keep(changes: readonly Change[]): Promise<void> {
    for (const { id } of changes) unkept.add(id);
    const kept = await storage.keep(changes, now()).then(
      () => true,
      () => false,
    );
    if (!kept) return;
    for (const { id } of changes) unkept.delete(id);
    // Acknowledged before the disk was done: what it has just put there is old.
    const late = changes.flatMap(({ id }) => (settled.has(id) ? [id] : []));
    if (late.length > 0) await storage.letGo(late).catch(() => {});
    tabs.tell({ kind: 'kept', changes: changes.filter(({ id }) => pending.has(id)) });
    changed();
  }

  function hear(message: AttemptMessage): void {
    if (message.kind === 'kept') {
      for (const change of message.changes) if (!settled.has(change.id)) pending.set(change.id, change);
    } else if (message.kind === 'settled') {
      learn(message.standing, message.clock);
      forget(message.ids);
      refused = [...refused, ...message.refused];
    } else if (message.kind === 'finish-asked') finishing = !isOver();
    else if (message.kind === 'finished') hearFinished(message.attempt, message.now, null);
    else if (message.kind === 'trouble') trouble = message.trouble;
    else {
      backoff.cutShort();
      wake();
    }
    changed();
    if (waiting().length > 0) wakeSoon();
  }

  async function load(): Promise<void> {
    const leftBehind = await readDisk();
    isLoaded = true;
    changed();
    if (leftBehind) wake();
  }

  tabs.hear(hear);
  return {
    take(view) {
      // How long the page was on its way is not known: any reply says more about the clock.
      const reading = { aheadMs: view.now - now(), uncertainMs: Number.POSITIVE_INFINITY };
      learn(standingOf(view), reading);
      changed();
    },
    add(changes) {
      if (changes.length === 0) return;
      for (const change of changes) pending.set(change.id, change);
      void keep(changes);
      changed();
      wakeSoon();
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
      for (let from = 0; from < last.length; from += MAX_CHANGES) {
        void send(last.slice(from, from + MAX_CHANGES)).then(() => waiting().length > 0 && wakeSoon());
      }
    },
    finish() {
      if (finishing || isOver()) return;
      finishing = true;
      void storage.keepFinish(now()).catch(() => {});
      tabs.tell({ kind: 'finish-asked' });
      changed();
      backoff.cutShort();
      wake();
    },
    dismissRefused() {
      refused = [];
      changed();
    },
    loaded: load(),
    isLoaded: () => isLoaded,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
  };
}
