import os from 'node:os';
import { expect, test } from 'vitest';
import { fileSystemWarning, warningFor } from './file-system';

test.each([
  ['NFS', 0x6969],
  ['SMB', 0xfe534d42 | 0],
  ['overlay', 0x794c7630],
  ['FUSE', 0x65735546],
])('D20 a database on %s is warned of', (name, type) => {
  expect(warningFor('/srv/data', type)).toContain(name);
});

test('D20 a local disk is not warned of', async () => {
  expect(warningFor('/srv/data', 0xef53)).toBeNull();
  expect(await fileSystemWarning(os.tmpdir())).toSatisfy(
    (text) => text === null || text.endsWith('local disk.'),
  );
});
