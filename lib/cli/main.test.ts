import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyDatabaseFile } from '@/lib/testing/database';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs the command line as a process of its own whose output nobody reads any more, as behind `| head -1`. */
function withoutReader(...words: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: `file:${emptyDatabaseFile()}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise<Readonly<{ code: number | null; stderr: string }>>((resolve) =>
    child.once('close', (code) => resolve({ code, stderr })),
  );
}

test.each([
  ['one that prints at its end', ['quiz', 'statistics', '--json']],
  ['one that prints much', ['content', 'rules']],
  ['the help', ['help']],
])('a command ends quietly when nobody reads its output any more: %s', async (_, words) => {
  expect(await withoutReader(...words)).toEqual({ code: 0, stderr: '' });
});

test('a command that would go on until Ctrl-C ends when nobody reads its output any more', async () => {
  expect(await withoutReader('content', 'watch')).toEqual({ code: 0, stderr: '' });
});
