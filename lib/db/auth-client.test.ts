import { prismaAdapter } from 'better-auth/adapters/prisma';
import { expect, test } from 'vitest';
import { emptyDatabase } from '@/lib/testing/database';
import { authClient } from './auth-client';
import type { Db } from './connect';

const USER = {
  id: 'user',
  name: 'Ada',
  email: 'ada@example.org',
  emailVerified: false,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

/** The database, and how often somebody wrote through it. */
async function watched() {
  const db = await emptyDatabase();
  let writes = 0;
  const write: Db['write'] = (body) => {
    writes += 1;
    return db.write(body);
  };
  return { db, client: authClient({ ...db, write }), writes: () => writes };
}

test('each plain write is a transaction of its own inside write(), and no read is', async () => {
  const { client, writes } = await watched();
  const where = { id: USER.id };
  await client.authUser.create({ data: USER });
  await client.authUser.update({ where, data: { name: 'Ada L.' } });
  await client.authUser.updateMany({ where, data: { name: 'Ada' } });
  expect(writes()).toBe(3);
  expect(await client.authUser.findFirst({ where })).toMatchObject({ name: 'Ada' });
  expect(await client.authUser.findMany({ where })).toHaveLength(1);
  expect(await client.authUser.count({ where })).toBe(1);
  expect(writes()).toBe(3);
  await client.authUser.delete({ where });
  await client.authUser.deleteMany({ where });
  expect(writes()).toBe(5);
});

test('a plain write that was acknowledged survives another request that fails at the same time', async () => {
  const { db, client } = await watched();
  let acknowledged: Promise<unknown> = Promise.resolve();
  const failing = db.write(async (tx) => {
    await tx.authUser.count();
    acknowledged = client.authUser.create({ data: USER });
    await tx.authUser.count();
    throw new Error('the request fails after all');
  });
  await expect(failing).rejects.toThrow('after all');
  await acknowledged;
  expect(await db.read.authUser.count()).toBe(1);
});

test('everything the adapter of better-auth does to a row goes through write()', async () => {
  const { client, writes } = await watched();
  const adapter = prismaAdapter(client, { provider: 'sqlite' })({
    user: { modelName: 'authUser' },
    verification: { modelName: 'authVerification' },
  });
  const where = [{ field: 'id', value: USER.id }];
  await adapter.create({ model: 'user', data: USER, forceAllowId: true });
  await adapter.update({ model: 'user', where, update: { name: 'Ada L.' } });
  await adapter.updateMany({ model: 'user', where, update: { name: 'Ada' } });
  expect(await adapter.findOne({ model: 'user', where })).toMatchObject({ name: 'Ada' });
  await adapter.delete({ model: 'user', where });
  await adapter.deleteMany({ model: 'user', where });
  await adapter.consumeOne({ model: 'verification', where: [{ field: 'identifier', value: 'none' }] });
  expect(writes()).toBe(6);
});

test('it knows nothing of the database but the rows of accounts', async () => {
  const { client } = await watched();
  expect(Object.keys(client).sort()).toEqual([
    '$transaction',
    'authAccount',
    'authSession',
    'authUser',
    'authVerification',
  ]);
});
