import Database from 'better-sqlite3';

/** The server process that owns a database file: its process id, and when it began as ISO text. */
export type Owner = Readonly<{ pid: number; since: string }>;

/** Thrown when another process owns the file. `owner` is null when it has not said yet who it is. */
export class DatabaseOwned extends Error {
  override readonly name = 'DatabaseOwned';
  constructor(
    file: string,
    readonly owner: Owner | null,
  ) {
    const who = owner === null ? 'another server' : `a server (process ${owner.pid}, since ${owner.since})`;
    super(`${file} is in use by ${who}: stop it first, or set DATABASE_URL to another file.`);
  }
}

/**
 * Makes this process the owner of the database file until `release` or the end of the process, however it ends.
 * Throws `DatabaseOwned` when there is an owner. Commands that only write in transactions need no ownership.
 *
 * The lock is a small SQLite file beside the database that is kept locked: the operating system lets go of it when the
 * process dies, so a lock can be neither stale nor stolen by a process that got the same number. The file stays.
 */
export function ownDatabase(file: string, me: Owner): Readonly<{ release: () => void }> {
  const lock = new Database(lockFile(file), { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN IMMEDIATE');
    lock.exec('CREATE TABLE IF NOT EXISTS "Owner" ("pid" INTEGER NOT NULL, "since" TEXT NOT NULL)');
    lock.exec('DELETE FROM "Owner"');
    lock.prepare('INSERT INTO "Owner" VALUES (?, ?)').run(me.pid, me.since);
    // Others read who it is only once that is committed; whoever slips in between makes the second BEGIN fail.
    lock.exec('COMMIT');
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const owner = isLocked(error) ? readOwner(lock) : null;
    lock.close();
    if (isLocked(error)) throw new DatabaseOwned(file, owner);
    throw error;
  }
  return { release: () => lock.close() };
}

/** The path of the lock of a database file. */
export function lockFile(file: string): string {
  return `${file}.lock`;
}

function readOwner(lock: Database.Database): Owner | null {
  try {
    return (lock.prepare('SELECT "pid", "since" FROM "Owner"').get() as Owner | undefined) ?? null;
  } catch {
    return null;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
