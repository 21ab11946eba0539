import type { LearnerId, UserId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { eraseAccount, eraseLearner } from './erasing';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** A backup took the place of the database: its id, and when that backup was made (0 when that is not known). */
export type Restoration = Readonly<{ id: string; backupAt: Instant }>;

/** The latest restoration; null when the database was never restored. */
export async function latestRestoration(read: Reader): Promise<Restoration | null> {
  const row = await read.restoration.findFirst({ orderBy: [{ restoredAt: 'desc' }, { id: 'desc' }] });
  return row === null ? null : { id: row.id, backupAt: Number(row.backupAt) };
}

/** Notes that a backup took the place of the database. Noted twice, it stands once. */
export async function noteRestoration(
  tx: WriteTx,
  { id, backupAt }: Restoration,
  restoredAt: Instant,
): Promise<void> {
  const data = { backupAt: BigInt(backupAt), restoredAt: BigInt(restoredAt) };
  await tx.restoration.upsert({ where: { id }, create: { id, ...data }, update: {} });
}

/**
 * Erases again whom a backup has brought back: learner, guests merged into it, account. False when nobody of that id is
 * there, which is as it should be.
 */
export async function eraseAgain(tx: WriteTx, learnerId: LearnerId, at: Instant): Promise<boolean> {
  const learner = await tx.learner.findUnique({ where: { id: learnerId }, select: { authUserId: true } });
  if (learner === null) return false;
  await eraseLearner(tx, learnerId, at);
  if (learner.authUserId !== null) await eraseAccount(tx, learner.authUserId as UserId);
  return true;
}
