// What a machine must offer, each with the sentence that says so when it does not.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { SetupError } from './report.mjs';

// node-gyp is content with any name of a row.
const COMPILER_TOOLS = [
  ['python3', 'python'],
  ['make', 'gmake'],
  ['g++', 'c++', 'clang++'],
];

/** Refuses a folder in which nothing can be made; `purpose` completes "needs to write … here". */
export function requireWritableFolder(folder, purpose) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new SetupError(
      `Hornbook needs to write ${purpose} in ${folder} and may not: change its owner or permissions and try again.`,
    );
  }
}

/** Makes the folder of the database, for its owner alone, and refuses a file or folder that cannot be written. */
export function requireWritableDatabase(file) {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // SQLite writes its journals beside the file, so the folder matters even when the file exists.
    accessSync(path.dirname(file), constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
    if (existsSync(file) && statSync(file).isDirectory()) throw new Error('a folder is no database');
  } catch {
    throw new SetupError(
      `The database ${file} cannot be written: change its permissions, or set DATABASE_URL to a file that can.`,
    );
  }
}

/** Refuses an address that another program listens on, or that cannot be listened on at all. */
export function requireFreePort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => reject(new SetupError(portSentence(error.code, host, port))));
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** A port on `host` that nothing listens on at this moment. */
export function freePort(host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The tools that node-gyp needs and PATH does not have, by their usual names. None on Windows: it has others. */
export function missingCompilerTools(environment, platform) {
  if (platform === 'win32') return [];
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const isThere = (name) => folders.some((folder) => existsSync(path.join(folder, name)));
  return COMPILER_TOOLS.filter((names) => !names.some(isThere)).map(([usual]) => usual);
}

/** The sentence for a machine that has no ready-made SQLite driver and cannot compile one. */
export function compilerSentence(missing) {
  return `The SQLite driver has no ready-made binary for this machine and compiling it needs ${missing.join(', ')}: install them (Debian and Ubuntu: apt-get install python3 make g++) and try again.`;
}

function portSentence(code, host, port) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop the program that uses it, or choose another port, as in PORT=${port === 65_535 ? 3000 : port + 1} npm start.`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs more rights than you have: choose one above 1023, as in PORT=3000 npm start.`;
  return `This machine cannot listen on HOST=${host} (${code}): leave HOST out, or set it to one of the machine's own addresses.`;
}
