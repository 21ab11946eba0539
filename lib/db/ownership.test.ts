import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabaseFile, otherConnection } from '@/lib/testing/database';
import { DatabaseOwned, ownDatabase } from './ownership';

const ME = { pid: process.pid, since: '2026-11-23T14:00:00.000Z' };

test('R30 a second server on the same file is told in a sentence whose it is', () => {
  const file = emptyDatabaseFile();
  const own = ownDatabase(file, ME);
  expect(() => ownDatabase(file, { ...ME, pid: 1 })).toThrow(
    `${file} is in use by a server (process ${process.pid}, since ${ME.since}): stop it first`,
  );
  own.release();
  ownDatabase(file, ME).release();
});

test('R30 a server that was killed leaves no lock behind', async () => {
  const file = emptyDatabaseFile();
  const script = `
    const { ownDatabase } = await import('./lib/db/ownership.ts');
    globalThis.own = ownDatabase(${JSON.stringify(file)}, { pid: process.pid, since: 'then' });
    process.stdout.write('owned');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  expect(() => ownDatabase(file, ME)).toThrow(DatabaseOwned);
  child.kill('SIGKILL');
  await once(child, 'exit');
  ownDatabase(file, ME).release();
});

test('R30 who owns the file does not keep others from writing to it in transactions', () => {
  const file = emptyDatabaseFile();
  const own = ownDatabase(file, ME);
  otherConnection(file).exec(`INSERT INTO "ParameterSet" VALUES ('beside', '{}')`);
  own.release();
});
