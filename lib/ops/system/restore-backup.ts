import path from 'node:path';
import { ok, type Result, refuse } from '@/lib/base/result';
import { erasuresIn, findDamage, settleDatabase } from '@/lib/db/database-file';
import { DatabaseOwned, ownDatabase } from '@/lib/db/ownership';
import { backupName, backupOf } from '@/lib/store/backup-names';
import { placeFile, putAside } from '@/lib/store/backups';
import { copyMedia, mediaFolderOf } from '@/lib/store/media';
import { findRestoreNote, leaveRestoreNote } from '@/lib/store/restore-note';
import type { Ctx } from '../ctx';

export type RestoreRefusal =
  | Readonly<{ why: 'not-allowed' }>
  /** A server owns the database; the sentence says which. */
  | Readonly<{ why: 'owned'; message: string }>
  | Readonly<{ why: 'damaged'; damage: readonly string[] }>;

/**
 * What a restore did. `replaced` is where the replaced file is, null when there was none. `erasures` counts the people
 * whom it knew to be forgotten and who are forgotten again at the next start; null when it could not be read.
 */
export type Restored = Readonly<{ replaced: string | null; erasures: number | null }>;

/**
 * Puts a backup in the place of the database, which is kept beside it: nothing is deleted. A note beside it tells the
 * next server (`finishRestore`) whom to forget again and from when on devices are asked for what they keep. Refuses
 * while a server owns the database and when the backup is damaged. `pid` is this process, which owns the database
 * meanwhile. Only an operator may.
 */
export async function restoreBackup(
  ctx: Pick<Ctx, 'actor' | 'now' | 'newId'>,
  input: Readonly<{ backupFile: string; databaseFile: string; pid: number }>,
): Promise<Result<Restored, RestoreRefusal>> {
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
    const erased = await noteRestore(ctx, backupFile, databaseFile);
    const suffix = `replaced-${backupName(ctx.now, 'manual').replace(/^hornbook-|-manual\.db$/g, '')}`;
    const replaced = await putAside(databaseFile, suffix);
    await copyMedia(mediaFolderOf(backupFile), mediaFolderOf(databaseFile));
    await placeFile(backupFile, databaseFile);
    return ok({ replaced, erasures: replaced === null ? 0 : erased });
  } finally {
    owned.release();
  }
}

/** Left before anything is replaced: interrupted after it, it only says again what holds already. */
async function noteRestore(
  { now, newId }: Pick<Ctx, 'now' | 'newId'>,
  backupFile: string,
  databaseFile: string,
): Promise<number | null> {
  const erasures = await erasuresIn(databaseFile);
  // A restore that no server has finished yet: what its note says holds as well.
  const before = await findRestoreNote(databaseFile);
  const backupAt = backupOf(path.basename(backupFile))?.createdAt ?? 0;
  const erased = [...(before?.erased ?? []), ...(erasures ?? [])];
  await leaveRestoreNote(databaseFile, {
    id: newId(),
    restoredAt: now,
    backupAt: Math.min(backupAt, before?.backupAt ?? backupAt),
    erased: [...new Map(erased.map((one) => [one.learnerId, one])).values()],
  });
  return erasures?.length ?? null;
}
