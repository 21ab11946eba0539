import { DAY_MS, type Instant } from '@/lib/base/time';
import type { Backup } from './backup-names';

const HOUR_MS = DAY_MS / 24;
/** How many of each period are kept, and how a period is told from the next. Weeks begin on Monday (day 4 is one). */
const PERIODS: readonly Readonly<{ kept: number; periodOf: (at: Instant) => number }>[] = [
  { kept: 24, periodOf: (at) => Math.floor(at / HOUR_MS) },
  { kept: 14, periodOf: (at) => Math.floor(at / DAY_MS) },
  { kept: 8, periodOf: (at) => Math.floor((at / DAY_MS - 4) / 7) },
  { kept: 12, periodOf: (at) => monthOf(at) },
];

/**
 * The backups that may go: those that are not the last one of one of the latest 24 hours, 14 days, 8 weeks or 12 months
 * that have a backup. Periods without one do not count, so a long pause costs nothing. What a person made by hand is
 * never among them.
 */
export function dispensable(backups: readonly Backup[]): readonly Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.createdAt - a.createdAt);
  const keep = new Set(backups.filter(({ reason }) => reason === 'manual'));
  for (const { kept, periodOf } of PERIODS) {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.createdAt);
      if (seen.has(period)) continue;
      seen.add(period);
      if (seen.size > kept) break;
      keep.add(backup);
    }
  }
  return newestFirst.filter((backup) => !keep.has(backup));
}

function monthOf(at: Instant): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
