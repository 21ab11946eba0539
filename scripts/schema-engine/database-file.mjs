// The SQLite file behind a `file:` or `sqlite:` URL.
import fs from 'node:fs';
import path from 'node:path';

/** The absolute path, or null when the URL does not name an SQLite file. Relative paths start at the working directory. */
export function databaseFileOf(url) {
  const match = typeof url === 'string' ? /^(?:file:|sqlite:)(?:\/\/)?([^?]+)/.exec(url) : null;
  return match?.[1] === undefined ? null : path.resolve(match[1]);
}

/** Makes the file and its folder for their owner alone, if they are missing. An empty file is a valid, empty database. */
export function createDatabase(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  fs.closeSync(fs.openSync(file, 'a', 0o600));
}

/** Removes the file and the journals that SQLite keeps beside it. */
export function removeDatabase(file) {
  for (const suffix of ['', '-wal', '-shm', '-journal']) fs.rmSync(`${file}${suffix}`, { force: true });
}
