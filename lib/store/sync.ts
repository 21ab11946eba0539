import fs from 'node:fs/promises';

/** What a file or folder holds is on disk when this resolves. */
export async function sync(place: string): Promise<void> {
  const handle = await fs.open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
