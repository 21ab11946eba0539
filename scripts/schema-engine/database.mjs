// The SQLite database as the WebAssembly schema engine needs it: Prisma's better-sqlite3 adapter, corrected where
// the engine expects the behaviour of the native build.
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { removeDatabase } from './database-file.mjs';

const HISTORY_COLUMNS = [
  'id',
  'checksum',
  'finished_at',
  'migration_name',
  'logs',
  'rolled_back_at',
  'started_at',
  'applied_steps_count',
];

const CREATE_HISTORY = `CREATE TABLE "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

/**
 * The database in `file` (null: none, a throwaway one in memory).
 * - `factory`: what the engine's constructor takes.
 * - `method`: set it to the engine method that runs; one correction depends on it.
 * - `hasHistory`, `createHistory`: the table `_prisma_migrations`. `truncate`: an empty file again. `close`: lets go of the file.
 * - `causeOf(error)`: the error behind one of the engine's.
 */
export function migrationDatabase(file) {
  const prismaFactory = new PrismaBetterSqlite3(
    { url: file === null ? ':memory:' : `file:${file}` },
    { shadowDatabaseUrl: ':memory:' },
  );
  const open = prismaFactory.connect.bind(prismaFactory);
  const openShadow = prismaFactory.connectToShadowDb.bind(prismaFactory);
  let adapter = null;

  const database = {
    method: '',
    get connected() {
      return adapter !== null;
    },
    async hasHistory() {
      const found = await adapter.queryRaw({
        sql: `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`,
        args: [],
        argTypes: [],
      });
      return found.rows.length > 0;
    },
    createHistory: () => adapter.executeScript(CREATE_HISTORY),
    async truncate() {
      await adapter.dispose();
      removeDatabase(file);
      // The engine holds on to the adapter object, so the fresh connection has to move into it.
      adapter.client = (await open()).client;
    },
    causeOf(error) {
      // The engine cannot carry a JavaScript error; it names the place where the factory keeps it.
      const id = /^External error id#(\d+)$/.exec(error?.message ?? '')?.[1];
      return id === undefined ? error : database.factory.errorRegistry.consumeError(Number(id))?.error;
    },
    close() {
      adapter?.client.close();
    },
    factory: null,
  };

  prismaFactory.connectToShadowDb = async () => acceptScripts(await openShadow());
  prismaFactory.connect = async () => {
    const connected = tolerateMissingHistory(acceptScripts(await open()), database);
    adapter ??= connected;
    return connected;
  };
  database.factory = bindMigrationAwareSqlAdapterFactory(prismaFactory);
  return database;
}

// The engine replays whole migration files through executeRaw, but better-sqlite3 prepares one statement at a time.
// A text without parameters may go through exec(), which takes many.
function acceptScripts(adapter) {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}

// The WebAssembly build takes SQLite's "no such table: _prisma_migrations" for a failure (P1014), the native one for
// "no history yet". An empty answer says the latter. Not while applying migrations: there the engine copes by itself,
// and its refusal of a foreign, non-empty database (P3005) depends on the error.
function tolerateMissingHistory(adapter, database) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const readsHistory = /FROM\s+[`"]?_prisma_migrations/i.test(query.sql);
    if (!readsHistory || database.method === 'applyMigrations' || (await database.hasHistory())) {
      return queryRaw(query);
    }
    return {
      columnNames: HISTORY_COLUMNS,
      columnTypes: HISTORY_COLUMNS.map(() => ColumnTypeEnum.Text),
      rows: [],
    };
  };
  return adapter;
}
