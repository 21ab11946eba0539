import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { EventId, LearnerId } from '@/lib/base/ids';
import { MAX_CHANGES } from '@/lib/quiz/change-limits';
import { aBrowser, aMoment } from '@/lib/testing/browser-tabs';
import {
  type Answering,
  aDevice,
  choose,
  lost,
  numberOf,
  numbers,
  refuseFirst,
  spent,
  storedButLost,
} from '@/lib/testing/quiz-device';
import { BATCH_BYTES, createChangeQueue, GATHERED_FOR_MS } from './change-queue';
import type { AttemptMessage } from './change-queue-model';

const OTHER_LEARNER = '0197a000-0000-7000-8000-000000000002' as LearnerId;

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

  it('sends long notes in requests that the server takes, however many letters have more than one byte', async () => {
    const device = aDevice();
    const tab = device.tab();
    const text = 'д'.repeat(2_000);
    tab.queue.add(numbers(1, MAX_CHANGES).map((number) => ({ ...choose(number, 'A'), kind: 'note', text })));
    await tab.elapse();
    expect(device.known()).toEqual(numbers(1, MAX_CHANGES));
    expect(tab.sent).toHaveLength(4);
    for (const body of device.bodies) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(BATCH_BYTES);
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

  it('a change that makes a whole request unreadable is told in every tab, and the others are stored', async () => {
    const choke: Answering = (batch, device) =>
      batch.some(({ id }) => numberOf(id) === 5) ? { kind: 'refused' } : device.answer(batch);
    const device = aDevice();
    const [tab, other] = [device.tab(Array.from({ length: 20 }, () => choke)), device.tab()];
    tab.queue.add(numbers(1, 12).map((number) => choose(number, 'A')));
    await tab.elapse();
    for (const { queue } of [tab, other]) {
      expect(queue.snapshot()).toMatchObject({
        pending: [],
        refused: [{ why: 'malformed', change: { rev: 5 } }],
      });
    }
    expect(device.known()).toEqual(numbers(1, 12).filter((number) => number !== 5));
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

  it('takes off a slow disk what was stored before the disk was done with it', async () => {
    const { tabs, schedule } = aBrowser().tab<AttemptMessage>('attempt');
    const change = choose(1, 'A');
    const onDisk = new Set<EventId>();
    let disk = () => {};
    const queue = createChangeQueue({
      transport: {
        send: async (batch) => aDevice().answer(batch),
        finish: async () => ({ kind: 'unreachable' }),
      },
      storage: {
        load: async () => ({ changes: [], finish: false }),
        async keep([one]) {
          await new Promise<void>((done) => {
            disk = done;
          });
          if (one !== undefined) onDisk.add(one.id);
        },
        letGo: async (ids) => ids.forEach((id) => void onDisk.delete(id)),
        keepFinish: async () => {},
        letGoFinish: async () => {},
      },
      tabs,
      schedule,
      random: () => 0.5,
      now: () => change.madeAt,
    });
    queue.add([change]);
    queue.flush();
    await expect.poll(() => queue.snapshot().pending).toEqual([]);
    disk();
    await aMoment();
    expect(onDisk).toEqual(new Set());
  });
});

describe('handing in', () => {
  it('Q02: comes after all changes, and once, however often it is asked for', async () => {
    const device = aDevice();
    const tab = device.tab();
    tab.queue.add([choose(1, 'A')]);
    tab.queue.finish(null);
    tab.queue.finish(null);
    await tab.quiet();
    expect(device.log).toEqual(['changes', 'finish']);
    tab.queue.finish(null);
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
    first.queue.finish(null);
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
    tab.queue.finish(null);
    await tab.quiet();
    expect(tab.queue.snapshot().finishing).toBe(true);
    await tab.elapse();
    expect(tab.queue.snapshot().finishing).toBe(false);
    expect(device.ends).toBe(1);
  });

  it('Q16: because the time ran out, ends nothing where more was given, and every tab hears of it', async () => {
    const device = aDevice();
    device.deadlineAt = 1;
    const [one, other] = [device.tab(), device.tab()];
    one.queue.take(device.view());
    other.queue.take(device.view());
    device.deadlineAt = 2;
    one.queue.finish(1);
    await device.quiet();
    for (const { queue } of [one, other]) {
      expect(queue.snapshot()).toMatchObject({
        finishing: false,
        standing: { attempt: { deadlineAt: 2, finished: null } },
      });
    }
    expect(device.ends).toBe(0);
    one.queue.finish(2);
    await device.quiet();
    expect(device.ends).toBe(1);
    expect(other.queue.snapshot().standing?.attempt.finished).not.toBeNull();
  });

  it('Q16: because the time ran out, is not asked again by a tab that comes later and may have more time', async () => {
    const device = aDevice();
    device.deadlineAt = 1;
    device.losesFinish = 1;
    const first = device.tab();
    first.queue.finish(1);
    first.kill();
    device.deadlineAt = 2;
    const second = device.tab();
    await second.quiet();
    expect(second.queue.snapshot().finishing).toBe(false);
    expect(device.ends).toBe(0);
  });

  it('Q06: is heard in the other tab, and what comes too late is told', async () => {
    const device = aDevice();
    const [one, other] = [device.tab(), device.tab()];
    other.queue.take(device.view());
    one.queue.finish(null);
    await device.quiet();
    expect(other.queue.snapshot().standing?.attempt.finished).not.toBeNull();
    other.queue.add([choose(9, 'A')]);
    await other.elapse();
    expect(other.queue.snapshot().refused).toMatchObject([{ why: 'finished' }]);
  });
});
