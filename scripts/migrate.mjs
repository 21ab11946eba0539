// Bringing the database up to date. The Prisma command line takes over a second, so it runs only when it has work.
import fs from 'node:fs';
import path from 'node:path';
import { databaseFile, databaseUrl, root } from './environment.mjs';
import { prisma } from './prisma.mjs';
import { SetupError, say } from './report.mjs';

/** Applies the migrations that the database lacks. Refuses, with Prisma's account of it, when one of them fails. */
export async function migrate(environment) {
  const pending = await pendingMigrations(
    databaseFile(databaseUrl(environment)),
    path.join(root, 'prisma/migrations'),
  );
  if (pending.length === 0) return;
  say(`Preparing the database (${pending.length} ${pending.length === 1 ? 'migration' : 'migrations'})`);
  const { status, output } = prisma(['migrate', 'deploy'], environment, { quiet: true });
  if (status === 0) return;
  process.stderr.write(output);
  throw new SetupError('The database could not be brought up to date (see above); nothing was served.');
}

/** The migrations in `folder` that the database in `file` has not finished, oldest first. */
export async function pendingMigrations(file, folder) {
  const known = fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort();
  const finished = fs.existsSync(file) ? await finishedMigrations(file) : new Set();
  return known.filter((name) => !finished.has(name));
}

async function finishedMigrations(file) {
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
