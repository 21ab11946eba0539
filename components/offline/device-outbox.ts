import type { LearnerId } from '@/lib/base/ids';
import { httpTransport } from './http-transport';
import { createOutbox, type Outbox } from './outbox';
import { outboxStorageIn, type TextStore } from './outbox-storage';

const outboxes = new Map<LearnerId, Outbox>();

/** This tab's outbox of a learner: every component that asks gets the same one. Browser only. */
export function deviceOutbox(learnerId: LearnerId): Outbox {
  const known = outboxes.get(learnerId);
  if (known !== undefined) return known;
  const outbox = createOutbox({
    transport: httpTransport(learnerId, Date.now),
    storage: outboxStorageIn(deviceStore(), learnerId),
    schedule: (task, delayMs) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  outboxes.set(learnerId, outbox);
  return outbox;
}

/** Reading `localStorage` itself throws where site data is forbidden. */
function deviceStore(): TextStore {
  try {
    return window.localStorage;
  } catch {
    return { length: 0, key: () => null, getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}
