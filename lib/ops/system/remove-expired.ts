import { ok, type Result, refuse } from '@/lib/base/result';
import { deleteExpired } from '@/lib/db/expired';
import type { Ctx } from '../ctx';

/**
 * Removes what has run out: sessions, links for forgotten passwords, counts of attempts. Nobody could use them any more;
 * they hold addresses and browsers of people all the same. Returns how many sessions went. Only an operator may.
 */
export async function removeExpired(ctx: Ctx): Promise<Result<number, 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  return ok((await ctx.db.write((tx) => deleteExpired(tx, ctx.now))).sessions);
}
