import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { expect, test } from 'vitest';
import { connect } from '@/lib/db/connect';
import { emptyDatabase, emptyDatabaseFile, otherConnection } from '@/lib/testing/database';
import { Prisma, PrismaClient } from './generated/client';
import { guarded, openWriter } from './writer';

const parameterSet = (id: string) => ({ data: { id, values: '{}' } });

test('D06 a write that was acknowledged survives another request that fails at the same time', async () => {
  const db = await emptyDatabase();
  let acknowledged: Promise<unknown> = Promise.resolve();
  const failing = db.write(async (tx) => {
    await tx.parameterSet.create(parameterSet('of the failing request'));
    acknowledged = db.write((other) => other.parameterSet.create(parameterSet('acknowledged')));
    await tx.parameterSet.count();
    throw new Error('the request fails after all');
  });
  await expect(failing).rejects.toThrow('after all');
  await acknowledged;
  expect((await db.read.parameterSet.findMany()).map(({ id }) => id)).toEqual(['acknowledged']);
});

test('the client as Prisma ships it loses a write that it acknowledged: the reason for all that follows', async () => {
  const adapter = new PrismaBetterSqlite3({ url: `file:${emptyDatabaseFile()}` });
  const stock = new PrismaClient({ adapter });
  const failing = stock.$transaction(async (tx) => {
    await tx.parameterSet.create(parameterSet('of the failing request'));
    await stock.parameterSet.create(parameterSet('acknowledged'));
    throw new Error('the request fails after all');
  });
  await expect(failing).rejects.toThrow('after all');
  expect(await stock.parameterSet.count()).toBe(0);
  await stock.$disconnect();
});

test('a plain call on the writing connection throws instead of slipping into an open transaction', async () => {
  const factory = new PrismaBetterSqlite3({ url: `file:${emptyDatabaseFile()}` });
  const connectPlainly = factory.connect.bind(factory);
  factory.connect = async () => guarded(await connectPlainly());
  const client = new PrismaClient({ adapter: factory });
  await expect(client.parameterSet.create(parameterSet('plain'))).rejects.toThrow('outside write(fn)');
  await expect(client.$executeRaw`DELETE FROM "ParameterSet"`).rejects.toThrow('outside write(fn)');
  expect(await client.$transaction((tx) => tx.parameterSet.count())).toBe(0);
  await client.$disconnect();
});

test('D07 the reader sees only what is committed and cannot write', async () => {
  const db = await emptyDatabase();
  await db.write(async (tx) => {
    await tx.parameterSet.create(parameterSet('not committed yet'));
    expect(await db.read.parameterSet.count()).toBe(0);
  });
  expect(await db.read.parameterSet.count()).toBe(1);
  await expect(db.read.parameterSet.create(parameterSet('through the reader'))).rejects.toThrow();
});

test('D09 what a transaction read cannot be overtaken by another process before it writes', async () => {
  const db = await emptyDatabase();
  const other = otherConnection(db.file);
  await db.write(async (tx) => {
    await tx.parameterSet.count();
    const insert = other.prepare(`INSERT INTO "ParameterSet" VALUES ('other', '{}')`);
    expect(() => insert.run()).toThrow(/locked/);
    await tx.parameterSet.create(parameterSet('mine'));
  });
  expect((await db.read.parameterSet.findMany()).map(({ id }) => id)).toEqual(['mine']);
});

test('D02 every commit of the writer is synced to disk, in write-ahead mode, with foreign keys', async () => {
  const db = await emptyDatabase();
  const pragmas = await db.write(async (tx) => ({
    ...(await tx.$queryRaw<object[]>(Prisma.sql`PRAGMA synchronous`))[0],
    ...(await tx.$queryRaw<object[]>(Prisma.sql`PRAGMA journal_mode`))[0],
    ...(await tx.$queryRaw<object[]>(Prisma.sql`PRAGMA foreign_keys`))[0],
  }));
  expect(pragmas).toEqual({ synchronous: 2n, journal_mode: 'wal', foreign_keys: 1n });
});

test('D08 the writer goes on after another process held the file longer than it was willing to wait', async () => {
  const file = emptyDatabaseFile();
  const other = otherConnection(file);
  const writer = await openWriter(file, { busyTimeoutMs: 20 });
  other.exec('BEGIN IMMEDIATE');
  await expect(writer.write((tx) => tx.parameterSet.create(parameterSet('locked out')))).rejects.toThrow(
    'in use by another process',
  );
  other.exec('ROLLBACK');
  await writer.write((tx) => tx.parameterSet.create(parameterSet('let in')));
  await writer.close();
  expect(other.prepare('SELECT id FROM "ParameterSet"').all()).toEqual([{ id: 'let in' }]);
});

test.each([
  ['review_event_no_update'],
  ['review_event_no_delete'],
  ['revision_no_update'],
  ['revision_no_delete'],
  ['card_no_delete'],
])('refuses to open a database that lost its trigger %s', async (trigger) => {
  const file = emptyDatabaseFile();
  otherConnection(file).exec(`DROP TRIGGER "${trigger}"`);
  await expect(connect(file)).rejects.toThrow(`The trigger ${trigger} is missing`);
});
