import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { connect, type Db } from '@/lib/db/connect';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations');

/** The path of a new, migrated, empty database, deleted when the test ends. */
export function emptyDatabaseFile(): string {
  const file = migratedFile();
  onTestFinished(file.remove);
  return file.path;
}

/** The same for several tests together: whoever asked removes it. */
export function migratedFile(): Readonly<{ path: string; remove: () => void }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-test-'));
  const file = path.join(folder, 'test.db');
  template ??= migrated();
  fs.writeFileSync(file, template);
  return { path: file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

// Migrating takes a hundred times as long as writing the bytes it leaves behind.
let template: Buffer | null = null;

function migrated(): Buffer {
  const database = new Database(':memory:');
  for (const name of fs.readdirSync(MIGRATIONS).sort()) {
    const sql = path.join(MIGRATIONS, name, 'migration.sql');
    if (fs.existsSync(sql)) database.exec(fs.readFileSync(sql, 'utf8'));
  }
  return database.serialize();
}

/** An open, migrated, empty database, closed and deleted when the test ends. */
export async function emptyDatabase(): Promise<Db> {
  const db = await connect(emptyDatabaseFile());
  onTestFinished(() => db.close());
  return db;
}

/** A second connection of another program on the same file, closed when the test ends. */
export function otherConnection(file: string): Database.Database {
  const database = new Database(file, { timeout: 0 });
  onTestFinished(() => {
    database.close();
  });
  return database;
}
