import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Backup, type BackupReason, backupName, backupOf } from './backup-names';
import { dispensable } from './retention';
import { sync } from './sync';

/** What the live database held just before it was copied: a copy that holds less is not whole. Rows by table. */
const Watermark = z.object({ counts: z.record(z.string(), z.number().int().nonnegative()) });
export type Watermark = Readonly<z.output<typeof Watermark>>;

/**
 * Makes a backup in `folder`: `copy` writes the database to the path it is given; only then, synced to disk, does the
 * file get its name. A crash leaves at most a file that ends in `.part`, which the next backup removes.
 */
export async function keepBackup(
  folder: string,
  backup: Readonly<{ createdAt: number; reason: BackupReason; watermark: Watermark }>,
  copy: (to: string) => Promise<void>,
): Promise<string> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  await removeParts(folder);
  const file = path.join(folder, backupName(backup.createdAt, backup.reason));
  const part = `${file}.part`;
  await copy(part);
  await fs.chmod(part, 0o600);
  await sync(part);
  await fs.writeFile(watermarkFile(file), JSON.stringify(backup.watermark), { mode: 0o600 });
  await sync(watermarkFile(file));
  await fs.rename(part, file);
  await sync(folder);
  return file;
}

/** The backups in `folder`, newest first; none when there is no such folder. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = await fs.readdir(folder).catch(() => []);
  return names.flatMap((name) => backupOf(name) ?? []).sort((a, b) => b.createdAt - a.createdAt);
}

/** Deletes the backups that are no longer needed; returns their names. */
export async function pruneBackups(folder: string): Promise<readonly string[]> {
  const gone = dispensable(await listBackups(folder));
  for (const { name } of gone) {
    await fs.rm(path.join(folder, name), { force: true });
    await fs.rm(watermarkFile(path.join(folder, name)), { force: true });
  }
  return gone.map(({ name }) => name);
}

/** What was written down when the backup was made; null for a file that came without. */
export async function watermarkOf(file: string): Promise<Watermark | null> {
  const text = await fs.readFile(watermarkFile(file), 'utf8').catch(() => null);
  return text === null ? null : Watermark.parse(JSON.parse(text));
}

/** A copy of `file` at `to` that only its owner may read, on disk when this resolves, under its name only when whole. */
export async function placeFile(file: string, to: string): Promise<void> {
  const part = `${to}.part`;
  await fs.copyFile(file, part);
  await fs.chmod(part, 0o600);
  await sync(part);
  await fs.rename(part, to);
  await sync(path.dirname(to));
}

/** Moves a database and what SQLite keeps beside it out of the way; returns the new path, null when there is none. */
export async function putAside(file: string, suffix: string): Promise<string | null> {
  const aside = `${file}.${suffix}`;
  try {
    await fs.rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  for (const journal of ['-wal', '-shm']) {
    await fs.rename(file + journal, aside + journal).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  return aside;
}

function watermarkFile(file: string): string {
  return `${file}.json`;
}

async function removeParts(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    if (name.endsWith('.db.part')) await fs.rm(path.join(folder, name), { force: true });
  }
}
