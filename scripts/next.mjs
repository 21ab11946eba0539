// Running the Next command line.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { childEnvironment, root } from './environment.mjs';

const CLI = path.join(root, 'node_modules/next/dist/bin/next');
const SERVER = path.join(root, 'scripts/next-server.mjs');

/** Runs a command to its end; returns its exit code. */
export function runNext(words, environment) {
  const { status } = spawnSync(process.execPath, [CLI, ...words], {
    cwd: root,
    env: childEnvironment(environment),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status ?? 1;
}

/**
 * Starts a server (`start` or `dev`); returns its process.
 *
 * @param {string} mode
 * @param {{ host: string, port: number, environment: object, stdio?: import('node:child_process').StdioOptions }} options
 * @returns {import('node:child_process').ChildProcess}
 */
export function startNext(mode, { host, port, environment, stdio = 'inherit' }) {
  const words = mode === 'start' ? [SERVER] : [CLI, mode, '--hostname', host, '--port', String(port)];
  return spawn(process.execPath, words, {
    cwd: root,
    env: { ...childEnvironment(environment), HOSTNAME: host, PORT: String(port) },
    stdio,
  });
}
