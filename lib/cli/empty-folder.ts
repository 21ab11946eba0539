import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A new, empty folder that only this user may read, and how to remove it with all that is in it. */
export async function emptyFolder(): Promise<Readonly<{ path: string; remove: () => Promise<void> }>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'hornbook-'));
  return { path: folder, remove: () => fs.rm(folder, { recursive: true, force: true }) };
}
