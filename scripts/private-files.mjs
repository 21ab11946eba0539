// Who may read the database: its owner alone, as with the secret and the backups. It holds addresses of people and all
// that they answered.
import fs from 'node:fs';
import path from 'node:path';

/** What stands beside a database and holds rows of it, by what its name has more than the database's. */
const BESIDE = /^(?:|-wal|-shm|-journal|\.lock|\.replaced-.*)$/;
/** What tightening may meet: a file of somebody else, one that has just gone, a disk that takes no writes. */
const NOT_OURS = new Set(['EPERM', 'ENOENT', 'EROFS']);

/** Makes an empty file that only its owner may read and write; what SQLite keeps beside it gets the same rights. */
export function createPrivate(file) {
  fs.closeSync(fs.openSync(file, 'a', 0o600));
}

/** Takes from everybody else the right to read a database and what stands beside it, as earlier versions left them. */
export function makePrivate(file) {
  const base = path.basename(file);
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(base) || !BESIDE.test(name.slice(base.length))) continue;
    try {
      fs.chmodSync(path.join(folder, name), 0o600);
    } catch (error) {
      if (!NOT_OURS.has(error.code)) throw error;
    }
  }
}
