import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** Why a file was left as it is, for whoever asked to have it replaced. */
export type NotReplaced = Readonly<{ why: string }>;

/**
 * Replaces a text file in one step: readers see the old text or the new one, also after a crash. Mode and symbolic links
 * stay. Returns why it was left alone where it no longer holds `before`, is no UTF-8, or cannot be written; else null.
 */
export async function replaceFile(file: string, before: string, after: string): Promise<NotReplaced | null> {
  let temporary: string | null = null;
  try {
    const target = await fs.realpath(file);
    await fs.access(target, fs.constants.W_OK);
    const { mode } = await fs.stat(target);
    const early = await difference(target, before);
    if (early !== null) return early;
    temporary = path.join(
      path.dirname(target),
      `.${path.basename(target)}.${randomBytes(6).toString('hex')}`,
    );
    await writeToDisk(temporary, after, mode);
    const late = await difference(target, before);
    if (late !== null) return late;
    await fs.rename(temporary, target);
    temporary = null;
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return { why: error.code === 'ENOENT' ? 'it is gone' : `it cannot be written (${error.code})` };
  } finally {
    if (temporary !== null) await fs.rm(temporary, { force: true });
  }
}

async function difference(file: string, before: string): Promise<NotReplaced | null> {
  const bytes = await fs.readFile(file);
  if (bytes.equals(Buffer.from(before))) return null;
  // What stands for damaged bytes in `before` would be written in their place.
  return { why: bytes.toString() === before ? 'it is not UTF-8' : 'it was changed meanwhile' };
}

async function writeToDisk(file: string, text: string, mode: number): Promise<void> {
  const handle = await fs.open(file, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
