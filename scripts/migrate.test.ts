import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './environment.mjs';
import { migrate, pendingMigrations } from './migrate.mjs';

const MIGRATIONS = path.join(root, 'prisma/migrations');
let folder: string;
let file: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-migrate-'));
  file = path.join(folder, 'app.db');
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('pendingMigrations', () => {
  it('lists every migration for a database that does not exist, and none once they are applied', async () => {
    const all = await pendingMigrations(file, MIGRATIONS);
    expect(all.length).toBeGreaterThanOrEqual(2);
    await migrate({ ...process.env, DATABASE_URL: `file:${file}` });
    expect(await pendingMigrations(file, MIGRATIONS)).toEqual([]);
  });

  it('lists a migration that began but did not finish', async () => {
    await migrate({ ...process.env, DATABASE_URL: `file:${file}` });
    const database = new Database(file);
    database.exec(
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_append_only'`,
    );
    database.close();
    expect(await pendingMigrations(file, MIGRATIONS)).toEqual([expect.stringMatching(/_append_only$/)]);
  });

  it('refuses a file that is no database, in one sentence', async () => {
    fs.writeFileSync(file, 'no database, but long enough to be taken for one by its size: '.repeat(20));
    await expect(pendingMigrations(file, MIGRATIONS)).rejects.toThrow(
      /app\.db is not an SQLite database: .*\.$/,
    );
  });
});

describe('the migrated database', () => {
  it('lets nobody change or delete what is kept for ever', async () => {
    await migrate({ ...process.env, DATABASE_URL: `file:${file}` });
    const database = new Database(file);
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
