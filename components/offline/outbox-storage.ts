import type { EventId, LearnerId } from '@/lib/base/ids';
import type { RejectionCode } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';

/** An answer the server refused for good, with its reason in words. */
export type RejectedEvent = Readonly<{ event: SentEvent; code: RejectionCode; message: string }>;

/** Where unsaved answers survive a closed tab. One learner's; nothing here throws. */
export type OutboxStorage = Readonly<{
  /** What an earlier visit left behind, oldest first. */
  pending: () => readonly SentEvent[];
  rejected: () => readonly RejectedEvent[];
  keep: (event: SentEvent) => void;
  forget: (id: EventId) => void;
  /** Moves an event from the pending to the rejected. */
  reject: (refused: RejectedEvent) => void;
  forgetRejected: (id: EventId) => void;
}>;

/** The part of `localStorage` that is used here. */
export type TextStore = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps each event under a key of its own, so that two tabs never overwrite each other's answers.
 * A full or forbidden store is not an error: the outbox then lives in memory, and leaving the page warns.
 */
export function outboxStorageIn(store: TextStore, learnerId: LearnerId): OutboxStorage {
  const pendingPrefix = `hornbook.outbox.${learnerId}.`;
  const rejectedPrefix = `hornbook.rejected.${learnerId}.`;
  return {
    pending: () => read<SentEvent>(store, pendingPrefix).sort(bySendingOrder),
    rejected: () => read<RejectedEvent>(store, rejectedPrefix),
    keep: (event) => write(store, pendingPrefix + event.id, event),
    forget: (id) => remove(store, pendingPrefix + id),
    reject(refused) {
      write(store, rejectedPrefix + refused.event.id, refused);
      remove(store, pendingPrefix + refused.event.id);
    },
    forgetRejected: (id) => remove(store, rejectedPrefix + id),
  };
}

function read<T>(store: TextStore, prefix: string): T[] {
  const found: T[] = [];
  attempt(() => {
    for (let index = 0; index < store.length; index += 1) {
      const key = store.key(index);
      if (key?.startsWith(prefix)) attempt(() => found.push(JSON.parse(store.getItem(key) ?? '') as T));
    }
  });
  return found;
}

function write(store: TextStore, key: string, value: unknown): void {
  attempt(() => store.setItem(key, JSON.stringify(value)));
}

function remove(store: TextStore, key: string): void {
  attempt(() => store.removeItem(key));
}

/** Private windows, full disks and broken entries throw; none of that may stop a sitting. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The answer stays in memory and is still sent.
  }
}

function bySendingOrder(left: SentEvent, right: SentEvent): number {
  return left.answeredAt - right.answeredAt || (left.id < right.id ? -1 : 1);
}
