import type { EventId } from '@/lib/base/ids';
import { SECOND_MS } from '@/lib/base/time';
import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { OutboxStorage, RejectedEvent } from './outbox-storage';

/** What came back from one attempt to deliver a batch. */
export type Delivery =
  | Readonly<{ kind: 'answered'; results: readonly AnswerResult[] }>
  | Readonly<{ kind: 'busy'; retryAfterMs: number | null }>
  | Readonly<{ kind: 'no-learner' }>
  | Readonly<{ kind: 'unreachable' }>;

/** Carries a batch to the server. Resolves in every case: what goes wrong is a kind of delivery. */
export type Transport = (batch: readonly SentEvent[]) => Promise<Delivery>;

/** What an outbox needs of the world; handed in, so that a test can turn the clock and the dice. */
export type OutboxDeps = Readonly<{
  transport: Transport;
  storage: OutboxStorage;
  /** Runs `task` after `delayMs`; returns what calls it off. */
  schedule: (task: () => void, delayMs: number) => () => void;
  /** A number in [0, 1). */
  random: () => number;
}>;

/** Why the last attempt left something behind; `none` while all goes well. */
export type Trouble = 'none' | 'unreachable' | 'busy' | 'no-learner';

export type OutboxSnapshot = Readonly<{
  /** Answers the server has not yet acknowledged, in the order given. */
  pending: readonly SentEvent[];
  /** Answers the server refused for good: shown, never thrown away by us. */
  rejected: readonly RejectedEvent[];
  trouble: Trouble;
}>;

export type Outbox = Readonly<{
  /** Takes events in, on the disk first, and sends them as soon as the line is free. */
  add: (events: readonly SentEvent[]) => void;
  /** Tries again now instead of after the pause: the network is back, or the learner asked. */
  flush: () => void;
  /** The page may never run again: hands everything to the browser without waiting for the line. */
  flushBeforeLeaving: () => void;
  /** Lets go of a refused answer that the learner has read about. */
  dismiss: (id: EventId) => void;
  subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  snapshot: () => OutboxSnapshot;
}>;

export const MAX_IN_BATCH = 100;
const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = 60 * SECOND_MS;

/**
 * Holds a learner's answers until the server has acknowledged each by its id. It starts with what the storage
 * still holds from earlier visits. One request is under way at a time; a failure is followed by a pause that
 * doubles up to a minute, with jitter so that a class does not come back in one wave. Nothing is ever dropped.
 */
export function createOutbox({ transport, storage, schedule, random }: OutboxDeps): Outbox {
  const listeners = new Set<() => void>();
  const pending = new Map<EventId, SentEvent>(storage.pending().map((event) => [event.id, event]));
  const underWay = new Set<EventId>();
  let rejected = storage.rejected();
  let failures = 0;
  let trouble: Trouble = 'none';
  let callOff: (() => void) | null = null;
  let current: OutboxSnapshot = { pending: [...pending.values()], rejected, trouble };

  function changed(): void {
    current = { pending: [...pending.values()], rejected, trouble };
    for (const listener of listeners) listener();
  }

  function waiting(): SentEvent[] {
    return [...pending.values()].filter((event) => !underWay.has(event.id));
  }

  function sendNext(): void {
    if (underWay.size > 0 || callOff !== null) return;
    const batch = waiting().slice(0, MAX_IN_BATCH);
    if (batch.length > 0) void send(batch);
  }

  async function send(batch: readonly SentEvent[]): Promise<void> {
    for (const event of batch) underWay.add(event.id);
    const delivery = await transport(batch);
    for (const event of batch) underWay.delete(event.id);
    settle(batch, delivery);
    changed();
    sendNext();
  }

  function settle(batch: readonly SentEvent[], delivery: Delivery): void {
    if (delivery.kind !== 'answered') {
      trouble = delivery.kind;
      pause(delivery.kind === 'busy' ? (delivery.retryAfterMs ?? 0) : 0);
      return;
    }
    const results = batch.map((event, index) => resultFor(event, delivery.results, index));
    const done = batch.filter((event, index) => settleOne(event, results[index] ?? null));
    if (done.length === batch.length) {
      failures = 0;
      trouble = 'none';
    } else {
      // The server took the request but not every event: trying at once would turn in circles.
      trouble = results.some(isForAnotherLearner) ? 'no-learner' : 'busy';
      pause(0);
    }
  }

  /** Whether the server has said its last word about this event. */
  function settleOne(event: SentEvent, result: AnswerResult | null): boolean {
    if (result === null || result.status === 'failed' || isForAnotherLearner(result)) return false;
    if (result.status === 'rejected') {
      const refused = { event, code: result.code, message: result.message };
      storage.reject(refused);
      rejected = [...rejected.filter((other) => other.event.id !== event.id), refused];
    } else {
      storage.forget(event.id);
    }
    pending.delete(event.id);
    return true;
  }

  function pause(atLeastMs: number): void {
    const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
    failures += 1;
    callOff?.();
    callOff = schedule(
      () => {
        callOff = null;
        sendNext();
      },
      Math.max(atLeastMs, ceiling * (0.5 + random() / 2)),
    );
  }

  function flush(): void {
    callOff?.();
    callOff = null;
    sendNext();
  }

  const outbox: Outbox = {
    add(events) {
      for (const event of events) {
        storage.keep(event);
        pending.set(event.id, event);
      }
      if (events.length > 0) changed();
      sendNext();
    },
    flush,
    flushBeforeLeaving() {
      flush();
      for (let batch = waiting(); batch.length > 0; batch = waiting()) {
        void send(batch.slice(0, MAX_IN_BATCH));
      }
    },
    dismiss(id) {
      storage.forgetRejected(id);
      rejected = rejected.filter((refused) => refused.event.id !== id);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
  };
  sendNext();
  return outbox;
}

/** By id; results come in the order sent, and an event too broken to be read is answered without its id. */
function resultFor(event: SentEvent, results: readonly AnswerResult[], index: number): AnswerResult | null {
  const named = results.find(({ id }) => id === event.id);
  const placed = results[index];
  return named ?? (placed?.id === null ? placed : null);
}

/** Somebody else is signed in now: these answers wait here until their owner is back. */
function isForAnotherLearner(result: AnswerResult | null): boolean {
  return result?.status === 'rejected' && result.code === 'another-learner';
}
