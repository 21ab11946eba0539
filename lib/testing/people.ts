import { v7 } from 'uuid';
import type { Role } from '@/lib/accounts/actor';
import type { SessionId, UserId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { identifyAccount } from '@/lib/ops/accounts/identify-account';
import { signUp } from '@/lib/ops/accounts/sign-up';
import type { Actor } from '@/lib/ops/ctx';
import { countingPasswords } from './passwords';
import { ctxOf, NOW } from './study';

export const PASSWORD = 'a long enough password';

type Person = Extract<Actor, { kind: 'learner' }> &
  Required<Pick<Extract<Actor, { kind: 'learner' }>, 'account'>>;

/** Somebody who has signed up, from the place of `from`, and sits at a browser in which they are signed in. */
export async function person(
  db: Db,
  email: string,
  { role = 'student', from = { kind: 'nobody' } }: Readonly<{ role?: Role; from?: Actor }> = {},
): Promise<Person> {
  const input = { email, password: PASSWORD, adminToken: '', network: v7(), tz: 'UTC', serverToken: null };
  const made = await signUp(ctxOf(db, from), input, countingPasswords());
  if (!made.ok) throw new Error(made.error.why);
  const { userId } = made.value;
  await db.write((tx) => tx.authUser.update({ where: { id: userId }, data: { role } }));
  const actor = await identifyAccount({ db }, { userId, sessionId: await openSession(db, userId) });
  if (actor.kind !== 'learner' || actor.account === undefined) throw new Error('Nobody has signed in.');
  return { ...actor, account: actor.account };
}

/** Signs the account in in one more browser. */
export async function openSession(db: Db, userId: UserId, at: Instant = NOW): Promise<SessionId> {
  const id = v7() as SessionId;
  const dates = { createdAt: new Date(at), updatedAt: new Date(at), expiresAt: new Date(at + 86_400_000) };
  await db.write((tx) =>
    tx.authSession.create({ data: { id, token: v7(), userId, userAgent: 'Firefox/140 Linux', ...dates } }),
  );
  return id;
}
