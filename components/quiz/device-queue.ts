import { browserWorld } from '@/components/offline/browser-world';
import { device } from '@/components/offline/device';
import { browserTabs } from '@/components/offline/tabs';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import { attemptTransport } from './attempt-transport';
import { createChangeQueue } from './change-queue';
import type { AttemptMessage, ChangeQueue } from './change-queue-model';
import { changeStorage } from './change-storage';

const queues = new Map<string, ChangeQueue>();

/** This tab's queue of an attempt: every component that asks gets the same one. Browser only. */
export function deviceQueue(learnerId: LearnerId, attemptId: AttemptId): ChangeQueue {
  const name = `hornbook.attempt.${learnerId}.${attemptId}`;
  const known = queues.get(name);
  if (known !== undefined) return known;
  const queue = createChangeQueue({
    transport: attemptTransport(attemptId, browserWorld.now),
    storage: changeStorage(device, learnerId, attemptId),
    tabs: browserTabs<AttemptMessage>(name),
    ...browserWorld,
  });
  queues.set(name, queue);
  return queue;
}
