import type { LearnerId } from '@/lib/base/ids';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { OutboxStorage, RejectedEvent } from './outbox-storage';

/** The part of `localStorage` that is used here. */
export type TextStore = Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>;

/**
 * Moves what version 0.1 kept in `localStorage` to where answers are kept now, once: an entry is removed only when it
 * stands on the disk, and one that cannot be read stays.
 */
export async function takeOverLeftovers(
  texts: () => TextStore,
  storage: OutboxStorage,
  learnerId: LearnerId,
): Promise<void> {
  try {
    const store = texts();
    const pending = read<SentEvent>(store, `hornbook.outbox.${learnerId}.`);
    const rejected = read<RejectedEvent>(store, `hornbook.rejected.${learnerId}.`);
    if (pending.length > 0) await storage.keep(pending.map(({ value }) => value));
    if (rejected.length > 0)
      await storage.settle(
        [],
        rejected.map(({ value }) => value),
        0,
      );
    for (const { key } of [...pending, ...rejected]) store.removeItem(key);
  } catch {
    // Nothing was removed, so the next visit tries again.
  }
}

function read<T>(store: TextStore, prefix: string): readonly Readonly<{ key: string; value: T }>[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  return keys.flatMap((key) => {
    const value = key?.startsWith(prefix) ? parsed<T>(store.getItem(key)) : null;
    return key === null || value === null ? [] : [{ key, value }];
  });
}

function parsed<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? 'null') as T | null;
  } catch {
    return null;
  }
}
