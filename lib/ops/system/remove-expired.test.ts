import { expect, test } from 'vitest';
import { DAY_MS } from '@/lib/base/time';
import { emptyDatabase } from '@/lib/testing/database';
import { openSession, person } from '@/lib/testing/people';
import { ctxOf, NOW } from '@/lib/testing/study';
import { issueResetLink } from '../accounts/issue-reset-link';
import { removeExpired } from './remove-expired';

test('sessions and links that have run out are removed, and those that still work stay', async () => {
  const db = await emptyDatabase();
  const { account } = await person(db, 'ada@example.org');
  const old = await openSession(db, account.userId, NOW - 10 * DAY_MS);
  const operator = ctxOf(db, { kind: 'operator' });
  await issueResetLink(ctxOf(db, { kind: 'operator' }, NOW - 10 * DAY_MS), {
    userId: account.userId,
    codeHash: 'x',
  });
  expect(await removeExpired(operator)).toEqual({ ok: true, value: 1 });
  expect((await db.read.authSession.findMany()).map(({ id }) => id)).toEqual([account.sessionId]);
  expect(await db.read.authSession.count({ where: { id: old } })).toBe(0);
  expect(await db.read.authVerification.count()).toBe(0);
  await issueResetLink(operator, { userId: account.userId, codeHash: 'y' });
  expect(await removeExpired(operator)).toEqual({ ok: true, value: 0 });
  expect(await db.read.authVerification.count()).toBe(1);
});
