// A production server on a database of its own that vanishes with it: for end-to-end tests, benchmarks and for trying
// things out. `node scripts/throwaway.mjs` serves one until Ctrl-C, on PORT or any free port.
import './node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishContent } from './command-line.mjs';
import { adminTokenFor, secretFor } from './environment.mjs';
import { startNext } from './next.mjs';
import { explained, SetupError, say } from './report.mjs';
import { freePort, requireFreePort } from './requirements.mjs';
import { addressOf, answers } from './serve.mjs';
import { build, installAndGenerate, prepareDatabase } from './set-up.mjs';

const HOST = '127.0.0.1';

/**
 * A server that answers, with `content/` published and no learner: `{ address, databaseUrl, ended, stop }`.
 * `ended` resolves when the server has gone, `stop()` ends it; either way its database is deleted. `port` 0 means any.
 */
export async function serveThrowaway({ port = 0, environment }) {
  if (port !== 0) await requireFreePort(HOST, port);
  const folder = emptyFolder(environment.THROWAWAY_FOLDER);
  const own = {
    // Tests make requests that fail on purpose; what else goes wrong is told.
    LOG_LEVEL: 'error',
    ...environment,
    DATABASE_URL: `file:${path.join(folder, 'throwaway.db')}`,
    NODE_ENV: 'production',
  };
  try {
    const url = await prepareDatabase(own);
    if (!publishContent(own)) throw new SetupError('content/ could not be published (see above).');
    const actualPort = port || (await freePort(HOST));
    const server = startNext('start', {
      host: HOST,
      port: actualPort,
      environment: {
        ...own,
        HORNBOOK_SECRET: secretFor({}, url),
        HORNBOOK_ADMIN_TOKEN: adminTokenFor({}, url).token,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const ended = new Promise((resolve) => server.once('exit', resolve)).then(() => remove(folder));
    const address = addressOf(HOST, actualPort);
    if (!(await answers(address, () => server.exitCode !== null))) {
      throw new SetupError('The server ended before it answered (see above).');
    }
    const stop = () => {
      server.kill('SIGTERM');
      return ended;
    };
    return { address, databaseUrl: url, ended, stop };
  } catch (error) {
    remove(folder);
    throw error;
  }
}

/** Whoever has to reach the database beside the server names the folder. It vanishes, so it must hold nothing. */
function emptyFolder(named) {
  if (!named) return fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-'));
  fs.mkdirSync(named, { recursive: true });
  if (fs.readdirSync(named).length === 0) return named;
  throw new SetupError(
    `THROWAWAY_FOLDER is ${named}, which is not empty: it would be deleted. Name an empty folder.`,
  );
}

function remove(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function main() {
  await installAndGenerate(process.env);
  await build(process.env);
  const server = await serveThrowaway({ port: Number(process.env.PORT ?? 0), environment: process.env });
  say(
    `A throwaway Hornbook is at ${server.address}, its database at ${server.databaseUrl} (Ctrl-C removes both)`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, server.stop);
  await server.ended;
  process.exit(0);
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) explained(main);
