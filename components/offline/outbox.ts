import type { EventId } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import { MAX_BATCH_BYTES } from '@/lib/scheduling/batch-limits';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { Outbox, OutboxDeps, OutboxSnapshot, SettledAnswers, TabMessage } from './outbox-model';
import { inOrderGiven, type RejectedEvent } from './outbox-storage';
import { createSender } from './sender';
import { createSnapshots } from './snapshots';
import { sortOut } from './sort-out';

export const MAX_IN_BATCH = 100;

const NOTHING: OutboxSnapshot = { pending: [], rejected: [], trouble: 'none', kept: true };

/**
 * Holds a learner's answers until the server has acknowledged each by its id; `sender.ts` says how. Nothing is ever
 * dropped: an acknowledged answer stays on the disk as a second copy, a refused one until the learner has read of it.
 */
export function createOutbox({ transport, storage, tabs, schedule, random, now }: OutboxDeps): Outbox {
  const otherListeners = new Set<(events: readonly SentEvent[]) => void>();
  let givenElsewhere: readonly SentEvent[] = [];
  const rejected = new Map<EventId, RejectedEvent>();

  const sender = createSender(
    {
      inOrder: inOrderGiven,
      limits: { count: MAX_IN_BATCH, bytes: MAX_BATCH_BYTES },
      gatherMs: 0,
      disk: { load: readDisk, keep: storage.keep },
      carry: transport,
      judge: (batch: readonly SentEvent[], { results }) => sortOut(batch, results),
      poison: (event): SettledAnswers => ({
        acknowledged: [],
        rejected: [{ event, code: 'malformed', message: messages.malformedEvent }],
      }),
      learn: (news) => addRejected(news.rejected),
      file: (_ids, news) => storage.settle(news.acknowledged, news.rejected, now()),
      closing: null,
      changed: () => snapshots.changed(),
    },
    { tabs, schedule, random, now },
  );
  const snapshots = createSnapshots(NOTHING, () => ({
    ...sender.state(),
    rejected: [...rejected.values()],
  }));

  async function readDisk(askedAbout: readonly EventId[]) {
    const held = await storage.load(askedAbout);
    addRejected(held.rejected);
    return { waiting: held.pending, gone: held.settled };
  }

  function addRejected(events: readonly RejectedEvent[]): void {
    for (const one of events) rejected.set(one.event.id, one);
  }

  function hear(message: TabMessage): void {
    if (message.kind === 'given') {
      givenElsewhere = [...givenElsewhere, ...message.events];
      for (const listener of otherListeners) listener(givenElsewhere);
    } else if (message.kind === 'dismissed') {
      rejected.delete(message.id);
      snapshots.changed();
    } else sender.hear(message);
  }

  tabs.hear(hear);
  return {
    add(events) {
      if (events.length === 0) return;
      tabs.tell({ kind: 'given', events });
      sender.add(events);
    },
    flush: sender.flush,
    flushBeforeLeaving: sender.flushBeforeLeaving,
    dismiss(id) {
      rejected.delete(id);
      void storage.dismiss(id, now()).catch(() => {});
      tabs.tell({ kind: 'dismissed', id });
      snapshots.changed();
    },
    lookAgain: sender.lookAgain,
    loaded: sender.loaded.then(() => storage.prune(now())).catch(() => {}),
    isLoaded: sender.isLoaded,
    subscribe: snapshots.subscribe,
    hearOthers(listener) {
      otherListeners.add(listener);
      listener(givenElsewhere);
      return () => otherListeners.delete(listener);
    },
    snapshot: snapshots.snapshot,
  };
}
