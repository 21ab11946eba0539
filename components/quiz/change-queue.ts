import { createSender } from '@/components/offline/sender';
import type { Delivery } from '@/components/offline/sender-model';
import { createSnapshots } from '@/components/offline/snapshots';
import type { EventId } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import { type Instant, SECOND_MS } from '@/lib/base/time';
import { MAX_CHANGES, MAX_CHANGES_BYTES } from '@/lib/quiz/change-limits';
import type { Change } from '@/lib/quiz/model';
import {
  betterClock,
  type ClockReading,
  inOrderMade,
  laterOf,
  readClock,
  type Standing,
  standingOf,
  withTold,
} from '@/lib/quiz/sitting-model';
import type {
  AttemptMessage,
  ChangeQueue,
  ChangeQueueDeps,
  FinishReply,
  QueueSnapshot,
  RefusedChange,
  SettledChanges,
} from './change-queue-model';
import { judgeChanges, type TimedReply } from './judge-changes';

/** What is done within this time goes in one request. */
export const GATHERED_FOR_MS = SECOND_MS;
/** The server reads more, but a slow line must be through with a request in the time that one has. */
export const BATCH_BYTES = Math.min(MAX_CHANGES_BYTES, 256 * 1024);

/**
 * Holds what a learner does to one attempt until the server has said of each change what became of it, and knows what
 * stands by the server; `components/offline/sender.ts` says how changes are sent. Handing in comes after all of them.
 */
export function createChangeQueue(deps: ChangeQueueDeps): ChangeQueue {
  const { transport, storage, tabs, schedule, random, now } = deps;
  let refused: readonly RefusedChange[] = [];
  let standing: Standing | null = null;
  let clock: ClockReading | null = null;
  let finishing: Readonly<{ deadlineAt: Instant | null }> | null = null;

  const sender = createSender(
    {
      inOrder: inOrderMade,
      limits: { count: MAX_CHANGES, bytes: BATCH_BYTES },
      gatherMs: GATHERED_FOR_MS,
      disk: { load: readDisk, keep },
      carry,
      judge: judgeChanges,
      poison: (change): SettledChanges => ({
        refused: [{ change, why: 'malformed', message: messages.malformedEvent }],
        heard: null,
      }),
      learn(news) {
        if (news.heard !== null) learn(news.heard.standing, news.heard.clock);
        refused = [...refused, ...news.refused];
      },
      file: (ids) => storage.letGo(ids),
      closing: { isWanted: () => finishing !== null, send: handIn },
      changed: () => snapshots.changed(),
    },
    { tabs, schedule, random, now },
  );
  const snapshots = createSnapshots<QueueSnapshot>(
    { pending: [], trouble: 'none', kept: true, refused, finishing: false, standing, clock },
    () => ({ ...sender.state(), refused, finishing: finishing !== null, standing, clock }),
  );

  async function readDisk(askedAbout: readonly EventId[]) {
    const { changes, finish } = await storage.load();
    if (finish && !isOver()) finishing = { deadlineAt: null };
    const there = new Set(changes.map(({ id }) => id));
    // What is gone from there, another tab has seen to.
    return { waiting: changes, gone: askedAbout.filter((id) => !there.has(id)) };
  }

  async function keep(changes: readonly Change[]): Promise<void> {
    await storage.keep(changes, now());
    // Acknowledged before the disk was done: what it has just put there is old.
    const late = changes.flatMap(({ id }) => (sender.isSettled(id) ? [id] : []));
    if (late.length > 0) await storage.letGo(late).catch(() => {});
  }

  async function carry(batch: readonly Change[]): Promise<Delivery<TimedReply>> {
    const sentAt = now();
    const told = standing?.explanations ?? [];
    const delivery = await transport.send(
      batch,
      told.map(({ slot }) => slot),
    );
    if (delivery.kind !== 'answered') return delivery;
    // Whole again: the other tabs hear of it too, and may not have been told the same.
    const reply = { ...delivery.reply, explanations: withTold(told, delivery.reply.explanations) };
    return { kind: 'answered', reply: { reply, clock: readClock(reply.now, sentAt, now()) } };
  }

  async function handIn(): Promise<Delivery<FinishReply>> {
    const sentAt = now();
    const delivery = await transport.finish(finishing?.deadlineAt ?? null);
    if (delivery.kind !== 'answered') return delivery;
    const { attempt, now: serverNow } = delivery.reply;
    hearEnding(attempt, serverNow, readClock(serverNow, sentAt, now()));
    tabs.tell({ kind: 'ending-heard', attempt, now: serverNow });
    return delivery;
  }

  function hearEnding(attempt: Standing['attempt'], serverNow: number, reading: ClockReading | null): void {
    if (standing !== null) {
      learn(
        { ...standing, attempt, now: Math.max(standing.now, serverNow) },
        reading ?? clock ?? readClock(serverNow, now(), now()),
      );
    }
    stopFinishing();
  }

  function learn(came: Standing, reading: ClockReading): void {
    standing = standing === null ? came : laterOf(standing, came);
    clock = clock === null ? reading : betterClock(clock, reading);
    if (isOver() && finishing !== null) stopFinishing();
  }

  function stopFinishing(): void {
    finishing = null;
    void storage.letGoFinish().catch(() => {});
  }

  function isOver(): boolean {
    return standing?.attempt.finished != null;
  }

  function hear(message: AttemptMessage): void {
    if (message.kind !== 'finish-asked' && message.kind !== 'ending-heard') {
      sender.hear(message);
      return;
    }
    if (message.kind === 'finish-asked') finishing = isOver() ? null : { deadlineAt: message.deadlineAt };
    else hearEnding(message.attempt, message.now, null);
    snapshots.changed();
  }

  tabs.hear(hear);
  return {
    take(view) {
      // How long the page was on its way is not known: any reply says more about the clock.
      const reading = { aheadMs: view.now - now(), uncertainMs: Number.POSITIVE_INFINITY };
      learn(standingOf(view), reading);
      snapshots.changed();
    },
    add(changes) {
      if (changes.length > 0) sender.add(changes);
    },
    flush: sender.flush,
    flushBeforeLeaving: sender.flushBeforeLeaving,
    finish(deadlineAt) {
      if (finishing !== null || isOver()) return;
      finishing = { deadlineAt };
      if (deadlineAt === null) void storage.keepFinish(now()).catch(() => {});
      tabs.tell({ kind: 'finish-asked', deadlineAt });
      snapshots.changed();
      sender.hurry();
    },
    dismissRefused() {
      refused = [];
      snapshots.changed();
    },
    loaded: sender.loaded,
    isLoaded: sender.isLoaded,
    subscribe: snapshots.subscribe,
    snapshot: snapshots.snapshot,
  };
}
