import { type Account, deviceName, type OpenSession } from '@/lib/accounts/account';
import { type Role, roleOf } from '@/lib/accounts/actor';
import type { LearnerId, SessionId, UserId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { AuthUserModel } from './generated/models';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** Under this name better-auth keeps passwords. */
const PASSWORD_PROVIDER = 'credential';

/** What reads accounts: the reader, or a transaction that is about to change them. */
type Accounts = Pick<Reader, 'authUser' | 'authAccount'>;

/** The account and its learner; null when there is no such account. */
export async function findAccount(
  read: Accounts,
  userId: UserId,
): Promise<(Account & Readonly<{ learnerId: LearnerId | null }>) | null> {
  const row = await read.authUser.findUnique({ where: { id: userId }, include: { learner: true } });
  if (row === null) return null;
  return { ...accountOf(row), learnerId: (row.learner?.id ?? null) as LearnerId | null };
}

/** The account under an e-mail address in its one spelling; null when there is none. */
export async function findAccountByEmail(read: Accounts, email: string): Promise<Account | null> {
  const row = await read.authUser.findUnique({ where: { email } });
  return row === null ? null : accountOf(row);
}

/** Accounts whose address contains `search`, oldest first, at most `limit`. */
export async function searchAccounts(
  read: Accounts,
  query: Readonly<{ search: string; limit: number }>,
): Promise<readonly Account[]> {
  const rows = await read.authUser.findMany({
    where: { email: { contains: query.search } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: query.limit,
  });
  return rows.map(accountOf);
}

/** The addresses of the accounts of these learners; a guest has none. */
export async function emailsOf(
  read: Pick<Reader, 'learner'>,
  learners: readonly LearnerId[],
): Promise<ReadonlyMap<LearnerId, string>> {
  const rows = await read.learner.findMany({
    where: { id: { in: [...new Set(learners)] }, authUserId: { not: null } },
    select: { id: true, authUser: { select: { email: true } } },
  });
  return new Map(
    rows.flatMap(({ id, authUser }) => (authUser === null ? [] : [[id as LearnerId, authUser.email]])),
  );
}

/** How many accounts there are, and how many of them are admins'. */
export async function countAccounts(read: Accounts): Promise<Readonly<{ all: number; admins: number }>> {
  const all = await read.authUser.count();
  return { all, admins: await read.authUser.count({ where: { role: 'admin' } }) };
}

/** Files a new account with its password's hash, as better-auth would. The address must be free. */
export async function createAccount(
  tx: WriteTx,
  account: Readonly<{
    userId: UserId;
    credentialId: string;
    email: string;
    role: Role;
    passwordHash: string;
    at: Instant;
  }>,
): Promise<void> {
  const { userId, email, role, passwordHash } = account;
  const at = new Date(account.at);
  const dates = { createdAt: at, updatedAt: at };
  await tx.authUser.create({
    data: { id: userId, name: email, email, emailVerified: false, role, ...dates },
  });
  await tx.authAccount.create({
    data: {
      id: account.credentialId,
      accountId: userId,
      providerId: PASSWORD_PROVIDER,
      userId,
      password: passwordHash,
      ...dates,
    },
  });
}

/** The hash of the account's password; null when there is none. */
export async function findPasswordHash(read: Accounts, userId: UserId): Promise<string | null> {
  const row = await read.authAccount.findFirst({ where: { userId, providerId: PASSWORD_PROVIDER } });
  return row?.password ?? null;
}

/** Sets the password and ends every session but `keep`: whoever knew the old one is out. */
export async function replacePassword(
  tx: WriteTx,
  change: Readonly<{ userId: UserId; passwordHash: string; keep: SessionId | null; at: Instant }>,
): Promise<void> {
  const { userId, keep } = change;
  await tx.authAccount.updateMany({
    where: { userId, providerId: PASSWORD_PROVIDER },
    data: { password: change.passwordHash, updatedAt: new Date(change.at) },
  });
  await tx.authSession.deleteMany({ where: { userId, ...(keep === null ? {} : { id: { not: keep } }) } });
}

/** Makes the account a student, instructor or admin from the next request on. */
export async function setRole(tx: WriteTx, userId: UserId, role: Role): Promise<void> {
  await tx.authUser.update({ where: { id: userId }, data: { role } });
}

/** The browsers in which the account is signed in at `now`, the latest first. */
export async function openSessions(
  read: Reader,
  query: Readonly<{ userId: UserId; here: SessionId; now: Instant }>,
): Promise<readonly OpenSession[]> {
  const rows = await read.authSession.findMany({
    where: { userId: query.userId, expiresAt: { gt: new Date(query.now) } },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ id, userAgent, createdAt }) => ({
    id: id as SessionId,
    device: deviceName(userAgent ?? ''),
    signedInAt: createdAt.getTime(),
    here: id === query.here,
  }));
}

/** Ends one session of the account; false when it has no such session. */
export async function endSession(tx: WriteTx, userId: UserId, id: SessionId): Promise<boolean> {
  const { count } = await tx.authSession.deleteMany({ where: { id, userId } });
  return count > 0;
}

function accountOf(row: AuthUserModel): Account {
  return {
    userId: row.id as UserId,
    email: row.email,
    role: roleOf(row.role),
    createdAt: row.createdAt.getTime(),
  };
}
