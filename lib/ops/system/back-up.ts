import path from 'node:path';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Instant } from '@/lib/base/time';
import { type Counts, copyDatabase, countRows } from '@/lib/db/database-file';
import type { BackupReason } from '@/lib/store/backup-names';
import { keepBackup, listBackups, pruneBackups } from '@/lib/store/backups';
import { copyMedia, mediaFolderOf } from '@/lib/store/media';
import type { Ctx } from '../ctx';

/** Where the backup is, what the database held when it was made, and the older backups it made dispensable. */
export type MadeBackup = Readonly<{ file: string; counts: Counts; removed: readonly string[] }>;

/**
 * Copies the database file into `folder` while others may read and write it, and what its media folder has there lacks;
 * thins out the older backups, but no media. The database is not opened for writing and may be of an older schema. Only an operator may.
 */
export async function backUp(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  input: Readonly<{ databaseFile: string; folder: string; reason: BackupReason }>,
): Promise<Result<MadeBackup, 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  const { databaseFile, folder, reason } = input;
  // Counted before the copy: the copy is of a later instant, so it must hold at least as much.
  const counts = await countRows(databaseFile);
  const backup = { createdAt: ctx.now, reason, watermark: { counts } };
  const file = await keepBackup(folder, backup, (to) => copyDatabase(databaseFile, to));
  // After the copy: every file that a row of the copy names is on disk before the row is.
  await copyMedia(mediaFolderOf(databaseFile), mediaFolderOf(file));
  return ok({ file, counts, removed: await pruneBackups(folder) });
}

/** When the newest backup of a reason was made; 0 when there is none. */
export async function lastBackupAt(folder: string, reason: BackupReason): Promise<Instant> {
  const backups = await listBackups(folder);
  return backups.find((backup) => backup.reason === reason)?.createdAt ?? 0;
}

/** The path of the newest backup in `folder`; null when there is none. */
export async function newestBackup(folder: string): Promise<string | null> {
  const [newest] = await listBackups(folder);
  return newest === undefined ? null : path.join(folder, newest.name);
}
