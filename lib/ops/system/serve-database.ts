import path from 'node:path';
import { findDamage } from '@/lib/db/database-file';
import { DatabaseOwned, type Owner, ownDatabase } from '@/lib/db/ownership';
import { diskUse, diskWarnings } from '@/lib/store/disk';
import { fileSystemWarning } from '@/lib/store/file-system';
import type { Db } from '../ctx';

/**
 * Makes this server the owner of the database file until it ends. Returns how to give it up, or, as a sentence, who owns
 * it already.
 */
export function takeOwnership(
  databaseFile: string,
  me: Owner,
): Readonly<{ release: () => void }> | Readonly<{ refused: string }> {
  try {
    return ownDatabase(databaseFile, me);
  } catch (error) {
    if (error instanceof DatabaseOwned) return { refused: error.message };
    throw error;
  }
}

/** A sentence when the database lies where it is not safe; null where nothing speaks against it. */
export function placeWarning(databaseFile: string): Promise<string | null> {
  return fileSystemWarning(path.dirname(databaseFile));
}

/**
 * Looks through the whole file for damage, off the event loop, and stops all writing when there is some: what is
 * written into a damaged file may be lost. Reading goes on. Returns the damage.
 */
export async function checkForDamage(db: Db, databaseFile: string): Promise<readonly string[]> {
  const damage = await findDamage(databaseFile, 'quick');
  if (damage.length > 0) db.stopWriting();
  return damage;
}

/** Sentences where the disk of the database is about to make trouble; none while all is well. */
export async function watchDisk(databaseFile: string): Promise<readonly string[]> {
  return diskWarnings(await diskUse(databaseFile));
}
