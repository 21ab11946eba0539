import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { retireDeck, standingSlugs } from '@/lib/db/publishing';
import type { Ctx } from '../ctx';

/**
 * Retires every built-in deck whose slug is not among those present and returns the slugs retired. A deck whose standing
 * revision an operator published from elsewhere stays. Nothing is deleted: a deck
 * that is published again comes back with its cards and everybody's history. Only an operator may.
 */
export async function retireMissingDecks(
  ctx: Ctx,
  input: Readonly<{ present: readonly string[] }>,
): Promise<Result<readonly string[], 'not-allowed'>> {
  if (!may(ctx.actor, 'publish content')) return refuse('not-allowed');
  return ctx.db.write(async (tx) => {
    const missing = (await standingSlugs(tx, 'built-in')).filter((slug) => !input.present.includes(slug));
    for (const slug of missing) await retireDeck(tx, slug, ctx.now);
    return ok(missing);
  });
}
