import type { LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { connect, type Db } from '@/lib/db/connect';
import { isDatabaseBusy, type Patience } from '@/lib/db/writer';

/** Who asks. Operations decide what each may do; nothing before them does. */
export type Actor =
  | Readonly<{ kind: 'nobody' }>
  | Readonly<{ kind: 'learner'; learnerId: LearnerId }>
  /** A person at the machine: the command line, and jobs the server runs by itself. */
  | Readonly<{ kind: 'operator' }>;

/**
 * What an operation is given beside its input: built once for each request or command, so that a request has one
 * instant and one actor. `newId` mints a UUID (version 7).
 */
export type Ctx = Readonly<{ db: Db; actor: Actor; now: Instant; newId: () => string }>;

/**
 * Opens the database for the operations of this process. `file` is an absolute path of a migrated SQLite file;
 * `patience` how long to wait while another process writes.
 */
export function openDatabase(file: string, patience: Patience = {}): Promise<Db> {
  return connect(file, patience);
}

export { type Db, isDatabaseBusy };
