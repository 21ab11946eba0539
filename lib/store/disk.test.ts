import { expect, test } from 'vitest';
import { emptyDatabaseFile } from '@/lib/testing/database';
import { diskUse, diskWarnings } from './disk';

const WELL = { walBytes: 4_000_000, freeBytes: 60e9, totalBytes: 100e9 };

test('D18 a write-ahead log that grows without end is told of', () => {
  expect(diskWarnings(WELL)).toEqual([]);
  expect(diskWarnings({ ...WELL, walBytes: 300_000_000 })).toEqual([
    expect.stringMatching(/write-ahead log has 300 MB/),
  ]);
});

test('D12 a disk that is nearly full is told of before it is', () => {
  expect(diskWarnings({ ...WELL, freeBytes: 19e9 })).toEqual([
    expect.stringMatching(/19000 MB left of 100000/),
  ]);
});

test('the sizes are those of the disk that the database is on', async () => {
  const { walBytes, freeBytes, totalBytes } = await diskUse(emptyDatabaseFile());
  expect(walBytes).toBe(0);
  expect(freeBytes).toBeGreaterThan(0);
  expect(totalBytes).toBeGreaterThanOrEqual(freeBytes);
});
