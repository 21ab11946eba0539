import fs from 'node:fs/promises';
import path from 'node:path';
import { placeFile } from './backups';
import { sync } from './sync';

/**
 * Where the bitmaps of a database lie: beside it, so that whoever moves the folder moves both. Each file is named by
 * the SHA-256 of its bytes and never changes. A backup is a database, and has its media beside it too.
 */
export function mediaFolderOf(databaseFile: string): string {
  return path.join(path.dirname(databaseFile), 'media');
}

/**
 * Puts a media file where it belongs; on disk when this resolves. It has its name only when it is whole, so a crash
 * leaves at most a file that ends in `.part`, which the next attempt writes over.
 */
export async function keepMedia(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, hash);
  if (await isThere(file)) return;
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  await fs.writeFile(part, bytes, { mode: 0o600 });
  await sync(part);
  await fs.rename(part, file);
  await sync(folder);
}

/** The bytes of a media file; null when it is not there. */
export async function readMediaFile(folder: string, hash: string): Promise<Uint8Array | null> {
  return fs.readFile(path.join(folder, hash)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/** Copies the media files that `to` does not have yet, each on disk under its name only when whole. */
export async function copyMedia(from: string, to: string): Promise<void> {
  const names = (await fs.readdir(from).catch(() => [])).filter((name) => IS_HASH.test(name));
  if (names.length > 0) await fs.mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) {
    if (!(await isThere(path.join(to, name)))) await placeFile(path.join(from, name), path.join(to, name));
  }
}

const IS_HASH = /^[0-9a-f]{64}$/;

async function isThere(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}
