import { may } from '@/lib/accounts/permissions';
import type { SessionId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { endSession } from '@/lib/db/accounts';
import type { Ctx } from '../ctx';

/** Signs the actor out in one of their browsers. Somebody else's session is answered like one that does not exist. */
export async function revokeSession(
  ctx: Ctx,
  input: Readonly<{ sessionId: SessionId }>,
): Promise<Result<null, 'not-allowed' | 'no-such-session'>> {
  const account = ctx.actor.kind === 'learner' ? ctx.actor.account : undefined;
  if (account === undefined || !may(ctx.actor, 'look after own account')) return refuse('not-allowed');
  const ended = await ctx.db.write((tx) => endSession(tx, account.userId, input.sessionId));
  return ended ? ok(null) : refuse('no-such-session');
}
