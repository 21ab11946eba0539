import { expect, test } from 'vitest';
import { counted, countersOf } from './attempts';

const limit = { max: 3, windowMs: 1_000 };

test('so many attempts pass until the window that began with the first of them ends', () => {
  let standing = counted(null, limit, 0);
  standing = counted(standing, limit, 500);
  standing = counted(standing, limit, 900);
  expect(standing).toEqual({ count: 3, expiresAt: 1_000 });
  expect(counted(standing, limit, 999)).toBeNull();
  expect(counted(standing, limit, 1_000)).toEqual({ count: 1, expiresAt: 2_000 });
});

test('keys tell neither the address nor the account, and differ by kind and by what they count', () => {
  const attempt = { kind: 'sign-in', address: '192.0.2.1', account: 'ada@example.org' } as const;
  const keys = [
    ...countersOf(attempt),
    ...countersOf({ ...attempt, kind: 'password' }),
    ...countersOf({ ...attempt, address: attempt.account, account: attempt.address }),
  ].map(({ key }) => key);
  expect(new Set(keys).size).toBe(6);
  expect(keys.join()).not.toMatch(/ada|192/);
});

test('whoever comes from nowhere known shares one count', () => {
  const [one, other] = [1, 2].map(() => countersOf({ kind: 'reset', address: null, account: null })[0]?.key);
  expect(one).toBe(other);
});
