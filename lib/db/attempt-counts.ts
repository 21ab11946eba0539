import type { Count } from '@/lib/accounts/attempts';
import type { Instant } from '@/lib/base/time';
import type { WriteTx } from './writer';

/** How often something was tried under a key; null when never, or so long ago that it was forgotten. */
export async function findCount(tx: WriteTx, key: string): Promise<Count | null> {
  const row = await tx.attemptCount.findUnique({ where: { key } });
  return row === null ? null : { count: row.count, expiresAt: Number(row.expiresAt) };
}

/** Keeps a count over what stood there. */
export async function keepCount(tx: WriteTx, key: string, { count, expiresAt }: Count): Promise<void> {
  const data = { count, expiresAt: BigInt(expiresAt) };
  await tx.attemptCount.upsert({ where: { key }, create: { key, ...data }, update: data });
}

/** Takes one attempt back under each key; it turned out to be honest. */
export async function giveBack(tx: WriteTx, keys: readonly string[]): Promise<void> {
  await tx.attemptCount.updateMany({
    where: { key: { in: [...keys] }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets the counts whose window has passed. */
export async function forgetOldCounts(tx: WriteTx, now: Instant): Promise<void> {
  await tx.attemptCount.deleteMany({ where: { expiresAt: { lte: BigInt(now) } } });
}
