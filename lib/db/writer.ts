import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { Database } from 'better-sqlite3';
import { type Prisma, PrismaClient } from './generated/client';

/** The inside of a write transaction. Holds the write lock; only files of this room use it. */
export type WriteTx = Prisma.TransactionClient;

export type Writer = Readonly<{
  write: <T>(body: (tx: WriteTx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

/** How long to wait for another process's lock before giving up. Milliseconds. */
const PATIENCE_MS = 5_000;
/**
 * SQLite itself waits without letting go of the process, and every reader with it. So it waits a blink at a time, and
 * the process goes on with other things in between. Milliseconds.
 */
const BLINK_MS = 20;
const PAUSE_MS = 80;
/** A transaction may queue behind a long publish; its own work is short. Milliseconds. */
const WAIT_FOR_TURN_MS = 30_000;
const WORK_MS = 30_000;

/**
 * How long to wait for another process's lock before giving up (5 s unless said otherwise), and how long the work of one
 * transaction may take before it is rolled back (30 s). Milliseconds.
 */
export type Patience = Readonly<{ busyTimeoutMs?: number; workMs?: number }>;

/** Thrown when another process kept the file locked through every attempt. The caller may try again later. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}

/**
 * Whether an error is that one. By name: a server is bundled in parts, each part has a class of its own, and the
 * database is opened in another part than the one that answers.
 */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseBusy';
}

/**
 * Thrown when the file takes no writes: the disk is full, the file or its disk is read-only, the disk fails, or the file
 * was found corrupt. Nothing of the transaction was kept. The caller keeps what it has; an operator has to act.
 */
export class DatabaseUnwritable extends Error {
  override readonly name = 'DatabaseUnwritable';
}

/** Whether an error is that one, by name as with `isDatabaseBusy`. */
export function isDatabaseUnwritable(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseUnwritable';
}

/** Opens the one writing connection of this process on the SQLite file. */
export async function openWriter(file: string, patience: Patience = {}): Promise<Writer> {
  const attempts = Math.ceil((patience.busyTimeoutMs ?? PATIENCE_MS) / (BLINK_MS + PAUSE_MS));
  const factory = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: BLINK_MS });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => guarded(await connect());
  const client = new PrismaClient({
    adapter: factory,
    transactionOptions: { maxWait: WAIT_FOR_TURN_MS, timeout: patience.workMs ?? WORK_MS },
  });
  await client.$connect();
  return {
    async write(body) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await client.$transaction(body);
        } catch (error) {
          if (isUnwritable(error))
            throw new DatabaseUnwritable('The database takes no writes.', { cause: error });
          if (!isBusy(error)) throw error;
          if (attempt >= attempts) throw new DatabaseBusy('The database is in use by another process.');
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      }
    },
    close: () => client.$disconnect(),
  };
}

/**
 * The stock adapter shares one connection and lets plain calls slip into another request's open transaction, where a
 * rollback takes them along after they were acknowledged. Here plain calls throw, so only transactions can write; and
 * a transaction takes the write lock at its start, so that what it read cannot be overtaken before it writes.
 */
export function guarded(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const connection = (adapter as SqlDriverAdapter & { client: Database }).client;
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE deletes a row and no trigger hears of it.
  connection.pragma('recursive_triggers = ON');

  const refuse = () => {
    throw new Error('The writer was used outside write(fn). Wrap the statement in write(fn).');
  };
  adapter.queryRaw = refuse;
  adapter.executeRaw = refuse;
  adapter.executeScript = refuse;

  const prepare = connection.prepare.bind(connection);
  const startTransaction = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolationLevel) => {
    // The adapter keeps its mutex when BEGIN throws, and no transaction would ever start again. So BEGIN is not
    // allowed to throw here: the failure is held back until the transaction object exists and can free the mutex.
    let failure: unknown = null;
    connection.prepare = ((sql: string) => {
      if (sql !== 'BEGIN') return prepare(sql);
      connection.prepare = prepare;
      return {
        run() {
          try {
            // A COMMIT that failed may have left its transaction open. It was reported as failed, so it must go.
            if (connection.inTransaction) prepare('ROLLBACK').run();
            prepare('BEGIN IMMEDIATE').run();
          } catch (error) {
            failure = error;
          }
        },
      };
    }) as typeof connection.prepare;
    const transaction = await startTransaction(isolationLevel);
    if (failure === null) return transaction;
    await transaction.rollback();
    throw failure;
  };
  return adapter;
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  // SQLite's own code when BEGIN failed, Prisma's P1008 when a statement did.
  return (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) || code === 'P1008';
}

const UNWRITABLE_CODE = /^SQLITE_(FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN)/;
// Prisma hands on the text of SQLite's error without its code.
const UNWRITABLE_TEXT =
  /database or disk is full|attempt to write a readonly database|disk I\/O error|disk image is malformed|unable to open database file/;

function isUnwritable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && UNWRITABLE_CODE.test(code)) || UNWRITABLE_TEXT.test(error.message);
}
