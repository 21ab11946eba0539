import { expect, onTestFinished, test } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { connect } from '@/lib/db/connect';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import { verifyStates } from '@/lib/ops/system/verify-states';
import { emptyDatabase, emptyDatabaseFile, otherConnection } from '@/lib/testing/database';
import { ctxOf, guest, NOW, newUids, publishCards, review } from '@/lib/testing/study';
import { Prisma } from './generated/client';
import { GroupWriter } from './group-writer';
import { DatabaseBusy, DatabaseUnwritable, openWriter, type WriteTx } from './writer';

async function study() {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const learnerId = await guest(db);
  const operator = ctxOf(db, { kind: 'operator' });
  const answer = (count = 1) =>
    answerCards(ctxOf(db, { kind: 'learner', learnerId }), {
      learnerId,
      sentAt: NOW,
      events: Array.from({ length: count }, () => review(card)),
    });
  const pragma = (text: string) =>
    db.write((tx) => tx.$queryRaw<Record<string, unknown>[]>(Prisma.raw(`PRAGMA ${text}`)));
  return { db, answer, operator, pragma };
}

test('D12 on a full disk answers are refused and kept by the device, reading goes on, and later all is taken', async () => {
  const { db, answer, operator, pragma } = await study();
  const pages = Number(Object.values((await pragma('page_count'))[0] ?? {})[0]);
  // SQLite itself says “disk is full” beyond this many pages, in the same words as for a disk.
  await pragma(`max_page_count = ${pages + 40}`);
  let acknowledged = 0;
  let refused: unknown = null;
  for (let batch = 0; batch < 100 && refused === null; batch += 1) {
    const result = await answer(20);
    if (!result.ok) refused = result.error;
    else acknowledged += result.value.filter(({ status }) => status === 'stored').length;
  }
  expect(refused).toBe('read-only');
  expect(acknowledged).toBeGreaterThan(0);
  expect(await db.read.reviewEvent.count()).toBe(acknowledged);

  await pragma('max_page_count = 100000');
  expect(await answer()).toMatchObject({ ok: true, value: [{ status: 'stored' }] });
  expect(await db.read.reviewEvent.count()).toBe(acknowledged + 1);
  expect(otherConnection(db.file).pragma('integrity_check', { simple: true })).toBe('ok');
  expect(await verifyStates(operator, { repair: false })).toMatchObject({ value: { wrong: [] } });
});

test('D13 on a disk that is read-only answers are refused and reading goes on', async () => {
  const { db, answer, pragma } = await study();
  await pragma('query_only = ON');
  expect(await answer()).toEqual({ ok: false, error: 'read-only' });
  expect(await db.read.learner.count()).toBe(1);
});

test('D10 a COMMIT that fails takes its transaction with it, and the next write is whole', async () => {
  const db = await emptyDatabase();
  const failing = db.write(async (tx) => {
    await tx.$executeRaw(Prisma.raw('PRAGMA defer_foreign_keys = ON'));
    await tx.$executeRaw(Prisma.raw(`INSERT INTO "GuestKey" VALUES ('orphan', 'nobody', 0)`));
  });
  await expect(failing).rejects.toThrow();
  await db.write((tx) => tx.parameterSet.create({ data: { id: 'next', values: '{}' } }));
  expect(await db.read.parameterSet.count()).toBe(1);
  expect(await db.read.guestKey.count()).toBe(0);
});

test('D11 a transaction that takes too long is rolled back whole, and the next write is fine', async () => {
  const writer = await openWriter(emptyDatabaseFile(), { workMs: 50 });
  onTestFinished(() => writer.close());
  const slow = writer.write(async (tx) => {
    await tx.parameterSet.create({ data: { id: 'slow', values: '{}' } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await tx.parameterSet.count();
  });
  await expect(slow).rejects.toThrow();
  const left = await writer.write(async (tx) => {
    await tx.parameterSet.create({ data: { id: 'next', values: '{}' } });
    return tx.parameterSet.findMany();
  });
  expect(left.map(({ id }) => id)).toEqual(['next']);
});

test('D08 the database locked by another process for longer than patience is a refusal, and all is taken afterwards', async () => {
  const file = emptyDatabaseFile();
  const db = await connect(file, { busyTimeoutMs: 10 });
  onTestFinished(() => db.close());
  const other = otherConnection(file);
  const create = (id: string) => db.write((tx) => tx.parameterSet.create({ data: { id, values: '{}' } }));
  other.exec('BEGIN IMMEDIATE');
  const refused = await Promise.allSettled([create('one'), create('two')]);
  expect(refused).toMatchObject([{ reason: expect.any(DatabaseBusy) }, { reason: expect.any(DatabaseBusy) }]);
  other.exec('COMMIT');
  await create('three');
  expect(await db.read.parameterSet.count()).toBe(1);
});

test('D14 a database that was found damaged is read and not written', async () => {
  const { db, answer } = await study();
  db.stopWriting();
  expect(await answer()).toEqual({ ok: false, error: 'read-only' });
  await expect(db.write((tx) => tx.parameterSet.count())).rejects.toThrow(DatabaseUnwritable);
  expect(await db.read.learner.count()).toBe(1);
});

test('D17 a database that a newer version has added to is still served by this one', async () => {
  const file = emptyDatabaseFile();
  otherConnection(file).exec(
    'ALTER TABLE "Learner" ADD COLUMN "later" TEXT; CREATE TABLE "Later" ("id" TEXT)',
  );
  const db = await connect(file);
  onTestFinished(() => db.close());
  await guest(db);
  expect(await db.read.learner.count()).toBe(1);
});

test('who comes when too many wait is told so at once, and those who wait are served', async () => {
  const db = await emptyDatabase();
  const body = async (tx: WriteTx, jobs: readonly number[]) => {
    await tx.parameterSet.count();
    return jobs;
  };
  const writer = new GroupWriter(db.write, body);
  const outcomes = await Promise.allSettled(Array.from({ length: 1_200 }, (_, job) => writer.add(job)));
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(200);
  expect(refused[0]).toMatchObject({ reason: expect.any(DatabaseBusy) });
  expect(outcomes.slice(0, 1_000).map((one) => one.status === 'fulfilled' && one.value)).toEqual(
    Array.from({ length: 1_000 }, (_, job) => job),
  );
});
