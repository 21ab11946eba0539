import { assertSound } from './assert-sound';
import { type Gather, GroupWriter } from './group-writer';
import { openReader, type Reader } from './reader';
import { DatabaseUnwritable, openWriter, type Patience, type WriteTx } from './writer';

/**
 * One open database file: a reader that sees only what is committed, and a writer that is reached only through
 * `write`. No other way to change a row exists.
 */
export type Db = Readonly<{
  /** The open file, an absolute path. */
  file: string;
  read: Reader;
  /**
   * Runs `body` in one transaction that holds the write lock from its start and is on disk when this resolves.
   * `body` must be repeatable: it is run again, at most three times in all, when another process held the file.
   * It must not await anything but the transaction.
   */
  write: <T>(body: (tx: WriteTx) => Promise<T>) => Promise<T>;
  /**
   * Runs many callers' jobs of one kind in one transaction. `body` gets the jobs that came together and returns one
   * outcome for each, in order. Jobs whose group fails are run in smaller groups, so that one bad job harms only itself.
   */
  writeGrouped: <Job, Outcome>(body: GroupBody<Job, Outcome>, job: Job) => Promise<Outcome>;
  /** From now on every write is refused with `DatabaseUnwritable`. There is no way back but a restart. */
  stopWriting: () => void;
  /** False once writing was stopped. */
  isWriting: () => boolean;
  close: () => Promise<void>;
}>;

/** How a file is opened; `gather` says when jobs that came together are committed: at the next turn if left out. */
export type Opening = Patience & Readonly<{ gather?: Gather }>;

export type GroupBody<Job, Outcome> = (tx: WriteTx, jobs: readonly Job[]) => Promise<readonly Outcome[]>;

/**
 * Opens the SQLite file (an absolute path; it must exist and be migrated) and refuses to go on unless it keeps its
 * promises: WAL, `synchronous=FULL`, foreign keys, the append-only triggers.
 */
export async function connect(file: string, opening: Opening = {}): Promise<Db> {
  const writer = await openWriter(file, opening);
  let read: Reader;
  try {
    await assertSound(writer.write);
    read = await openReader(file);
  } catch (error) {
    await writer.close();
    throw error;
  }
  let stopped = false;
  const write: Db['write'] = (body) => {
    if (stopped) return Promise.reject(new DatabaseUnwritable('The database was found damaged.'));
    return writer.write(body);
  };
  const groups = new Map<unknown, GroupWriter<unknown, unknown>>();
  return {
    file,
    read,
    write,
    writeGrouped<Job, Outcome>(body: GroupBody<Job, Outcome>, job: Job) {
      const group = (groups.get(body) ?? new GroupWriter(write, body, opening.gather)) as GroupWriter<
        Job,
        Outcome
      >;
      groups.set(body, group as GroupWriter<unknown, unknown>);
      return group.add(job);
    },
    stopWriting() {
      stopped = true;
    },
    isWriting: () => !stopped,
    async close() {
      await Promise.all([read.$disconnect(), writer.close()]);
    },
  };
}
