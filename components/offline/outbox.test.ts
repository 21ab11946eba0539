import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { aBrowser } from '@/lib/testing/browser-tabs';
import { deviceDatabase } from './device-database';
import { createOutbox, MAX_IN_BATCH } from './outbox';
import type { TabMessage, Transport } from './outbox-model';

import { outboxStorage } from './outbox-storage';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const OTHER_LEARNER = '0197a000-0000-7000-8000-000000000002' as LearnerId;
const CARD = '0197a000-0000-4000-8000-0000000000aa' as CardUid;
const NOW = 1_770_000_000_000;

describe('an outbox', () => {
  it('takes an answer in at once, sends it and is empty after the acknowledgement', async () => {
    const tab = aDevice().tab();
    tab.outbox.add([event(1)]);
    expect(tab.held()).toEqual([1]);
    await tab.quiet();
    expect(tab.sent).toEqual([[1]]);
    expect(tab.held()).toEqual([]);
    expect((await tab.disk()).pending).toEqual([]);
  });

  it('sends no more than a hundred events at a time', async () => {
    const tab = aDevice().tab();
    tab.outbox.add(numbers(1, 250).map(event));
    await tab.quiet();
    expect(tab.sent.map((batch) => batch.length)).toEqual([MAX_IN_BATCH, MAX_IN_BATCH, 50]);
    expect(tab.held()).toEqual([]);
  });

  it('R10: sets a refused answer apart, shows it until it is dismissed, and goes on with the others', async () => {
    const tab = aDevice().tab([rejectFirst('unknown-card')]);
    tab.outbox.add([event(1), event(2)]);
    await tab.quiet();
    expect(tab.held()).toEqual([]);
    expect(tab.outbox.snapshot().rejected.map(({ event: { id } }) => id)).toEqual([idOf(1)]);
    expect((await tab.disk()).rejected).toEqual([1]);
    tab.outbox.dismiss(idOf(1));
    expect(tab.outbox.snapshot().rejected).toEqual([]);
    await tab.quiet();
    expect((await tab.disk()).rejected).toEqual([]);
  });

  it('R10: sets apart as malformed what makes a whole request unreadable, and delivers the others', async () => {
    const choke: Answering = (batch) =>
      batch.some(({ id }) => numberOf(id) === 3) ? { kind: 'refused' } : acknowledgeAll(batch);
    const tab = aDevice().tab(Array.from({ length: 10 }, () => choke));
    tab.outbox.add(numbers(1, 5).map(event));
    await tab.quiet();
    expect(tab.held()).toEqual([]);
    expect(tab.outbox.snapshot().rejected).toMatchObject([{ event: event(3), code: 'malformed' }]);
    expect(await tab.disk()).toEqual({ pending: [], rejected: [3], copies: [1, 2, 4, 5] });
  });

  it('R13: keeps answers of another learner until that learner is back', async () => {
    const tab = aDevice().tab([rejectFirst('another-learner')]);
    tab.outbox.add([event(1)]);
    await tab.quiet();
    expect(tab.held()).toEqual([1]);
    expect(tab.outbox.snapshot()).toMatchObject({ trouble: 'no-learner', rejected: [] });
    await tab.elapse();
    await tab.quiet();
    expect(tab.held()).toEqual([]);
  });

  it('R13: neither shows nor sends what another learner left on the device', async () => {
    const device = aDevice();
    const first = device.tab([unreachable]);
    first.outbox.add([event(1)]);
    await first.quiet();
    const second = device.tab([], OTHER_LEARNER);
    second.outbox.flush();
    await second.quiet();
    expect(second.held()).toEqual([]);
    expect(second.sent).toEqual([]);
    expect((await first.disk()).pending).toEqual([1]);
  });

  it('R13: sends on the next visit what a killed tab left behind', async () => {
    const device = aDevice();
    const first = device.tab([unreachable]);
    first.outbox.add([event(2)]);
    first.outbox.add([event(1)]);
    await first.quiet();
    first.kill();
    const second = device.tab();
    await second.quiet();
    expect(second.sent).toEqual([[1, 2]]);
    expect((await second.disk()).pending).toEqual([]);
  });

  it('keeps a second copy of what was acknowledged for thirty days, and no longer', async () => {
    const device = aDevice();
    const tab = device.tab();
    tab.outbox.add([event(1)]);
    await tab.quiet();
    expect((await tab.disk()).copies).toEqual([1]);
    device.now = NOW + 30 * DAY_MS;
    await device.tab().quiet();
    expect((await tab.disk()).copies).toEqual([1]);
    device.now += 1;
    await device.tab().quiet();
    expect((await tab.disk()).copies).toEqual([]);
  });

  it('R15: still delivers when the device cannot store anything, and says that nothing is kept', async () => {
    const tab = aDevice(() => {
      throw new Error('The operation is insecure.');
    }).tab([unreachable]);
    tab.outbox.add([event(1)]);
    await tab.quiet();
    expect(tab.outbox.snapshot()).toMatchObject({ kept: false, pending: [{ id: idOf(1) }] });
    await tab.elapse();
    await tab.quiet();
    expect(tab.acknowledged).toEqual(new Set([1]));
    expect(tab.outbox.snapshot()).toMatchObject({ kept: true, pending: [] });
  });

  it('tells other tabs at once what was given here, whatever becomes of it, and whoever listens later of all of it', async () => {
    const device = aDevice();
    const [first, second] = [device.tab(), device.tab()];
    const told: number[][] = [];
    const hear = (events: readonly SentEvent[]) => void told.push(events.map(({ id }) => numberOf(id)));
    const stop = second.outbox.hearOthers(hear);
    first.outbox.add([event(1)]);
    await first.quiet();
    expect(told).toEqual([[], [1]]);
    first.outbox.add([event(2)]);
    await first.quiet();
    expect(told.at(-1)).toEqual([1, 2]);
    stop();
    first.outbox.add([event(3)]);
    await first.quiet();
    expect(told).toHaveLength(3);
    second.outbox.hearOthers(hear);
    expect(told.at(-1)).toEqual([1, 2, 3]);
  });

  it('R12: shows in all tabs what was refused, until it is dismissed in one', async () => {
    const device = aDevice();
    const [one, other] = [device.tab([rejectFirst('unknown-card')]), device.tab()];
    one.outbox.add([event(1)]);
    await device.quiet();
    expect(other.outbox.snapshot()).toMatchObject({ pending: [], rejected: [{ event: event(1) }] });
    other.outbox.dismiss(idOf(1));
    await device.quiet();
    for (const tab of [one, other]) expect(tab.outbox.snapshot().rejected).toEqual([]);
  });

  it('tells subscribers of every change and gives the same snapshot until there is one', async () => {
    const tab = aDevice().tab();
    await tab.quiet();
    let told = 0;
    const leave = tab.outbox.subscribe(() => {
      told += 1;
    });
    tab.outbox.add([event(1)]);
    expect(told).toBe(1);
    expect(tab.outbox.snapshot()).toBe(tab.outbox.snapshot());
    await tab.quiet();
    expect(tab.outbox.snapshot().pending).toEqual([]);
    leave();
    const before = told;
    tab.outbox.add([event(2)]);
    expect(told).toBe(before);
  });
});

