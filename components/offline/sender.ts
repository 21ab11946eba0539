import {
  at,
  entriesOf,
  hasAt,
  idsOnDisk,
  isAllKept,
  moved,
  NOTHING_HELD,
  reopened,
  withEntries,
  withKept,
  withSettled,
} from './backlog';
import { createBackoff } from './backoff';
import { cutAll, LEAVING_BYTES } from './cut-batch';
import { createExchanges, type Line } from './exchanges';
import { leftOf, nextStep } from './next-step';
import type { Entry, Errand, Sender, SenderMessage, SenderWorld } from './sender-model';

/**
 * Holds what a learner does until the server has said of each entry, by its id, what became of it. What is on the disk is
 * the truth; this tab's memory runs ahead of it by what was just added, so that nobody waits for a disk. One tab sends at
 * a time, one batch at a time, in order. An entry that fails stands back for the others; none is dropped unless the
 * server refuses it. What is sent, to whom, and how it is kept, the errand knows.
 */
export function createSender<Sent extends Entry, Reply, News>(
  errand: Errand<Sent, Reply, News>,
  { tabs, schedule, random, now }: SenderWorld<SenderMessage<Sent, News>>,
): Sender<Sent, News> {
  const { inOrder, limits, closing } = errand;
  const line: Line<Sent> = { backlog: NOTHING_HELD, count: limits.count, trouble: 'none', owed: null };
  const backoff = createBackoff(schedule, random);
  const { send, close, hearSettled } = createExchanges(line, errand, { tabs, now, backoff });
  const handedOver = new Set<Promise<void>>();
  let turn: 'none' | 'asked' | 'held' = 'none';
  let callOff: (() => void) | null = null;
  let isLoaded = false;

  function hasSomethingToSend(): boolean {
    return hasAt(line.backlog, 'waiting') || hasAt(line.backlog, 'standing-back');
  }

  /** Sends within a moment, together with what else happens in it. */
  function wakeSoon(): void {
    if (callOff !== null || turn === 'held' || !hasSomethingToSend()) return;
    if (errand.gatherMs === 0) wake();
    else callOff = schedule(wake, errand.gatherMs);
  }

  function wake(): void {
    callOff?.();
    callOff = null;
    if (turn !== 'none' || !(hasSomethingToSend() || closing?.isWanted())) return;
    turn = 'asked';
    void tabs.takeTurn(sendAll).finally(() => {
      turn = 'none';
      wake();
    });
  }

  async function sendAll(): Promise<void> {
    turn = 'held';
    await readDisk();
    for (;;) {
      const isClosing = closing?.isWanted() ?? false;
      const step = nextStep(line.backlog, { inOrder, limits: { ...limits, count: line.count }, isClosing });
      if (step.kind === 'stop') break;
      if (step.kind === 'pause') {
        await pause();
        line.backlog = moved(line.backlog, line.backlog.held.keys(), 'standing-back', 'waiting');
        // It may fail for ever. Another tab may have what no disk holds: its turn comes first.
        return;
      }
      if (line.owed !== null) await pause();
      else if (step.kind === 'send') await send(step.batch);
      else if (step.kind === 'close') await close();
      else await Promise.all(handedOver);
    }
    line.owed = null;
  }

  async function pause(): Promise<void> {
    const leastMs = line.owed === null ? 0 : leftOf(line.owed, now());
    line.owed = null;
    await backoff.wait(leastMs);
  }

  /** Tries now, but for what the server asked for. */
  function hurry(): void {
    if (line.owed?.ms === 0) line.owed = null;
    backoff.cutShort();
    wake();
  }

  /** Returns whether the disk held something this tab did not know of. */
  async function readDisk(): Promise<boolean> {
    const found = await errand.disk.load(idsOnDisk(line.backlog)).catch(() => null);
    if (found === null) return false;
    const before = withSettled(line.backlog, found.gone);
    line.backlog = withEntries(before, found.waiting, true);
    errand.changed();
    return line.backlog !== before;
  }

  async function load(): Promise<void> {
    const isLeftBehind = await readDisk();
    isLoaded = true;
    errand.changed();
    if (isLeftBehind || closing?.isWanted()) wake();
  }

  async function keep(entries: readonly Sent[]): Promise<void> {
    const isKept = await errand.disk.keep(entries).then(
      () => true,
      () => false,
    );
    if (!isKept) return;
    const ids = entries.map(({ id }) => id);
    line.backlog = withKept(line.backlog, ids);
    tabs.tell({ kind: 'kept', entries: entries.filter(({ id }) => line.backlog.held.has(id)) });
    errand.changed();
  }

  function hear(message: SenderMessage<Sent, News>): void {
    if (message.kind === 'kept') line.backlog = withEntries(line.backlog, message.entries, true);
    else if (message.kind === 'settled') hearSettled(message.ids, message.news);
    else if (message.kind === 'trouble') line.trouble = message.trouble;
    else if (message.kind === 'reopened') line.backlog = reopened(line.backlog);
    else hurry();
    errand.changed();
    wakeSoon();
  }

  return {
    add(entries) {
      line.backlog = withEntries(line.backlog, entries, false);
      void keep(entries);
      errand.changed();
      wakeSoon();
    },
    hurry,
    flush() {
      if (turn !== 'held') tabs.tell({ kind: 'flush' });
      hurry();
    },
    flushBeforeLeaving() {
      // What is on the disk is sent by another tab or by the next visit; what is not has only this moment.
      const mayNot = turn === 'asked' || line.trouble === 'busy';
      const isLast = ({ id }: Sent) => !(mayNot && line.backlog.held.get(id)?.kept);
      const last = at(line.backlog, 'waiting', inOrder).filter(isLast);
      for (const batch of cutAll(last, { ...limits, bytes: Math.min(limits.bytes, LEAVING_BYTES) })) {
        const sending = send(batch).then(() => {
          handedOver.delete(sending);
          wakeSoon();
        });
        handedOver.add(sending);
      }
    },
    hear,
    async lookAgain() {
      line.backlog = reopened(line.backlog);
      tabs.tell({ kind: 'reopened' });
      await readDisk();
      wake();
    },
    isSettled: (id) => line.backlog.settled.has(id),
    state: () => ({
      pending: entriesOf(line.backlog, inOrder),
      trouble: line.trouble,
      kept: isAllKept(line.backlog),
    }),
    loaded: load(),
    isLoaded: () => isLoaded,
  };
}
