import type { Account } from '@/lib/accounts/account';
import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { countAccounts, searchAccounts } from '@/lib/db/accounts';
import type { Ctx } from '../ctx';

/** More than a page shows; a search finds the rest. */
const LIMIT = 100;

/** The accounts whose address contains `search`, oldest first, at most a hundred, and how many there are in all. */
export async function listAccounts(
  ctx: Ctx,
  input: Readonly<{ search: string }>,
): Promise<Result<Readonly<{ accounts: readonly Account[]; all: number }>, 'not-allowed'>> {
  if (!may(ctx.actor, 'manage accounts')) return refuse('not-allowed');
  const search = input.search.trim().toLowerCase();
  const [accounts, { all }] = await Promise.all([
    searchAccounts(ctx.db.read, { search, limit: LIMIT }),
    countAccounts(ctx.db.read),
  ]);
  return ok({ accounts, all });
}
