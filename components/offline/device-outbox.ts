import type { LearnerId } from '@/lib/base/ids';
import { browserWorld } from './browser-world';
import { device } from './device';
import { httpTransport } from './http-transport';
import { takeOverLeftovers } from './leftovers';
import { createOutbox } from './outbox';
import type { Outbox } from './outbox-model';
import { type OutboxStorage, outboxStorage } from './outbox-storage';
import { browserTabs } from './tabs';

const outboxes = new Map<LearnerId, Outbox>();

/** This tab's outbox of a learner: every component that asks gets the same one. Browser only. */
export function deviceOutbox(learnerId: LearnerId): Outbox {
  const known = outboxes.get(learnerId);
  if (known !== undefined) return known;
  const outbox = createOutbox({
    transport: httpTransport(learnerId, browserWorld.now),
    storage: withLeftovers(outboxStorage(device, learnerId), learnerId),
    tabs: browserTabs(`hornbook.outbox.${learnerId}`),
    ...browserWorld,
  });
  outboxes.set(learnerId, outbox);
  return outbox;
}

/** The storage, with what an older version left behind taken over before the first look. */
function withLeftovers(storage: OutboxStorage, learnerId: LearnerId): OutboxStorage {
  let taken: Promise<void> | null = null;
  return {
    ...storage,
    async load(askedAbout) {
      taken ??= takeOverLeftovers(() => window.localStorage, storage, learnerId);
      await taken;
      return storage.load(askedAbout);
    },
  };
}