describe('I3, I4: whatever the network and the tabs do', () => {
  it('every answer is on the disk or acknowledged at any time, and all are acknowledged in the end', async () => {
    const outcome = fc.constantFrom<Answering>(
      acknowledgeAll,
      unreachable,
      busy,
      loseReply,
      answerSome,
      refuseMany,
    );
    const step = fc.record({ count: fc.nat(40), killed: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), fc.array(step, { maxLength: 8 }), runOnce),
      { numRuns: 50 },
    );

    async function runOnce(
      outcomes: readonly Answering[],
      steps: readonly Readonly<{ count: number; killed: boolean }>[],
    ): Promise<void> {
      const device = aDevice();
      const script = [...outcomes];
      let tab = device.tab(script);
      const acknowledged = new Set<number>();
      let next = 1;
      for (const { count, killed } of steps) {
        tab.outbox.add(numbers(next, count).map(event));
        next += count;
        await tab.quiet();
        for (const number of tab.acknowledged) acknowledged.add(number);
        const safe = [...acknowledged, ...(await tab.disk()).pending];
        expect(new Set(safe)).toEqual(new Set(numbers(1, next - 1)));
        if (killed) {
          tab.kill();
          tab = device.tab(script);
        } else {
          await tab.elapse();
        }
      }
      for (let round = 0; round < outcomes.length + 2; round += 1) {
        await tab.quiet();
        await tab.elapse();
      }
      await tab.quiet();
      for (const number of tab.acknowledged) acknowledged.add(number);
      expect(tab.held()).toEqual([]);
      expect([...acknowledged].sort((a, b) => a - b)).toEqual(numbers(1, next - 1));
    }
  }, 60_000);
});

