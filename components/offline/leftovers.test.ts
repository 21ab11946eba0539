import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { LearnerId } from '@/lib/base/ids';
import { deviceDatabase } from './device-database';
import { type TextStore, takeOverLeftovers } from './leftovers';
import { outboxStorage } from './outbox-storage';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const ANSWER = { id: 'one', kind: 'suspend', cardUid: 'card', answeredAt: 1, tz: 'UTC' };

function leftBehind() {
  return new Map<string, string>([
    [`hornbook.outbox.${LEARNER}.one`, JSON.stringify(ANSWER)],
    [`hornbook.outbox.${LEARNER}.broken`, '{'],
    ['hornbook.outbox.somebody-else.two', JSON.stringify({ ...ANSWER, id: 'two' })],
    [
      `hornbook.rejected.${LEARNER}.three`,
      JSON.stringify({ event: { ...ANSWER, id: 'three' }, code: 'unknown-card', message: 'Not known.' }),
    ],
  ]);
}

it('moves a learner’s answers from the older place to the new one and leaves all else', async () => {
  const entries = leftBehind();
  const storage = outboxStorage(
    deviceDatabase(() => new IDBFactory()),
    LEARNER,
  );
  await takeOverLeftovers(() => storeOf(entries), storage, LEARNER);
  const { pending, rejected } = await storage.load([]);
  expect(pending).toEqual([ANSWER]);
  expect(rejected).toMatchObject([{ event: { id: 'three' }, code: 'unknown-card' }]);
  expect([...entries.keys()]).toEqual([
    `hornbook.outbox.${LEARNER}.broken`,
    'hornbook.outbox.somebody-else.two',
  ]);
});

it('removes nothing from the older place while the new one stores nothing', async () => {
  const entries = leftBehind();
  const forbidden = deviceDatabase(() => {
    throw new Error('The operation is insecure.');
  });
  await takeOverLeftovers(() => storeOf(entries), outboxStorage(forbidden, LEARNER), LEARNER);
  expect(entries).toEqual(leftBehind());
});

function storeOf(entries: Map<string, string>): TextStore {
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
  };
}
