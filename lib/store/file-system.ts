import { statfs } from 'node:fs/promises';

// From Linux' magic.h and statfs(2).
const UNSUITABLE: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x65735546, 'a FUSE file system'],
  [0x794c7630, 'an overlay (the inside of a container image)'],
]);

/**
 * A sentence when the folder lies where a database is not safe: network file systems do not lock and sync as SQLite
 * needs, and a container's own layer vanishes with it. Null where nothing speaks against it.
 */
export async function fileSystemWarning(folder: string): Promise<string | null> {
  const { type } = await statfs(folder);
  return warningFor(folder, type);
}

/** The same for the type of file system that `statfs` tells. */
export function warningFor(folder: string, type: number): string | null {
  const name = UNSUITABLE.get(type >>> 0);
  return name === undefined
    ? null
    : `${folder} is on ${name}: answers may be lost there. Put the database on a local disk.`;
}
