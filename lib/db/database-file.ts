import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** How many rows each table holds. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Copies a database, as it stands at one instant and whatever is being written meanwhile, into the new file `to`. The
 * copy is compact and one single file. Off the event loop.
 */
export async function copyDatabase(file: string, to: string): Promise<void> {
  await run({ file, statements: [{ sql: 'VACUUM INTO ?', params: [to] }] });
}

/** The rows of every table of a database file. Off the event loop. */
export async function countRows(file: string): Promise<Counts> {
  const [tables = []] = await run({
    file,
    statements: [
      { sql: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`, params: [] },
    ],
  });
  const names = z.array(z.object({ name: z.string() })).parse(tables);
  const counts = await run({
    file,
    statements: names.map(({ name }) => ({
      sql: `SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`,
      params: [],
    })),
  });
  const one = z.tuple([z.object({ n: z.number() })]);
  return Object.fromEntries(names.map(({ name }, index) => [name, one.parse(counts[index])[0].n]));
}

/**
 * What SQLite finds wrong with a file, as sentences; none when it is whole. `quick` leaves out the comparison of indices
 * with their tables, which takes most of the time. Off the event loop.
 */
export async function findDamage(file: string, depth: 'quick' | 'full'): Promise<readonly string[]> {
  try {
    const [found, orphans] = await run({
      file,
      statements: [
        { sql: `PRAGMA ${depth === 'quick' ? 'quick_check' : 'integrity_check'}(10)`, params: [] },
        ...(depth === 'full' ? [{ sql: 'PRAGMA foreign_key_check', params: [] }] : []),
      ],
    });
    const damage = z.array(z.record(z.string(), z.string())).parse(found).flatMap(Object.values);
    const missing = z.array(z.object({ table: z.string(), parent: z.string() })).parse(orphans ?? []);
    return [
      ...damage.filter((text) => text !== 'ok'),
      ...missing.map(
        ({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`,
      ),
    ];
  } catch (error) {
    if (error instanceof Error && /malformed|not a database|disk I\/O/.test(error.message))
      return [error.message];
    throw error;
  }
}

/**
 * Whom a database file says to forget, learner and instant. Null when the file is not there or cannot be read, as a
 * damaged one. Off the event loop.
 */
export async function erasuresIn(file: string): Promise<readonly Erasure[] | null> {
  try {
    const [rows] = await run({
      file,
      statements: [{ sql: 'SELECT "learnerId", "erasedAt" FROM "Erasure"', params: [] }],
    });
    return z.array(Erasure).parse(rows);
  } catch (error) {
    if (error instanceof ThreadFailed) return null;
    throw error;
  }
}

const Erasure = z.object({ learnerId: z.string(), erasedAt: z.number() });
type Erasure = Readonly<z.output<typeof Erasure>>;

/** Moves what the write-ahead log holds into the file itself, so that the file alone is the whole database. */
export async function settleDatabase(file: string): Promise<void> {
  await run({ file, write: true, statements: [{ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', params: [] }] });
}

type Task = Readonly<{
  file: string;
  write?: boolean;
  statements: readonly Readonly<{ sql: string; params: readonly string[] }>[];
}>;

/**
 * Runs statements one after another on a connection of its own in a thread of its own: a copy or a check of a large
 * file takes seconds, in which the server must go on answering. Returns the rows of each. The thread gets its text, not
 * a file, because the server is bundled; it finds packages from the working directory, the root of Hornbook.
 */
async function run(task: Task): Promise<readonly (readonly unknown[])[]> {
  const worker = new Worker(THREAD, { eval: true, workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', ({ rows, failure }) =>
      failure === undefined ? resolve(rows) : reject(new ThreadFailed(failure.message, failure.code)),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread of the database ended without an answer.')));
  });
}

/** What SQLite said in the thread: its errors do not survive the way out as such. */
class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed';
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require('better-sqlite3');
const { file, write, statements } = workerData;
let database;
try {
  database = new Database(file, { readonly: !write, fileMustExist: true, timeout: 5000 });
  const rows = statements.map(({ sql, params }) => {
    const statement = database.prepare(sql);
    if (statement.reader) return statement.all(...params);
    statement.run(...params);
    return [];
  });
  parentPort.postMessage({ rows });
} catch (error) {
  parentPort.postMessage({ failure: { message: error.message, code: String(error.code) } });
} finally {
  if (database) database.close();
}`;