type Delivery = Awaited<ReturnType<Transport>>;
type Answering = (batch: readonly SentEvent[]) => Delivery;

/** A browser with a disk of its own, in which tabs of any learner open and die. */
function aDevice(factory?: () => IDBFactory) {
  const disk = new IDBFactory();
  const browser = aBrowser();
  const device = { now: NOW, tab, quiet: browser.quiet };

  /** A tab whose requests meet the given outcomes in turn, then acknowledgements; its time moves by `elapse`. */
  function tab(outcomes: Answering[] = [], learnerId: LearnerId = LEARNER) {
    const { read, write } = deviceDatabase(factory ?? (() => disk));
    const storage = outboxStorage(
      {
        read: (store, body) => browser.watched(read(store, body)),
        write: (store, body) => browser.watched(write(store, body)),
      },
      learnerId,
    );
    const [sent, acknowledged] = [[] as number[][], new Set<number>()];
    const { tabs, schedule, elapse, kill, request } = browser.tab<TabMessage>(learnerId);
    const outbox = createOutbox({
      transport: async (batch) => {
        const delivery = await request(() => {
          sent.push(batch.map(({ id }) => numberOf(id)));
          return (outcomes.shift() ?? acknowledgeAll)(batch);
        });
        for (const result of delivery.kind === 'answered' ? delivery.reply.results : []) {
          if (result.status === 'stored') acknowledged.add(numberOf(result.id));
        }
        return delivery;
      },
      storage,
      tabs,
      schedule,
      random: () => 0.5,
      now: () => device.now,
    });
    return {
      outbox,
      sent,
      acknowledged,
      held: () => outbox.snapshot().pending.map(({ id }) => numberOf(id)),
      elapse,
      kill,
      quiet: browser.quiet,
      async disk() {
        const { pending, rejected } = await storage.load([]);
        const copies = (await storage.answers()).filter(({ effectiveAt }) => effectiveAt !== null);
        return {
          pending: pending.map(({ id }) => numberOf(id)),
          rejected: rejected.map(({ event: { id } }) => numberOf(id)),
          copies: copies.map(({ event: { id } }) => numberOf(id)),
        };
      },
    };
  }
  return device;
}

const unreachable: Answering = () => ({ kind: 'unreachable' });
const busy: Answering = () => ({ kind: 'busy', retryAfterMs: null });
const refuseMany: Answering = (batch) => (batch.length > 1 ? { kind: 'refused' } : unreachable(batch));
const loseReply: Answering = () => ({ kind: 'answered', reply: { results: [] } });
const acknowledgeAll: Answering = (batch) => ({ kind: 'answered', reply: { results: batch.map(stored) } });
const answerSome: Answering = (batch) => ({
  kind: 'answered',
  reply: { results: batch.filter((_, index) => index % 2 === 0).map(stored) },
});

function rejectFirst(code: 'unknown-card' | 'another-learner'): Answering {
  return ([first, ...others]) => ({
    kind: 'answered',
    reply: {
      results: [
        { id: first?.id ?? null, status: 'rejected', code, message: 'The card is not known here.' },
        ...others.map(stored),
      ],
    },
  });
}

function stored({ id }: SentEvent): AnswerResult {
  return { id, status: 'stored', storedId: id, cardUid: CARD, seq: numberOf(id), effectiveAt: 1, dueAt: 2 };
}

function event(number: number): SentEvent {
  return {
    kind: 'suspend',
    id: idOf(number),
    cardUid: CARD,
    answeredAt: 1_770_000_000_000 + number,
    tz: 'Europe/Berlin',
  };
}

function idOf(number: number): EventId {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId;
}

function numberOf(id: EventId): number {
  return Number(id.slice(-12));
}

function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
