import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { type DeviceDatabase, deviceDatabase } from './device-database';
import { createOutbox, MAX_IN_BATCH } from './outbox';
import type { TabMessage, Transport } from './outbox-model';
import type { OtherTabs } from './sender-model';

type Delivery = Awaited<ReturnType<Transport>>;

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

  it('calls an answer kept only once it is on the disk', async () => {
    const tab = aDevice().tab([unreachable]);
    tab.outbox.add([event(1)]);
    expect(tab.outbox.snapshot().kept).toBe(false);
    await tab.quiet();
    expect(tab.outbox.snapshot().kept).toBe(true);
    expect((await tab.disk()).pending).toEqual([1]);
  });

  it('sends no more than a hundred events at a time', async () => {
    const tab = aDevice().tab();
    tab.outbox.add(numbers(1, 250).map(event));
    await tab.quiet();
    expect(tab.sent.map((batch) => batch.length)).toEqual([MAX_IN_BATCH, MAX_IN_BATCH, 50]);
    expect(tab.held()).toEqual([]);
  });

  it('R14: pauses after a failure, longer each time up to a minute, says what is wrong and drops nothing', async () => {
    const tab = aDevice().tab(Array.from({ length: 9 }, () => unreachable));
    tab.outbox.add([event(1)]);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await tab.quiet();
      expect(tab.outbox.snapshot().trouble).toBe('unreachable');
      tab.elapse();
    }
    expect(tab.pauses.slice(0, 8)).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000]);
    expect(tab.held()).toEqual([1]);
  });

  it('waits as long as a busy server asks, even when told to try now', async () => {
    const tab = aDevice().tab([() => ({ kind: 'busy', retryAfterMs: 7000 })]);
    tab.outbox.add([event(1)]);
    await tab.quiet();
    expect(tab.pauses).toEqual([7000]);
    tab.outbox.flush();
    tab.outbox.flushBeforeLeaving();
    await tab.quiet();
    expect(tab.sent).toHaveLength(1);
    expect(tab.outbox.snapshot().trouble).toBe('busy');
    tab.elapse();
    await tab.quiet();
    expect(tab.held()).toEqual([]);
  });

  it('does not wait for its own pause when told to try now', async () => {
    const tab = aDevice().tab([unreachable]);
    tab.outbox.add([event(1)]);
    await tab.quiet();
    tab.outbox.flush();
    await tab.quiet();
    expect(tab.held()).toEqual([]);
    expect(tab.outbox.snapshot().trouble).toBe('none');
  });

  it('hands over what is waiting before the page goes', async () => {
    const tab = aDevice().tab([unreachable]);
    tab.outbox.add([event(1)]);
    await tab.quiet();
    tab.outbox.add([event(2)]);
    tab.outbox.flushBeforeLeaving();
    expect(tab.sent).toEqual([[1], [1, 2]]);
    await tab.quiet();
    expect(tab.held()).toEqual([]);
  });

  it('R10: lets an event that fails again and again stand back for the others', async () => {
    const failsFirst: Answering = (batch) => ({
      kind: 'answered',
      reply: {
        results: batch.map((sent) =>
          numberOf(sent.id) <= MAX_IN_BATCH
            ? { id: sent.id, status: 'failed', message: 'later' }
            : stored(sent),
        ),
      },
    });
    const tab = aDevice().tab([failsFirst, failsFirst]);
    tab.outbox.add(numbers(1, MAX_IN_BATCH + 2).map(event));
    await tab.quiet();
    expect(tab.held()).toEqual(numbers(1, MAX_IN_BATCH));
    expect(tab.outbox.snapshot().trouble).toBe('busy');
    tab.elapse();
    await tab.quiet();
    expect(tab.held()).toEqual([]);
  });

  it('R10: finds the event that makes a whole batch unreadable, sets it apart and delivers the others', async () => {
    const poison = 37;
    const choke: Answering = (batch) =>
      batch.some(({ id }) => numberOf(id) === poison) ? { kind: 'refused' } : acknowledgeAll(batch);
    const tab = aDevice().tab(Array.from({ length: 40 }, () => choke));
    tab.outbox.add(numbers(1, 150).map(event));
    await tab.quiet();
    expect(tab.held()).toEqual([]);
    expect([...tab.acknowledged].sort((a, b) => a - b)).toEqual(numbers(1, 150).filter((n) => n !== poison));
    expect((await tab.disk()).rejected).toEqual([poison]);
    expect(tab.sent.length).toBeLessThan(25);
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

  it('R13: keeps answers of another learner until that learner is back', async () => {
    const tab = aDevice().tab([rejectFirst('another-learner')]);
    tab.outbox.add([event(1)]);
    await tab.quiet();
    expect(tab.held()).toEqual([1]);
    expect(tab.outbox.snapshot()).toMatchObject({ trouble: 'no-learner', rejected: [] });
    tab.elapse();
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
    tab.elapse();
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

describe('R12: several tabs of one learner', () => {
  it('have one sender at a time and send each answer once', async () => {
    const device = aDevice();
    const tabs = [device.tab(), device.tab(), device.tab()];
    tabs.forEach((tab, index) => {
      tab.outbox.add(numbers(index * 10 + 1, 10).map(event));
    });
    for (const tab of tabs) await tab.quiet();
    expect(device.mostAtOnce).toBe(1);
    const sent = tabs.flatMap((tab) => tab.sent.flat());
    expect(sent.sort((a, b) => a - b)).toEqual(numbers(1, 30));
    for (const tab of tabs) expect(tab.held()).toEqual([]);
  });

  it('all show what none of them has saved yet, and why', async () => {
    const device = aDevice();
    const [sender, other] = [device.tab([unreachable]), device.tab()];
    sender.outbox.add([event(1)]);
    await sender.quiet();
    other.outbox.add([event(2)]);
    await sender.quiet();
    for (const tab of [sender, other]) {
      expect(tab.held()).toEqual([1, 2]);
      expect(tab.outbox.snapshot().trouble).toBe('unreachable');
    }
    other.outbox.flush();
    await sender.quiet();
    expect(sender.sent).toEqual([[1], [1, 2]]);
    for (const tab of [sender, other]) expect(tab.held()).toEqual([]);
  });

  it('pass the turn on when the sending tab dies', async () => {
    const device = aDevice();
    const [sender, other] = [device.tab([unreachable]), device.tab()];
    sender.outbox.add([event(1)]);
    await sender.quiet();
    sender.kill();
    await other.quiet();
    expect(other.sent).toEqual([[1]]);
    expect(other.held()).toEqual([]);
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
          tab.elapse();
        }
      }
      for (let round = 0; round < outcomes.length + 2; round += 1) {
        await tab.quiet();
        tab.elapse();
      }
      await tab.quiet();
      for (const number of tab.acknowledged) acknowledged.add(number);
      expect(tab.held()).toEqual([]);
      expect([...acknowledged].sort((a, b) => a - b)).toEqual(numbers(1, next - 1));
    }
  }, 60_000);
});

type Answering = (batch: readonly SentEvent[]) => Delivery;

/** A browser with a disk of its own, in which tabs of any learner open and die. */
function aDevice(factory?: () => IDBFactory) {
  const disk = new IDBFactory();
  const buses = new Map<LearnerId, Bus>();
  const device = { now: NOW, mostAtOnce: 0, tab, quiet };
  let atOnce = 0;
  let working = 0;

  /** Resolves when nothing goes on between memory, disk and network any more. */
  async function quiet(): Promise<void> {
    for (let idle = 0; idle < 8; idle = working > 0 ? 0 : idle + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function watched(database: DeviceDatabase): DeviceDatabase {
    const watch = <T>(work: Promise<T>): Promise<T> => {
      working += 1;
      return work.finally(() => {
        working -= 1;
      });
    };
    return {
      read: (store, body) => watch(database.read(store, body)),
      write: (store, body) => watch(database.write(store, body)),
    };
  }

  /** A tab whose requests meet the given outcomes in turn, then acknowledgements; its time moves by `elapse`. */
  function tab(outcomes: Answering[] = [], learnerId: LearnerId = LEARNER) {
    const bus = buses.get(learnerId) ?? { members: new Map(), queue: [] };
    buses.set(learnerId, bus);
    const storage = outboxStorage(watched(deviceDatabase(factory ?? (() => disk))), learnerId);
    const [sent, pauses, acknowledged] = [[] as number[][], [] as number[], new Set<number>()];
    const life = { alive: true };
    let task: (() => void) | null = null;
    const outbox = createOutbox({
      transport: async (batch) => {
        if (!life.alive) return new Promise<Delivery>(() => {});
        sent.push(batch.map(({ id }) => numberOf(id)));
        atOnce += 1;
        device.mostAtOnce = Math.max(device.mostAtOnce, atOnce);
        const delivery = (outcomes.shift() ?? acknowledgeAll)(batch);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce -= 1;
        for (const result of delivery.kind === 'answered' ? delivery.reply.results : []) {
          if (result.status === 'stored') acknowledged.add(numberOf(result.id));
        }
        return delivery;
      },
      storage,
      tabs: memberOf(bus, life),
      schedule: (run, delayMs) => {
        pauses.push(delayMs);
        task = run;
        return () => {
          task = null;
        };
      },
      random: () => 0.5,
      now: () => device.now,
    });
    return {
      outbox,
      sent,
      pauses,
      acknowledged,
      held: () => outbox.snapshot().pending.map(({ id }) => numberOf(id)),
      elapse: () => task?.(),
      kill() {
        life.alive = false;
        passOn(bus);
      },
      quiet: () => device.quiet(),
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

type Life = { alive: boolean };
type Turn = Readonly<{ life: Life; begin: () => void }>;
type Bus = { members: Map<Life, (message: TabMessage) => void>; queue: Turn[] };

/** As browsers do it: messages reach all other tabs, and the turn of a dead tab is over. */
function memberOf(bus: Bus, life: Life): OtherTabs<TabMessage> {
  return {
    tell(message) {
      for (const [other, listener] of bus.members) {
        if (other !== life && other.alive && life.alive) setImmediate(listener, message);
      }
    },
    hear: (listener) => bus.members.set(life, listener),
    takeTurn: (task) =>
      new Promise((resolve, reject) => {
        const begin = () =>
          void task()
            .then(resolve, reject)
            .finally(() => {
              bus.queue = bus.queue.filter((turn) => turn.begin !== begin);
              bus.queue[0]?.begin();
            });
        bus.queue.push({ life, begin });
        if (bus.queue.length === 1) begin();
      }),
  };
}

function passOn(bus: Bus): void {
  const holder = bus.queue[0];
  bus.queue = bus.queue.filter(({ life }) => life.alive);
  if (holder !== undefined && !holder.life.alive) bus.queue[0]?.begin();
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
