import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { catchUp } from './catch-up';
import { deviceDatabase } from './device-database';
import type { KeptDay } from './kept-day';
import { createOutbox } from './outbox';
import type { Transport } from './outbox-model';
import { outboxStorage } from './outbox-storage';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const GUEST = '0197a000-0000-7000-8000-000000000002' as LearnerId;
const NOW = 1_770_000_000_000;

it('R13 sends as the learner what the guest who signed in had not sent, and keeps the rest as a second copy', async () => {
  const { device, visit } = aDevice();
  const guest = outboxStorage(device, GUEST);
  await guest.keep([event(1), event(2)]);
  await guest.settle([{ event: event(1), effectiveAt: NOW }], [], NOW);
  const sent = await visit({ formerly: [GUEST], restored: null });
  expect(sent).toEqual([2]);
  expect((await guest.load([])).pending).toEqual([]);
  expect(await numbersHeld(outboxStorage(device, LEARNER))).toEqual([1, 2]);
});

it('leaves alone what somebody else left on the device', async () => {
  const { device, visit } = aDevice();
  await outboxStorage(device, GUEST).keep([event(1)]);
  expect(await visit({ formerly: [], restored: null })).toEqual([]);
  expect((await outboxStorage(device, GUEST).load([])).pending).toEqual([event(1)]);
});

it('does not send again what the learner has had acknowledged, though the guest’s tab still held it', async () => {
  const { device, visit } = aDevice();
  const own = outboxStorage(device, LEARNER);
  await own.keep([event(1)]);
  await own.settle([{ event: event(1), effectiveAt: NOW }], [], NOW);
  await outboxStorage(device, GUEST).keep([event(1)]);
  expect(await visit({ formerly: [GUEST], restored: null })).toEqual([]);
});

it('goes on sending what waits, though it was refused while the learner was a guest', async () => {
  const { device } = aDevice();
  const own = outboxStorage(device, LEARNER);
  await own.keep([event(1)]);
  const guest = outboxStorage(device, GUEST);
  await guest.keep([event(1)]);
  await guest.settle([], [{ event: event(1), code: 'unknown-card', message: 'Not known.' }], NOW);
  await own.adopt([GUEST]);
  expect(await own.load([])).toMatchObject({ pending: [event(1)], rejected: [] });
});

it('O08 sends once more, and once only, what was acknowledged since the backup that the server was restored from', async () => {
  const { device, visit } = aDevice();
  const own = outboxStorage(device, LEARNER);
  await own.keep([event(1), event(2), event(3)]);
  await own.settle([{ event: event(1), effectiveAt: NOW }], [], NOW - 20 * DAY_MS);
  await own.settle([{ event: event(2), effectiveAt: NOW }], [], NOW - DAY_MS);
  await own.settle([{ event: event(3), effectiveAt: NOW }], [], NOW);
  const restored = { id: 'restoration', backupAt: NOW };
  expect(await visit({ formerly: [], restored })).toEqual([2, 3]);
  expect(await visit({ formerly: [], restored })).toEqual([]);
  expect(await visit({ formerly: [], restored: { id: 'another', backupAt: NOW } })).toEqual([2, 3]);
  expect(await numbersHeld(own)).toEqual([1, 2, 3]);
});

/** A device's disk, and what a visit of the learner sends from it, by number. */
function aDevice() {
  const disk = new IDBFactory();
  const device = deviceDatabase(() => disk);
  const remembered = new Map<LearnerId, string>();
  const seen = {
    get: (id: LearnerId) => remembered.get(id) ?? null,
    set: (id: LearnerId, restoration: string) => void remembered.set(id, restoration),
  };
  async function visit(told: Pick<KeptDay, 'formerly' | 'restored'>): Promise<readonly number[]> {
    const sent: number[] = [];
    const transport: Transport = async (batch) => {
      sent.push(...batch.map(({ id }) => Number(id.slice(-3))));
      const results = batch.map(({ id, cardUid, answeredAt }) => ({
        ...{ id, cardUid, storedId: id, status: 'stored' as const, seq: 1 },
        ...{ effectiveAt: answeredAt, dueAt: null },
      }));
      return { kind: 'answered', reply: { results } };
    };
    const storage = outboxStorage(device, LEARNER);
    const outbox = createOutbox({
      transport,
      storage,
      tabs: { tell: () => {}, hear: () => {}, takeTurn: (task) => task() },
      schedule: () => () => {},
      random: () => 0.5,
      now: () => NOW,
    });
    await catchUp({ stock: { learnerId: LEARNER } as KeptDay['stock'], ...told }, { storage, outbox, seen });
    await expect.poll(() => outbox.snapshot().pending).toEqual([]);
    return sent;
  }
  return { device, visit };
}

async function numbersHeld(storage: ReturnType<typeof outboxStorage>): Promise<readonly number[]> {
  return (await storage.answers()).map(({ event }) => Number(event.id.slice(-3))).sort();
}

function event(number: number): SentEvent {
  return {
    id: `0197a000-0000-7000-8000-000000000${String(number).padStart(3, '0')}` as EventId,
    kind: 'suspend',
    cardUid: '0197a000-0000-4000-8000-0000000000aa' as CardUid,
    answeredAt: NOW + number,
    tz: 'UTC',
  };
}
