import type { Passwords } from '@/lib/accounts/passwords';
import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { countAccounts } from '@/lib/db/accounts';
import { eraseAccount, eraseLearner } from '@/lib/db/erasing';
import type { Ctx } from '../ctx';
import type { TooMany } from './admit-attempt';
import { confirmPassword } from './confirm-password';

/**
 * Deletes the actor's learner with everything it did, and the account if there is one; nothing brings it back. An
 * account has to give its password. The last admin stays as long as there is anybody to be admin for.
 */
export async function eraseOwnData(
  ctx: Ctx,
  input: Readonly<{ password: string; network: string | null }>,
  passwords: Passwords,
): Promise<Result<null, TooMany | Readonly<{ why: 'not-allowed' | 'wrong-password' | 'last-admin' }>>> {
  const { actor } = ctx;
  if (actor.kind !== 'learner' || !may(actor, 'erase own data')) return refuse({ why: 'not-allowed' });
  const { learnerId, account } = actor;
  if (account !== undefined) {
    const checked = await confirmPassword(ctx, account, input, passwords);
    if (!checked.ok) return checked;
  }
  return ctx.db.write(async (tx) => {
    if (account?.role === 'admin') {
      const { all, admins } = await countAccounts(tx);
      if (admins === 1 && all > 1) return refuse({ why: 'last-admin' });
    }
    await eraseLearner(tx, learnerId, ctx.now);
    if (account !== undefined) await eraseAccount(tx, account.userId);
    return ok(null);
  });
}
