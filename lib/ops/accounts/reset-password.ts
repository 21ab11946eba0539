import type { Passwords } from '@/lib/accounts/passwords';
import { may } from '@/lib/accounts/permissions';
import { secretHash } from '@/lib/accounts/secrets';
import { ok, type Result, refuse } from '@/lib/base/result';
import { replacePassword } from '@/lib/db/accounts';
import { findResetLink, forgetResetLinks } from '@/lib/db/reset-links';
import type { Ctx } from '../ctx';
import { admitAttempt, type TooMany } from './admit-attempt';

/** Sets the password of the account that the code of a reset link belongs to. The link is used up; all sessions end. */
export async function resetPassword(
  ctx: Ctx,
  input: Readonly<{ code: string; chosen: string; network: string | null }>,
  passwords: Passwords,
): Promise<Result<null, TooMany | Readonly<{ why: 'not-allowed' | 'bad-code' }>>> {
  if (!may(ctx.actor, 'use a reset link')) return refuse({ why: 'not-allowed' });
  const admitted = await admitAttempt(ctx, { kind: 'reset', network: input.network, account: null });
  if (!admitted.ok) return admitted;
  const codeHash = secretHash(input.code);
  const passwordHash = await passwords.hash(input.chosen);
  return ctx.db.write(async (tx) => {
    const userId = await findResetLink(tx, codeHash, ctx.now);
    if (userId === null) return refuse({ why: 'bad-code' });
    await forgetResetLinks(tx, userId);
    await replacePassword(tx, { userId, passwordHash, keep: null, at: ctx.now });
    return ok(null);
  });
}
