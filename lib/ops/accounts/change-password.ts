import type { Passwords } from '@/lib/accounts/passwords';
import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findPasswordHash, replacePassword } from '@/lib/db/accounts';
import { forgetResetLinks } from '@/lib/db/reset-links';
import type { Ctx } from '../ctx';
import type { TooMany } from './admit-attempt';
import { confirmPassword } from './confirm-password';

/**
 * Gives the actor's account a new password, if the present one is known. Every other session ends, and links for a
 * forgotten password stop working.
 */
export async function changePassword(
  ctx: Ctx,
  input: Readonly<{ present: string; chosen: string; network: string | null }>,
  passwords: Passwords,
): Promise<Result<null, TooMany | Readonly<{ why: 'not-allowed' | 'wrong-password' }>>> {
  const account = ctx.actor.kind === 'learner' ? ctx.actor.account : undefined;
  if (account === undefined || !may(ctx.actor, 'look after own account'))
    return refuse({ why: 'not-allowed' });
  const { userId, sessionId } = account;
  const given = { password: input.present, network: input.network };
  const checked = await confirmPassword(ctx, account, given, passwords);
  if (!checked.ok) return checked;
  const passwordHash = await passwords.hash(input.chosen);
  return ctx.db.write(async (tx) => {
    // Somebody else may have changed it while this one was being hashed.
    if ((await findPasswordHash(tx, userId)) !== checked.value) return refuse({ why: 'wrong-password' });
    await replacePassword(tx, { userId, passwordHash, keep: sessionId, at: ctx.now });
    await forgetResetLinks(tx, userId);
    return ok(null);
  });
}
