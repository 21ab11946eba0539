import type { Instant } from '@/lib/base/time';

/** Why a backup was made: by the clock, by a person, or before something that could go wrong. */
export type BackupReason = 'hourly' | 'manual' | 'before-migration';

export type Backup = Readonly<{ name: string; createdAt: Instant; reason: BackupReason }>;

const NAME = /^hornbook-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(hourly|manual|before-migration)\.db$/;

/** The file name of a backup: sorts by time, and says in UTC when and why it was made. */
export function backupName(createdAt: Instant, reason: BackupReason): string {
  const stamp = new Date(createdAt).toISOString().replace(/[-:.]/g, '');
  return `hornbook-${stamp}-${reason}.db`;
}

/** The backup behind a file name; null for any other file. */
export function backupOf(name: string): Backup | null {
  const parts = NAME.exec(name);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, ms, reason] = parts;
  const createdAt = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(ms),
  );
  return { name, createdAt, reason: reason as BackupReason };
}
