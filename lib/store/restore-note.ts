import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sync } from './sync';

const RestoreNote = z.object({
  id: z.string(),
  restoredAt: z.number().int(),
  backupAt: z.number().int(),
  erased: z.array(z.object({ learnerId: z.string(), erasedAt: z.number().int() })),
});

/**
 * What the database that was replaced knew and the backup cannot know: who asked to be forgotten since. `backupAt` is
 * when the backup was made, 0 when that is not known. It lies beside the database until a server has seen to it: the
 * backup may be of an older schema, so that it has to be migrated first.
 */
export type RestoreNote = Readonly<z.output<typeof RestoreNote>>;

/** Where the note of a database lies. */
export function restoreNoteFile(databaseFile: string): string {
  return `${databaseFile}.restored.json`;
}

/** The note beside a database; null when there is none. Throws when it cannot be read: nobody may be brought back. */
export async function findRestoreNote(databaseFile: string): Promise<RestoreNote | null> {
  try {
    return RestoreNote.parse(JSON.parse(await fs.readFile(restoreNoteFile(databaseFile), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Leaves the note, on disk when this resolves. */
export async function leaveRestoreNote(databaseFile: string, note: RestoreNote): Promise<void> {
  const file = restoreNoteFile(databaseFile);
  const part = `${file}.part`;
  await fs.writeFile(part, JSON.stringify(note), { mode: 0o600 });
  await sync(part);
  await fs.rename(part, file);
  await sync(path.dirname(file));
}

/** Removes the note: all of it was seen to. */
export function removeRestoreNote(databaseFile: string): Promise<void> {
  return fs.rm(restoreNoteFile(databaseFile), { force: true });
}
