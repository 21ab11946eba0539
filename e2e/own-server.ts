import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { startNext } from '../scripts/next.mjs';
import { freePort } from '../scripts/requirements.mjs';

const HOST = '127.0.0.1';
const TEMPLATE = path.join(process.env.THROWAWAY_FOLDER ?? '', 'throwaway.db');

/** The secret of these servers. No log may ever hold it. */
export const SECRET = 'canary of the secret that signs every cookie';

/** A folder with a copy of the published database; `remove` deletes it. */
export function ownDatabase() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-own-'));
  const file = path.join(folder, 'own.db');
  const template = new Database(TEMPLATE, { readonly: true });
  template.prepare('VACUUM INTO ?').run(file);
  template.close();
  return { file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/**
 * A production server of the test's own, on a port that is free, or on that of one that has ended: to browsers it is then
 * the same place. `output()` is all it wrote so far, `ended` resolves with its exit code.
 */
export async function ownServer(
  databaseFile: string,
  more: Readonly<Record<string, string>> = {},
  samePort?: number,
) {
  const port = samePort ?? (await freePort(HOST));
  const child = startNext('start', {
    host: HOST,
    port,
    environment: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: `file:${databaseFile}`,
      HORNBOOK_SECRET: SECRET,
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    address: `http://${HOST}:${port}`,
    port,
    output: () => output,
    /** The lines of its log, each parsed. */
    log: () =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    ended,
    /** Resolves once it answers requests; refuses when it ended instead. */
    async started() {
      while (!output.includes('"server started"')) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`The server ended: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
