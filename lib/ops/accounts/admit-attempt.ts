import { type AttemptKind, counted, countersOf } from '@/lib/accounts/attempts';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findCount, forgetOldCounts, keepCount } from '@/lib/db/attempt-counts';
import type { Ctx } from '../ctx';

/** Something that is counted: from which network, and about which account (an e-mail address or a user id). */
export type Attempt = Readonly<{ kind: AttemptKind; network: string | null; account: string | null }>;

/** Refusal of an attempt, with the time until the next one is admitted. */
export type TooMany = Readonly<{ why: 'too-many'; waitMs: number }>;

/**
 * Counts an attempt before it is made, in one transaction, so that attempts at the same moment cannot all pass; the
 * counts are on disk and outlive a restart. Refuses when the network or the account has had too many. Anyone may.
 */
export async function admitAttempt(
  ctx: Pick<Ctx, 'db' | 'now'>,
  attempt: Attempt,
): Promise<Result<null, TooMany>> {
  const { kind, network, account } = attempt;
  const counters = countersOf({ kind, address: network, account });
  return ctx.db.write(async (tx) => {
    await forgetOldCounts(tx, ctx.now);
    for (const { key, limit } of counters) {
      const standing = await findCount(tx, key);
      if (counted(standing, limit, ctx.now) !== null) continue;
      return refuse({ why: 'too-many', waitMs: (standing?.expiresAt ?? ctx.now) - ctx.now });
    }
    for (const { key, limit } of counters) {
      const next = counted(await findCount(tx, key), limit, ctx.now);
      if (next !== null) await keepCount(tx, key, next);
    }
    return ok(null);
  });
}
