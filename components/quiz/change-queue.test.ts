import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceDatabase } from '@/components/offline/device-database';
import type { Delivery, OtherTabs } from '@/components/offline/sender-model';
import type { AttemptId, EventId, LearnerId } from '@/lib/base/ids';
import { SECOND_MS } from '@/lib/base/time';
import { emptySlot } from '@/lib/quiz/fold-slots';
import type { Attempt, AttemptView, Change, ChangeResult, ChangesReply, SlotState } from '@/lib/quiz/model';
import { inOrderMade, laidOver } from '@/lib/quiz/sitting-model';
import { createChangeQueue, GATHERED_FOR_MS } from './change-queue';
import type { AttemptMessage, FinishReply } from './change-queue-model';
import { adoptChanges, attemptsWithChanges, changeStorage } from './change-storage';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const OTHER_LEARNER = '0197a000-0000-7000-8000-000000000002' as LearnerId;
const ATTEMPT_ID = '0197a000-0000-7000-8000-0000000000aa' as AttemptId;
const NOW = 1_770_000_000_000;
const COUNT = 3;

describe('a queue of changes', () => {
  it('puts a change on the disk at once and sends what is done within a second in one request', async () => {
    const tab = aDevice().tab();
    tab.queue.add([choose(1, 'A')]);
    await tab.quiet();
    expect(await tab.disk()).toEqual({ changes: [1], finish: false });
    expect(tab.sent).toEqual([]);
    tab.queue.add([choose(2, 'B')]);
    expect(tab.pauses).toEqual([GATHERED_FOR_MS]);
    await tab.elapse();
    expect(tab.sent).toEqual([[1, 2]]);
    expect(await tab.disk()).toEqual({ changes: [], finish: false });
    expect(tab.queue.snapshot()).toMatchObject({ pending: [], trouble: 'none', kept: true });
    expect(tab.queue.snapshot().standing?.slots[0]?.chosen).toBe('B');
  });

  it('sends at once when asked to', async () => {
    const tab = aDevice().tab();
    tab.queue.add([choose(1, 'A')]);
    tab.queue.flush();
    await tab.quiet();
    expect(tab.sent).toEqual([[1]]);
  });

  it('Q04: keeps everything without a network, pauses longer each time, and sends it in order afterwards', async () => {
    const device = aDevice();
    const tab = device.tab([lost, lost, lost, lost]);
    tab.queue.add([choose(2, 'B')]);
    tab.queue.add([choose(1, 'A')]);
    await tab.elapse();
    expect(tab.queue.snapshot()).toMatchObject({ trouble: 'unreachable', kept: true });
    for (let round = 0; round < 4; round += 1) await tab.elapse();
    expect(tab.pauses.slice(1)).toEqual([750, 1500, 3000, 6000]);
    expect(tab.sent.at(-1)).toEqual([1, 2]);
    expect(device.stands()[0]?.chosen).toBe('B');
    expect(tab.queue.snapshot()).toMatchObject({ pending: [], trouble: 'none' });
  });

  it('waits as long as a busy server asks, even when told to try now', async () => {
    const tab = aDevice().tab([() => ({ kind: 'busy', retryAfterMs: 7000 })]);
    tab.queue.add([choose(1, 'A')]);
    tab.queue.flush();
    await tab.quiet();
    expect(tab.pauses).toContain(7000);
    tab.queue.flush();
    tab.queue.flushBeforeLeaving();
    await tab.quiet();
    expect(tab.sent).toHaveLength(1);
    await tab.elapse();
    expect(tab.queue.snapshot().pending).toEqual([]);
  });

  it('Q03: sends on the next visit what a killed tab left behind', async () => {
    const device = aDevice();
    const first = device.tab([lost]);
    first.queue.add([choose(1, 'A'), choose(2, 'C')]);
    await first.quiet();
    first.kill();
    const second = device.tab();
    await second.quiet();
    expect(second.sent).toEqual([[1, 2]]);
    expect(device.stands()[0]?.chosen).toBe('C');
  });

  it('hands over what is waiting before the page goes', async () => {
    const tab = aDevice().tab();
    tab.queue.add([choose(1, 'A')]);
    tab.queue.flushBeforeLeaving();
    expect(tab.sent).toEqual([[1]]);
    await tab.quiet();
    expect(tab.queue.snapshot().pending).toEqual([]);
  });

  it('Q05: a reply that was lost is made up for by sending again, and counts once', async () => {
    const device = aDevice();
    const tab = device.tab([storedButLost]);
    tab.queue.add([spent(1, 500)]);
    await tab.elapse();
    expect(tab.queue.snapshot().pending).toHaveLength(1);
    await tab.elapse();
    expect(tab.sent).toEqual([[1], [1]]);
    expect(tab.queue.snapshot().pending).toEqual([]);
    expect(device.stands()[0]?.spentMs).toBe(500);
    expect(tab.queue.snapshot().standing?.slots[0]?.spentMs).toBe(500);
  });

  it('a change that makes a whole request unreadable harms only itself', async () => {
    const poison = 5;
    const choke: Answering = (batch, device) =>
      batch.some(({ id }) => numberOf(id) === poison) ? { kind: 'refused' } : device.answer(batch);
    const device = aDevice();
    const tab = device.tab(Array.from({ length: 20 }, () => choke));
    tab.queue.add(numbers(1, 12).map((number) => choose(number, 'A')));
    await tab.elapse();
    expect(tab.queue.snapshot().pending).toEqual([]);
    expect(tab.queue.snapshot().refused.map(({ change }) => numberOf(change.id))).toEqual([poison]);
    expect(device.known()).toEqual(numbers(1, 12).filter((number) => number !== poison));
    expect(await tab.disk()).toEqual({ changes: [], finish: false });
  });

  it('a change the server does not take is told, those beside it are stored, and nothing is sent again', async () => {
    const tab = aDevice().tab([refuseFirst]);
    tab.queue.add([choose(1, 'Z'), choose(2, 'B')]);
    await tab.elapse();
    expect(tab.queue.snapshot()).toMatchObject({ pending: [], refused: [{ why: 'unknown-option' }] });
    expect(tab.sent).toHaveLength(1);
    tab.queue.dismissRefused();
    expect(tab.queue.snapshot().refused).toEqual([]);
  });

  it('a change of which nothing is said stands back for the others and is sent again', async () => {
    const forgetsFirst: Answering = (batch, device) => {
      const exchange = device.answer(batch.slice(1));
      return exchange;
    };
    const device = aDevice();
    const tab = device.tab([forgetsFirst]);
    tab.queue.add([choose(1, 'A'), choose(2, 'B')]);
    await tab.elapse();
    expect(tab.queue.snapshot().pending.map(({ id }) => numberOf(id))).toEqual([1]);
    await tab.elapse();
    expect(tab.queue.snapshot().pending).toEqual([]);
    expect(device.known()).toEqual([1, 2]);
  });

  it('keeps what is another learner’s, and neither shows nor sends it for this one', async () => {
    const device = aDevice();
    const first = device.tab([() => ({ kind: 'no-learner' })]);
    first.queue.add([choose(1, 'A')]);
    await first.elapse();
    expect(first.queue.snapshot()).toMatchObject({ trouble: 'no-learner', pending: [{ slot: 0 }] });
    const second = device.tab([], OTHER_LEARNER);
    await second.quiet();
    expect(second.queue.snapshot().pending).toEqual([]);
    expect(second.sent).toEqual([]);
  });

  it('still delivers when the device cannot store anything, and says that nothing is kept', async () => {
    const tab = aDevice(() => {
      throw new Error('The operation is insecure.');
    }).tab([lost]);
    tab.queue.add([choose(1, 'A')]);
    await tab.elapse();
    expect(tab.queue.snapshot()).toMatchObject({ kept: false, pending: [{ slot: 0 }] });
    await tab.elapse();
    expect(tab.queue.snapshot().pending).toEqual([]);
  });
});

