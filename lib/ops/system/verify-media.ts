import { hash } from 'node:crypto';
import { ok, type Result, refuse } from '@/lib/base/result';
import { allMedia, findMedia } from '@/lib/db/media';
import { mediaFolderOf, readMediaFile } from '@/lib/store/media';
import type { Ctx } from '../ctx';

/** How many media files were looked at, and what is wrong with them, as sentences. */
export type MediaReport = Readonly<{ files: number; problems: readonly string[] }>;

/**
 * Reads every media file that was ever published, drawings in the database and bitmaps beside it, and compares its
 * bytes with the hash that names it. Only an operator may.
 */
export async function verifyMedia({ db, actor }: Ctx): Promise<Result<MediaReport, 'not-allowed'>> {
  if (actor.kind !== 'operator') return refuse('not-allowed');
  const media = await allMedia(db.read);
  const problems: string[] = [];
  for (const { hash: name, type } of media) {
    const drawing = (await findMedia(db.read, name))?.drawing ?? null;
    const bytes = drawing ?? (await readMediaFile(mediaFolderOf(db.file), name));
    if (bytes === null) problems.push(`The picture ${name} (${type}) is not there.`);
    else if (hash('sha256', bytes, 'hex') !== name)
      problems.push(`The picture ${name} (${type}) is damaged.`);
  }
  return ok({ files: media.length, problems });
}
