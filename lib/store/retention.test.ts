import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '@/lib/base/time';
import { type Backup, type BackupReason, backupName, backupOf } from './backup-names';
import { dispensable } from './retention';

const NOW = Date.UTC(2026, 10, 23, 14, 30);
const backup = (createdAt: number, reason: BackupReason = 'hourly'): Backup => ({
  name: backupName(createdAt, reason),
  createdAt,
  reason,
});
const kept = (backups: readonly Backup[]) => {
  const gone = new Set(dispensable(backups));
  return backups.filter((one) => !gone.has(one));
};

describe('the backups that are kept', () => {
  it('of two years of one an hour are 24 hours, 14 days, 8 weeks and 12 months', () => {
    const all = Array.from({ length: 2 * 365 * 24 }, (_, hours) => backup(NOW - hours * HOUR_MS));
    const ages = kept(all).map(({ createdAt }) => NOW - createdAt);
    expect(ages.filter((age) => age < DAY_MS)).toHaveLength(24);
    expect(ages.filter((age) => age < 14 * DAY_MS).length).toBeGreaterThanOrEqual(24 + 12);
    expect(Math.max(...ages)).toBeGreaterThan(320 * DAY_MS);
    expect(ages.length).toBeLessThanOrEqual(24 + 14 + 8 + 12);
  });

  it('hold the newest always, and whatever a person made', () => {
    const when = fc.integer({ min: NOW - 900 * DAY_MS, max: NOW });
    const reason = fc.constantFrom<BackupReason[]>('hourly', 'manual', 'before-migration');
    fc.assert(
      fc.property(fc.array(fc.tuple(when, reason), { minLength: 1 }), (draws) => {
        const all = draws.map(([at, why]) => backup(at, why));
        const newest = Math.max(...all.map(({ createdAt }) => createdAt));
        const held = kept(all);
        expect(held.some(({ createdAt }) => createdAt === newest)).toBe(true);
        expect(held.filter((one) => one.reason === 'manual')).toEqual(
          all.filter((one) => one.reason === 'manual'),
        );
      }),
    );
  });

  it('stay what they are when thinned out again', () => {
    const all = Array.from({ length: 500 }, (_, count) => backup(NOW - count * 7 * HOUR_MS));
    expect(dispensable(kept(all))).toEqual([]);
  });
});

describe('the name of a backup', () => {
  it('says when and why it was made', () => {
    const made = backup(NOW, 'before-migration');
    expect(made.name).toBe('hornbook-20261123T143000000Z-before-migration.db');
    expect(backupOf(made.name)).toEqual(made);
  });

  it.each(['hornbook.db', 'hornbook-20261123T143000000Z-hourly.db.part', 'x'])('is not %s', (name) => {
    expect(backupOf(name)).toBeNull();
  });
});
