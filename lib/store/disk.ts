import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';

/** Sizes in bytes: the write-ahead log beside the database, and the disk it is on. */
export type DiskUse = Readonly<{ walBytes: number; freeBytes: number; totalBytes: number }>;

/** A log that grows beyond this is not being moved into the database: something reads without end. */
const WAL_ALARM_BYTES = 256 * 1024 * 1024;
const FREE_ALARM_SHARE = 0.2;

/** How much the database's log and disk hold now. */
export async function diskUse(databaseFile: string): Promise<DiskUse> {
  const { bavail, blocks, bsize } = await statfs(path.dirname(databaseFile));
  const wal = await stat(`${databaseFile}-wal`).catch(() => ({ size: 0 }));
  return { walBytes: wal.size, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Sentences for an operator where something is about to go wrong; none while all is well. */
export function diskWarnings({ walBytes, freeBytes, totalBytes }: DiskUse): readonly string[] {
  return [
    ...(walBytes > WAL_ALARM_BYTES
      ? [
          `The write-ahead log has ${megabytes(walBytes)} MB: end whatever has been reading the database for long.`,
        ]
      : []),
    ...(freeBytes < totalBytes * FREE_ALARM_SHARE
      ? [
          `The disk has ${megabytes(freeBytes)} MB left of ${megabytes(totalBytes)}: make room before it is full.`,
        ]
      : []),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
