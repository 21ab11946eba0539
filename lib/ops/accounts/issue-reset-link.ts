import { may } from '@/lib/accounts/permissions';
import type { UserId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { type Instant, MINUTE_MS } from '@/lib/base/time';
import { findAccount } from '@/lib/db/accounts';
import { keepResetLink } from '@/lib/db/reset-links';
import type { Ctx } from '../ctx';

/** Long enough to be handed over and used while both are there. */
const VALID_MS = 15 * MINUTE_MS;

/**
 * Makes a link with which the account's person sets a new password, once, within a quarter of an hour. Only the hash of
 * the code is kept; an earlier link stops working. Returns until when it works.
 */
export async function issueResetLink(
  ctx: Ctx,
  input: Readonly<{ userId: UserId; codeHash: string }>,
): Promise<Result<Instant, 'not-allowed' | 'no-such-account'>> {
  if (!may(ctx.actor, 'manage accounts')) return refuse('not-allowed');
  const expiresAt = ctx.now + VALID_MS;
  return ctx.db.write(async (tx) => {
    if ((await findAccount(tx, input.userId)) === null) return refuse('no-such-account');
    await keepResetLink(tx, { ...input, id: ctx.newId(), at: ctx.now, expiresAt });
    return ok(expiresAt);
  });
}
