// Bringing the database up to date. The Prisma command line takes over a second, so it runs only when it has work.
import fs from 'node:fs';
import path from 'node:path';
import { runTypeScript } from './command-line.mjs';
import { databaseFile, databaseUrl, root } from './environment.mjs';
import { prisma } from './prisma.mjs';
import { createPrivate, makePrivate } from './private-files.mjs';
import { progress, SetupError } from './report.mjs';
import { removeDatabase } from './schema-engine/database-file.mjs';

/**
 * Applies the migrations that the database lacks, after a backup of what is there. The work is done on a copy that takes
 * the place of the database when it is whole: an interruption, kill -9 included, leaves the database as it was, and the
 * next start begins anew. Refuses while a server runs on the file, and, with Prisma's account of it, when a migration
 * fails.
 */
export async function migrate(environment) {
  const file = databaseFile(databaseUrl(environment));
  const folder = path.join(root, 'prisma/migrations');
  makePrivate(file);
  if ((await pendingMigrations(file, folder)).length === 0) return;
  const lock = await lockOut(file);
  try {
    const pending = await pendingMigrations(file, folder);
    progress(
      `Preparing the database (${pending.length} ${pending.length === 1 ? 'migration' : 'migrations'})`,
    );
    if ((await finishedMigrations(file)).size > 0) backUpBefore(environment);
    await migrateCopy(file, environment);
  } finally {
    lock.close();
  }
}

async function migrateCopy(file, environment) {
  const { default: Database } = await import('better-sqlite3');
  // A killed migration may have left a child behind that still writes to its copy: each has a name of its own.
  for (const leftover of copiesOf(file)) removeDatabase(leftover);
  const copy = `${file}.migrating-${process.pid}`;
  // An empty file is an empty database: SQLite fills it and leaves its rights as they are.
  createPrivate(copy);
  if (fs.existsSync(file)) {
    const original = new Database(file);
    original.prepare('VACUUM INTO ?').run(copy);
    // Leaves nothing in the write-ahead log, which would else be applied to the file that takes its place.
    original.pragma('wal_checkpoint(TRUNCATE)');
    original.close();
  }
  const { status, output } = prisma(
    ['migrate', 'deploy'],
    { ...environment, DATABASE_URL: `file:${copy}` },
    { quiet: true },
  );
  if (status !== 0) {
    removeDatabase(copy);
    process.stderr.write(output);
    throw new SetupError('The database could not be brought up to date (see above); it is as it was.');
  }
  const migrated = new Database(copy);
  migrated.pragma('wal_checkpoint(TRUNCATE)');
  migrated.close();
  sync(copy);
  if (fs.existsSync(`${file}-wal`)) {
    throw new SetupError(`Another program has ${file} open: let it end, and try again.`);
  }
  fs.renameSync(copy, file);
  sync(path.dirname(file));
}

function copiesOf(file) {
  const start = `${path.basename(file)}.migrating-`;
  const folder = path.dirname(file);
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => path.join(folder, name));
}

/** Keeps servers off the file while it is replaced; the same lock as theirs (lib/db/ownership.ts). */
async function lockOut(file) {
  const { default: Database } = await import('better-sqlite3');
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN IMMEDIATE');
    return lock;
  } catch (error) {
    lock.close();
    if (!String(error.code).startsWith('SQLITE_BUSY')) throw error;
    throw new SetupError(
      `A server runs on ${file}, which has to be brought up to date first: stop the server and try again.`,
    );
  }
}

function sync(place) {
  const handle = fs.openSync(place, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

function backUpBefore(environment) {
  progress('Backing up the database before it is changed');
  if (runTypeScript('lib/cli/main.ts', ['backup', '--before-migration'], environment) === 0) return;
  throw new SetupError('The database was not changed, because it could not be backed up before (see above).');
}

/** The migrations in `folder` that the database in `file` has not finished, oldest first. */
export async function pendingMigrations(file, folder) {
  const known = fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort();
  const finished = await finishedMigrations(file);
  return known.filter((name) => !finished.has(name));
}

async function finishedMigrations(file) {
  if (!fs.existsSync(file)) return new Set();
  // Loaded late: it is a native module, and this file is imported before anything is installed.
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  try {
    const hasHistory = database
      .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`)
      .get();
    if (hasHistory === undefined) return new Set();
    const rows = database
      .prepare(
        'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      )
      .all();
    return new Set(rows.map((row) => row.name));
  } catch (error) {
    if (error.code !== 'SQLITE_NOTADB') throw error;
    throw new SetupError(
      `${file} is not an SQLite database: set DATABASE_URL to another file, or move this one away.`,
    );
  } finally {
    database.close();
  }
}