describe('handing in', () => {
  it('Q02: comes after all changes, and once, however often it is asked for', async () => {
    const device = aDevice();
    const tab = device.tab();
    tab.queue.add([choose(1, 'A')]);
    tab.queue.finish();
    tab.queue.finish();
    await tab.quiet();
    expect(device.log).toEqual(['changes', 'finish']);
    tab.queue.finish();
    await tab.quiet();
    expect(device.log).toEqual(['changes', 'finish']);
    expect(tab.queue.snapshot()).toMatchObject({ finishing: false, pending: [] });
    expect(tab.queue.snapshot().standing?.attempt.finished?.by).toBe('learner');
    expect(await tab.disk()).toEqual({ changes: [], finish: false });
  });

  it('waits without a network, through a killed tab too', async () => {
    const device = aDevice();
    const first = device.tab([lost]);
    first.queue.add([choose(1, 'A')]);
    first.queue.finish();
    await first.quiet();
    expect(first.queue.snapshot()).toMatchObject({ finishing: true, trouble: 'unreachable' });
    first.kill();
    const second = device.tab();
    await second.quiet();
    expect(device.log).toEqual(['changes', 'finish']);
    expect(second.queue.snapshot().standing?.attempt.finished).not.toBeNull();
    expect(await second.disk()).toEqual({ changes: [], finish: false });
  });

  it('is asked again when the reply was lost, and the server ends it once', async () => {
    const device = aDevice();
    device.losesFinish = 1;
    const tab = device.tab();
    tab.queue.finish();
    await tab.quiet();
    expect(tab.queue.snapshot().finishing).toBe(true);
    await tab.elapse();
    expect(tab.queue.snapshot().finishing).toBe(false);
    expect(device.ends).toBe(1);
  });

  it('Q06: is heard in the other tab, and what comes too late is told', async () => {
    const device = aDevice();
    const [one, other] = [device.tab(), device.tab()];
    other.queue.take(device.view());
    one.queue.finish();
    await device.quiet();
    expect(other.queue.snapshot().standing?.attempt.finished).not.toBeNull();
    other.queue.add([choose(9, 'A')]);
    await other.elapse();
    expect(other.queue.snapshot().refused).toMatchObject([{ why: 'finished' }]);
  });
});

