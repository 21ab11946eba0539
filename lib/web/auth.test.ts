import { expect, test } from 'vitest';
import { admitAttempt } from '@/lib/ops/accounts/admit-attempt';
import { returnAttempt } from '@/lib/ops/accounts/return-attempt';
import { signUp } from '@/lib/ops/accounts/sign-up';
import { emptyDatabase } from '@/lib/testing/database';
import { countingPasswords } from '@/lib/testing/passwords';
import { ctxOf } from '@/lib/testing/study';
import { makeAuth, scrypt } from './auth';

const PASSWORD = 'a long enough password';

async function door() {
  const db = await emptyDatabase();
  const ctx = { ...ctxOf(db, { kind: 'nobody' }), now: Date.now() };
  const passwords = countingPasswords();
  const auth = makeAuth({
    db,
    secret: 'a secret of the tests, long enough',
    secureCookies: false,
    baseUrl: 'http://127.0.0.1',
    networkOf: (headers) => headers.get('x-test-network'),
    admit: (attempt) => admitAttempt(ctx, attempt),
    giveBack: (attempt) => returnAttempt(ctx, attempt),
    passwords,
  });
  const made = await signUp(
    ctx,
    {
      email: 'ada@example.org',
      password: PASSWORD,
      adminToken: '',
      network: null,
      tz: 'UTC',
      serverToken: null,
    },
    passwords,
  );
  if (!made.ok) throw new Error(made.error.why);
  const signIn = (email: string, password: string, network = '192.0.2.1') =>
    auth.api.signInEmail({
      body: { email, password },
      headers: new Headers({ 'x-test-network': network, 'user-agent': 'Firefox/1' }),
      returnHeaders: true,
    });
  return { db, auth, signIn, passwords, userId: made.value.userId };
}

function cookieOf(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' });
}

test('a person who signed up signs in, is known by the cookie, and is not after signing out', async () => {
  const { auth, signIn, userId } = await door();
  const { headers } = await signIn('Ada@Example.org', PASSWORD);
  expect(headers.get('set-cookie')).toMatch(/^hornbook\.session_token=.*HttpOnly; SameSite=Lax$/);
  const cookie = cookieOf(headers);
  expect((await auth.api.getSession({ headers: cookie }))?.user.id).toBe(userId);
  await auth.api.signOut({ headers: cookie });
  expect(await auth.api.getSession({ headers: cookie })).toBeNull();
});

test('reading a session writes nothing, and its cookie alone without the signature opens nothing', async () => {
  const { db, auth, signIn } = await door();
  const { headers } = await signIn('ada@example.org', PASSWORD);
  const before = await db.read.authSession.findMany();
  await auth.api.getSession({ headers: cookieOf(headers) });
  expect(await db.read.authSession.findMany()).toEqual(before);
  const bare = new Headers({ cookie: `hornbook.session_token=${before[0]?.token}` });
  expect(await auth.api.getSession({ headers: bare })).toBeNull();
});

test('its sign-up is closed: accounts are made by our operation only', async () => {
  const { auth, db } = await door();
  await expect(
    auth.api.signUpEmail({ body: { email: 'eve@example.org', password: PASSWORD, name: 'Eve' } }),
  ).rejects.toThrow(/sign.?up/i);
  expect(await db.read.authUser.count()).toBe(1);
});

test('calling the API directly is counted: after ten wrong passwords the right one waits too', async () => {
  const { signIn } = await door();
  for (let attempt = 0; attempt < 10; attempt += 1) {
    // From ever new networks: the account's own count stops it.
    await expect(signIn('ada@example.org', 'wrong', `192.0.2.${attempt}`)).rejects.toMatchObject({
      status: 'UNAUTHORIZED',
    });
  }
  await expect(signIn('ADA@example.org ', PASSWORD)).rejects.toMatchObject({ status: 'TOO_MANY_REQUESTS' });
});

test('signing in with the right password is not held against anybody', async () => {
  const { db, signIn } = await door();
  for (let attempt = 0; attempt < 12; attempt += 1) await signIn('ada@example.org', PASSWORD);
  expect((await db.read.attemptCount.findMany()).filter(({ count }) => count > 1)).toEqual([]);
});

test('an address nobody has is answered like a wrong password', async () => {
  const { signIn } = await door();
  const told = async (email: string) => {
    try {
      await signIn(email, 'a wrong password');
      return null;
    } catch (error) {
      const { status, body } = error as { status: unknown; body: unknown };
      return { status, body };
    }
  };
  expect(await told('nobody@example.org')).toEqual(await told('ada@example.org'));
});

test('does the slow work of hashing once, whether somebody has the address or not', async () => {
  const { signIn, passwords } = await door();
  const workOf = async (email: string) => {
    const before = passwords.work();
    await signIn(email, 'a wrong password').catch(() => null);
    return passwords.work() - before;
  };
  expect([await workOf('ada@example.org'), await workOf('nobody@example.org')]).toEqual([1, 1]);
});

test('a password is kept as its scrypt hash with its own salt', async () => {
  const [one, other] = [await scrypt.hash(PASSWORD), await scrypt.hash(PASSWORD)];
  expect(one).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  expect(one).not.toBe(other);
  expect([await scrypt.verify(PASSWORD, one), await scrypt.verify('another', one)]).toEqual([true, false]);
});

test('a session ends for better-auth when our operations end it', async () => {
  const { db, auth, signIn, userId } = await door();
  const { headers } = await signIn('ada@example.org', PASSWORD);
  await db.write((tx) => tx.authSession.deleteMany({ where: { userId } }));
  expect(await auth.api.getSession({ headers: cookieOf(headers) })).toBeNull();
});
