import { ok, type Result, refuse } from '@/lib/base/result';
import { DAY_MS } from '@/lib/base/time';
import { deleteIdleGuests } from '@/lib/db/idle-guests';
import type { Ctx } from '../ctx';

/** How long a guest may look around before the empty place is given up. Days. */
export const IDLE_DAYS = 7;
/** How many go in one transaction, so that answers never wait long behind it. */
const AT_A_TIME = 200;

/**
 * Removes guests who came more than seven days ago and never did anything; returns how many. Whoever answered a card or
 * began a block of cases once is kept for ever. Only an operator may.
 */
export async function removeIdleGuests(ctx: Ctx): Promise<Result<number, 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  const before = ctx.now - IDLE_DAYS * DAY_MS;
  let removed = 0;
  for (;;) {
    const some = await ctx.db.write((tx) => deleteIdleGuests(tx, before, AT_A_TIME));
    removed += some;
    if (some < AT_A_TIME) return ok(removed);
  }
}