describe('several tabs', () => {
  it('Q06: agree on what is on its way and on what stands, and one of them sends', async () => {
    const device = aDevice();
    const [one, other] = [device.tab(), device.tab()];
    one.queue.add([choose(1, 'A')]);
    await device.quiet();
    expect(other.queue.snapshot().pending.map(({ id }) => numberOf(id))).toEqual([1]);
    await Promise.all([one.elapse(), other.elapse()]);
    expect([...one.sent, ...other.sent]).toEqual([[1]]);
    for (const tab of [one, other]) {
      expect(tab.queue.snapshot()).toMatchObject({
        pending: [],
        standing: { slots: [{ chosen: 'A' }, {}, {}] },
      });
    }
    expect(device.mostAtOnce).toBe(1);
  });

  it('Q05 Q06: converge with the server whatever is lost, reordered, repeated, killed or done in another tab', async () => {
    const outcome = fc.constantFrom<Answering>(lost, storedButLost, busyNow, settledTwice);
    const step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        tab: fc.nat(1),
        slot: fc.nat(COUNT - 1),
        option: fc.constantFrom('A', 'B', 'C'),
      }),
      fc.record({
        do: fc.constantFrom('elapse' as const, 'kill' as const, 'leave' as const),
        tab: fc.nat(1),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(outcome, { maxLength: 6 }),
        async (steps, outcomes) => {
          const device = aDevice();
          const script = [...outcomes];
          const tabs = [device.tab(script), device.tab(script)];
          let number = 0;
          for (const one of steps) {
            const tab = tabs[one.tab] as (typeof tabs)[number];
            if (one.do === 'add') {
              number += 1;
              const rev =
                1 +
                Math.max(
                  0,
                  ...tab.queue.snapshot().pending.map(({ rev }) => rev),
                  tab.queue.snapshot().standing?.rev ?? 0,
                );
              tab.queue.add([{ ...choose(number, one.option), slot: one.slot, rev }]);
              await tab.quiet();
            } else if (one.do === 'elapse') await tab.elapse();
            else if (one.do === 'leave') {
              tab.queue.flushBeforeLeaving();
              await tab.quiet();
            } else {
              tab.kill();
              tabs[one.tab] = device.tab(script);
            }
          }
          for (let round = 0; round < outcomes.length + 4; round += 1)
            for (const tab of tabs) await tab.elapse();
          expect(device.known()).toEqual(numbers(1, number));
          for (const tab of tabs) {
            const { pending, standing } = tab.queue.snapshot();
            expect(pending).toEqual([]);
            if (standing !== null) expect(standing.slots).toEqual(device.stands());
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('what lies on the disk', () => {
  it('names the attempts that wait, and lets go of what nobody has sat for thirty days', async () => {
    const database = deviceDatabase(() => new IDBFactory());
    const factory = new IDBFactory();
    const disk = deviceDatabase(() => factory);
    await changeStorage(disk, LEARNER, ATTEMPT_ID).keep([choose(1, 'A')], NOW);
    expect(await attemptsWithChanges(disk, LEARNER, NOW)).toEqual([ATTEMPT_ID]);
    expect(await attemptsWithChanges(disk, OTHER_LEARNER, NOW)).toEqual([]);
    expect(await attemptsWithChanges(disk, LEARNER, NOW + 31 * 86_400_000)).toEqual([]);
    expect(await attemptsWithChanges(disk, LEARNER, NOW)).toEqual([]);
    expect(await attemptsWithChanges(database, LEARNER, NOW)).toEqual([]);
  });

  it('goes over to the account that claims the guest', async () => {
    const factory = new IDBFactory();
    const disk = deviceDatabase(() => factory);
    await changeStorage(disk, LEARNER, ATTEMPT_ID).keep([choose(1, 'A')], NOW);
    await adoptChanges(disk, OTHER_LEARNER, [LEARNER]);
    expect((await changeStorage(disk, OTHER_LEARNER, ATTEMPT_ID).load()).changes).toHaveLength(1);
    expect((await changeStorage(disk, LEARNER, ATTEMPT_ID).load()).changes).toHaveLength(0);
  });
});

type Device = ReturnType<typeof aDevice>;
type Answering = (batch: readonly Change[], device: Device) => Delivery<ChangesReply>;

/** A browser with a disk of its own, in which tabs open and die, and a server that folds what it is sent. */
function aDevice(factory?: () => IDBFactory) {
  const disk = new IDBFactory();
  const buses = new Map<LearnerId, Bus>();
  const stored = new Map<string, Change>();
  let clock = NOW;
  let finished: Attempt['finished'] = null;
  let atOnce = 0;
  let working = 0;
  const device = {
    log: [] as string[],
    losesFinish: 0,
    ends: 0,
    mostAtOnce: 0,
    tab,
    quiet,
    stands,
    known,
    answer,
    view,
  };

  /** Resolves when nothing goes on between memory, disk and network any more. */
  async function quiet(): Promise<void> {
    for (let idle = 0; idle < 12; idle = working > 0 ? 0 : idle + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function stands(): readonly SlotState[] {
    const blank = Array.from({ length: COUNT }, (_, slot) => emptySlot(slot));
    return laidOver(blank, [...stored.values()].sort(inOrderMade));
  }

  function known(): readonly number[] {
    return [...stored.keys()].map((id) => numberOf(id)).sort((left, right) => left - right);
  }

  function attempt(): Attempt {
    return {
      id: ATTEMPT_ID,
      purpose: 'block',
      mode: 'exam',
      timing: { kind: 'untimed' },
      latePolicy: 'refuse',
      startedAt: NOW,
      deadlineAt: null,
      graceMs: 5 * SECOND_MS,
      finished,
    };
  }

  function standing() {
    clock += 1;
    const rev = Math.max(0, ...[...stored.values()].map((change) => change.rev));
    return { now: clock, attempt: attempt(), slots: stands(), rev, explanations: [] };
  }

  function view(): AttemptView {
    return { ...standing(), questions: [] };
  }

  function answer(batch: readonly Change[]): Delivery<ChangesReply> {
    const results = batch.map((change): ChangeResult => {
      if (finished !== null)
        return { id: change.id, status: 'refused', why: 'finished', message: 'It is over.' };
      const isNew = !stored.has(change.id);
      stored.set(change.id, change);
      return { id: change.id, status: isNew ? 'stored' : 'duplicate' };
    });
    return { kind: 'answered', reply: { version: 'test', results, ...standing() } };
  }

  function end(): Delivery<FinishReply> {
    if (finished === null) device.ends += 1;
    finished ??= { at: clock, by: 'learner' };
    const reply = { now: standing().now, attempt: attempt() };
    device.losesFinish -= 1;
    return device.losesFinish >= 0 ? { kind: 'unreachable' } : { kind: 'answered', reply };
  }

  async function overTheNetwork<T>(life: Life, work: () => T): Promise<T> {
    if (!life.alive) return new Promise<T>(() => {});
    atOnce += 1;
    device.mostAtOnce = Math.max(device.mostAtOnce, atOnce);
    working += 1;
    const result = work();
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
    working -= 1;
    return result;
  }

  function watched<T>(work: Promise<T>): Promise<T> {
    working += 1;
    return work.finally(() => {
      working -= 1;
    });
  }

  /** A tab whose requests meet the given outcomes in turn, then answers; its time moves by `elapse`. */
  function tab(outcomes: Answering[] = [], learnerId: LearnerId = LEARNER) {
    const bus = buses.get(learnerId) ?? { members: new Map(), queue: [] };
    buses.set(learnerId, bus);
    const database = deviceDatabase(factory ?? (() => disk));
    const storage = changeStorage(
      {
        read: (store, body) => watched(database.read(store, body)),
        write: (store, body) => watched(database.write(store, body)),
      },
      learnerId,
      ATTEMPT_ID,
    );
    const [sent, pauses] = [[] as number[][], [] as number[]];
    const life = { alive: true };
    const tasks = new Set<() => void>();
    const queue = createChangeQueue({
      transport: {
        send: (batch) =>
          overTheNetwork(life, () => {
            sent.push(batch.map(({ id }) => numberOf(id)));
            const exchange = (outcomes.shift() ?? device.answer)(batch, device);
            if (exchange.kind === 'answered') device.log.push('changes');
            return exchange;
          }),
        finish: () =>
          overTheNetwork(life, () => {
            const exchange = end();
            if (exchange.kind === 'answered') device.log.push('finish');
            return exchange;
          }),
      },
      storage,
      tabs: memberOf(bus, life),
      schedule: (run, delayMs) => {
        pauses.push(delayMs);
        tasks.add(run);
        return () => void tasks.delete(run);
      },
      random: () => 0.5,
      now: () => clock,
    });
    return {
      queue,
      sent,
      pauses,
      quiet,
      /** Everything this tab waits for comes due. */
      async elapse() {
        await quiet();
        const due = [...tasks];
        tasks.clear();
        if (life.alive) for (const task of due) task();
        await quiet();
      },
      kill() {
        life.alive = false;
        passOn(bus);
      },
      async disk() {
        const { changes, finish } = await storage.load();
        return { changes: changes.map(({ id }) => numberOf(id)), finish };
      },
    };
  }
  return device;
}

type Life = { alive: boolean };
type Turn = Readonly<{ life: Life; begin: () => void }>;
type Bus = { members: Map<Life, (message: AttemptMessage) => void>; queue: Turn[] };

/** As browsers do it: messages reach all other tabs, and the turn of a dead tab is over. */
function memberOf(bus: Bus, life: Life): OtherTabs<AttemptMessage> {
  return {
    tell(message) {
      for (const [other, listener] of bus.members) {
        if (other !== life && other.alive && life.alive) setImmediate(listener, message);
      }
    },
    hear: (listener) => bus.members.set(life, listener),
    takeTurn: (task) =>
      new Promise((resolve, reject) => {
        if (!life.alive) return;
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

const lost: Answering = () => ({ kind: 'unreachable' });
const busyNow: Answering = () => ({ kind: 'busy', retryAfterMs: null });
const storedButLost: Answering = (batch, device) => {
  device.answer(batch);
  return { kind: 'unreachable' };
};
const settledTwice: Answering = (batch, device) => {
  device.answer(batch);
  return device.answer(batch);
};
const refuseFirst: Answering = ([first, ...others], device) => {
  const exchange = device.answer(others);
  if (exchange.kind !== 'answered' || first === undefined) return exchange;
  const refusal: ChangeResult = {
    id: first.id,
    status: 'refused',
    why: 'unknown-option',
    message: 'No such option.',
  };
  return { ...exchange, reply: { ...exchange.reply, results: [refusal, ...exchange.reply.results] } };
};

function choose(number: number, option: string): Change {
  return { id: idOf(number), slot: 0, rev: number, madeAt: NOW + number, kind: 'choose', option };
}

function spent(number: number, ms: number): Change {
  return { id: idOf(number), slot: 0, rev: number, madeAt: NOW + number, kind: 'spent', ms };
}

function idOf(number: number): EventId {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId;
}

function numberOf(id: string): number {
  return Number(id.slice(-12));
}

function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
