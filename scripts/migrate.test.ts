import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './environment.mjs';
import { migrate, pendingMigrations } from './migrate.mjs';

const MIGRATIONS = path.join(root, 'prisma/migrations');
let folder: string;
let migrated: string;

// Migrating takes seconds, so it happens once; each test works on a copy.
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-migrate-'));
  migrated = path.join(folder, 'migrated.db');
  await migrate({ ...process.env, DATABASE_URL: `file:${migrated}` });
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('pendingMigrations', () => {
  it('lists every migration for a database that does not exist, without making it', async () => {
    const absent = path.join(folder, 'absent.db');
    expect((await pendingMigrations(absent, MIGRATIONS)).length).toBeGreaterThanOrEqual(2);
    expect(fs.existsSync(absent)).toBe(false);
  });

  it('lists none once they are applied', async () => {
    expect(await pendingMigrations(migrated, MIGRATIONS)).toEqual([]);
  });

  it('D16 lists a migration that began but did not finish', async () => {
    const file = copyOfMigrated('unfinished.db');
    const database = new Database(file);
    database.exec(
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_append_only'`,
    );
    database.close();
    expect(await pendingMigrations(file, MIGRATIONS)).toEqual([expect.stringMatching(/_append_only$/)]);
  });

  it('refuses a file that is no database, in one sentence', async () => {
    const file = path.join(folder, 'app.db');
    fs.writeFileSync(file, 'no database, but long enough to be taken for one by its size: '.repeat(20));
    await expect(pendingMigrations(file, MIGRATIONS)).rejects.toThrow(
      /app\.db is not an SQLite database: .*\.$/,
    );
  });
});

describe('the files of a database', () => {
  const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);

  it('may be read by nobody but their owner, journals included', () => {
    const file = copyOfMigrated('private.db');
    expect(modeOf(migrated)).toBe('600');
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE "x" ("y")');
    expect([modeOf(`${file}-wal`), modeOf(`${file}-shm`)]).toEqual(['600', '600']);
    database.close();
  });

  it('are tightened at the start where an earlier version made them, those that a restore replaced too', async () => {
    const file = copyOfMigrated('open.db');
    const replaced = `${file}.replaced-20261124T120000000Z`;
    const stranger = `${file}-notes.txt`;
    for (const name of [replaced, `${replaced}-wal`, stranger]) fs.writeFileSync(name, 'x');
    for (const name of [file, replaced, `${replaced}-wal`, stranger]) fs.chmodSync(name, 0o644);
    await migrate({ ...process.env, DATABASE_URL: `file:${file}` });
    expect([file, replaced, `${replaced}-wal`, stranger].map(modeOf)).toEqual(['600', '600', '600', '644']);
  });
});

describe('the migrated database', () => {
  it('lets nobody change or delete what is kept for ever', () => {
    const database = new Database(copyOfMigrated('guarded.db'));
    database.pragma('foreign_keys = OFF');
    const columns = (table: string) =>
      database
        .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
        .all(table);
    for (const table of ['ReviewEvent', 'Revision', 'Card']) {
      const names = columns(table).map((column) => `"${column.name}"`);
      database.exec(`INSERT INTO "${table}" (${names.join()}) VALUES (${names.map(() => 1).join()})`);
      expect(() => database.exec(`DELETE FROM "${table}"`)).toThrow(`${table} is append-only`);
    }
    expect(() => database.exec('UPDATE "ReviewEvent" SET "kind" = 2')).toThrow('ReviewEvent is append-only');
    expect(() => database.exec('UPDATE "Revision" SET "number" = 2')).toThrow('Revision is append-only');
    expect(() => database.exec('UPDATE "Card" SET "position" = 2')).not.toThrow();
    database.close();
  });
});

function copyOfMigrated(name: string): string {
  const file = path.join(folder, name);
  fs.copyFileSync(migrated, file);
  return file;
}
