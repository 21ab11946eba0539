import type { Instant } from '@/lib/base/time';
import { forgetOldCounts } from './attempt-counts';
import type { WriteTx } from './writer';

/** Deletes sessions and links that can no longer be used at `now`, and counts whose window has passed. */
export async function deleteExpired(tx: WriteTx, now: Instant): Promise<Readonly<{ sessions: number }>> {
  const expired = { expiresAt: { lte: new Date(now) } };
  const { count } = await tx.authSession.deleteMany({ where: expired });
  await tx.authVerification.deleteMany({ where: expired });
  await forgetOldCounts(tx, now);
  return { sessions: count };
}
