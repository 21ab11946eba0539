import type { Actor } from '@/lib/accounts/actor';
import type { Instant } from '@/lib/base/time';
import { connect, type Db, type Opening } from '@/lib/db/connect';
import { isDatabaseBusy } from '@/lib/db/writer';

/**
 * What an operation is given beside its input: built once for each request or command, so that a request has one
 * instant and one actor. `newId` mints a UUID (version 7).
 */
export type Ctx = Readonly<{ db: Db; actor: Actor; now: Instant; newId: () => string }>;

/**
 * Opens the database for the operations of this process. `file` is an absolute path of a migrated SQLite file;
 * `opening` how long to wait while another process writes, and when answers that came together are committed.
 */
export function openDatabase(file: string, opening: Opening = {}): Promise<Db> {
  return connect(file, opening);
}

export { type Actor, type Db, isDatabaseBusy };
