import type { Account, OpenSession } from '@/lib/accounts/account';
import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { TimeZone } from '@/lib/base/time';
import { findAccount, openSessions } from '@/lib/db/accounts';
import { findLearner } from '@/lib/db/learners';
import type { Ctx } from '../ctx';

/** The actor's account, the browsers in which it is signed in, and the learner's zone. Refuses without an account. */
export async function getOwnAccount(
  ctx: Ctx,
): Promise<
  Result<Readonly<{ account: Account; sessions: readonly OpenSession[]; tz: TimeZone }>, 'not-allowed'>
> {
  const { actor } = ctx;
  if (actor.kind !== 'learner' || actor.account === undefined) return refuse('not-allowed');
  if (!may(actor, 'look after own account')) return refuse('not-allowed');
  const { userId, sessionId: here } = actor.account;
  const [account, sessions, learner] = await Promise.all([
    findAccount(ctx.db.read, userId),
    openSessions(ctx.db.read, { userId, here, now: ctx.now }),
    findLearner(ctx.db.read, actor.learnerId),
  ]);
  return account === null ? refuse('not-allowed') : ok({ account, sessions, tz: learner?.tz ?? 'UTC' });
}
