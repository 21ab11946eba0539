import type { Role } from '@/lib/accounts/actor';
import { may } from '@/lib/accounts/permissions';
import type { UserId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { countAccounts, findAccount, setRole } from '@/lib/db/accounts';
import type { Ctx } from '../ctx';

/** Gives an account another role, from its next request on. The last admin stays admin. */
export async function changeRole(
  ctx: Ctx,
  input: Readonly<{ userId: UserId; role: Role }>,
): Promise<Result<null, 'not-allowed' | 'no-such-account' | 'last-admin'>> {
  if (!may(ctx.actor, 'manage accounts')) return refuse('not-allowed');
  return ctx.db.write(async (tx) => {
    const account = await findAccount(tx, input.userId);
    if (account === null) return refuse('no-such-account');
    const leaves = account.role === 'admin' && input.role !== 'admin';
    if (leaves && (await countAccounts(tx)).admins === 1) return refuse('last-admin');
    await setRole(tx, input.userId, input.role);
    return ok(null);
  });
}
