import { ok, type Result, refuse } from '@/lib/base/result';
import { findDamage, settleDatabase } from '@/lib/db/database-file';
import { DatabaseOwned, ownDatabase } from '@/lib/db/ownership';
import { backupName } from '@/lib/store/backup-names';
import { placeFile, putAside } from '@/lib/store/backups';
import type { Ctx } from '../ctx';

export type RestoreRefusal =
  | Readonly<{ why: 'not-allowed' }>
  /** A server owns the database; the sentence says which. */
  | Readonly<{ why: 'owned'; message: string }>
  | Readonly<{ why: 'damaged'; damage: readonly string[] }>;

/**
 * Puts a backup in the place of the database, which is kept beside it: nothing is deleted. Returns where the replaced
 * file is, null when there was none. Refuses while a server owns the database and when the backup is damaged.
 * `pid` is this process, which owns the database meanwhile. Only an operator may.
 */
export async function restoreBackup(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  input: Readonly<{ backupFile: string; databaseFile: string; pid: number }>,
): Promise<Result<Readonly<{ replaced: string | null }>, RestoreRefusal>> {
  if (ctx.actor.kind !== 'operator') return refuse({ why: 'not-allowed' });
  const { backupFile, databaseFile, pid } = input;
  const damage = await findDamage(backupFile, 'full');
  if (damage.length > 0) return refuse({ why: 'damaged', damage });
  let owned: ReturnType<typeof ownDatabase>;
  try {
    owned = ownDatabase(databaseFile, { pid, since: new Date(ctx.now).toISOString() });
  } catch (error) {
    if (error instanceof DatabaseOwned) return refuse({ why: 'owned', message: error.message });
    throw error;
  }
  try {
    // A log that is left beside a file of another age would be applied to it. A damaged file keeps its log as it is.
    await settleDatabase(databaseFile).catch(() => undefined);
    const suffix = `replaced-${backupName(ctx.now, 'manual').replace(/^hornbook-|-manual\.db$/g, '')}`;
    const replaced = await putAside(databaseFile, suffix);
    await placeFile(backupFile, databaseFile);
    return ok({ replaced });
  } finally {
    owned.release();
  }
}
