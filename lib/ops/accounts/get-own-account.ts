import type { Account, OpenSession } from '@/lib/accounts/account';
import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findAccount, openSessions } from '@/lib/db/accounts';
import type { Ctx } from '../ctx';

/** The actor's account and the browsers in which it is signed in. Refuses without an account. */
export async function getOwnAccount(
  ctx: Ctx,
): Promise<Result<Readonly<{ account: Account; sessions: readonly OpenSession[] }>, 'not-allowed'>> {
  const signedIn = ctx.actor.kind === 'learner' ? ctx.actor.account : undefined;
  if (signedIn === undefined || !may(ctx.actor, 'look after own account')) return refuse('not-allowed');
  const { userId, sessionId: here } = signedIn;
  const [account, sessions] = await Promise.all([
    findAccount(ctx.db.read, userId),
    openSessions(ctx.db.read, { userId, here, now: ctx.now }),
  ]);
  return account === null ? refuse('not-allowed') : ok({ account, sessions });
}
