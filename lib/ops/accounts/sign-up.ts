import type { Role } from '@/lib/accounts/actor';
import type { Registration } from '@/lib/accounts/inputs';
import type { Passwords } from '@/lib/accounts/passwords';
import { may } from '@/lib/accounts/permissions';
import { sameSecret } from '@/lib/accounts/secrets';
import type { LearnerId, UserId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { TimeZone } from '@/lib/base/time';
import { countAccounts, createAccount, findAccountByEmail } from '@/lib/db/accounts';
import { adoptGuest, createLearner } from '@/lib/db/learners';
import { keepParameterSet } from '@/lib/db/parameter-sets';
import type { WriteTx } from '@/lib/db/writer';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { isTimeZone } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { admitAttempt, type TooMany } from './admit-attempt';

export type SignUpInput = Registration &
  Readonly<{
    network: string | null;
    tz: TimeZone;
    /** The token that makes an admin, as this server was started with; null when it has none. */
    serverToken: string | null;
  }>;

export type SignUpRefusal = TooMany | Readonly<{ why: 'not-allowed' | 'email-taken' | 'wrong-admin-token' }>;

/**
 * Makes an account. A guest's learner becomes the account's with all its history, and its cookie opens it no longer;
 * anybody else gets a new learner. Account, password and learner come to be in one transaction or not at all.
 * The admin token counts only while there is no admin.
 */
export async function signUp(
  ctx: Ctx,
  input: SignUpInput,
  passwords: Passwords,
): Promise<Result<Readonly<{ userId: UserId; learnerId: LearnerId; role: Role }>, SignUpRefusal>> {
  if (!may(ctx.actor, 'sign up')) return refuse({ why: 'not-allowed' });
  const admitted = await admitAttempt(ctx, { kind: 'sign-up', network: input.network, account: null });
  if (!admitted.ok) return admitted;
  // Hashed before anything is looked up: a known address takes as long as an unknown one.
  const passwordHash = await passwords.hash(input.password);
  const userId = ctx.newId() as UserId;
  return ctx.db.write(async (tx) => {
    if ((await findAccountByEmail(tx, input.email)) !== null) return refuse({ why: 'email-taken' });
    const role = await roleFor(tx, input);
    if (role === null) return refuse({ why: 'wrong-admin-token' });
    const { email } = input;
    await createAccount(tx, { userId, credentialId: ctx.newId(), email, role, passwordHash, at: ctx.now });
    return ok({ userId, learnerId: await learnerFor(tx, ctx, userId, input.tz), role });
  });
}

async function roleFor(tx: WriteTx, { adminToken, serverToken }: SignUpInput): Promise<Role | null> {
  if (adminToken === '') return 'student';
  if (serverToken === null || !sameSecret(adminToken, serverToken)) return null;
  return (await countAccounts(tx)).admins === 0 ? 'admin' : null;
}

async function learnerFor(tx: WriteTx, ctx: Ctx, userId: UserId, tz: TimeZone): Promise<LearnerId> {
  if (ctx.actor.kind === 'learner' && (await adoptGuest(tx, ctx.actor.learnerId, userId))) {
    return ctx.actor.learnerId;
  }
  const learnerId = ctx.newId() as LearnerId;
  await keepParameterSet(tx, DEFAULT_PARAMS);
  await createLearner(tx, {
    learnerId,
    reachedBy: { userId },
    tz: isTimeZone(tz) ? tz : 'UTC',
    parameterSetId: DEFAULT_PARAMS.id,
    createdAt: ctx.now,
  });
  return learnerId;
}
