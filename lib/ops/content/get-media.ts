import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findMedia } from '@/lib/db/media';
import { mediaFolderOf, readMediaFile } from '@/lib/store/media';
import type { Ctx } from '../ctx';

/** The bytes of a published bitmap and their type, as its bytes said when it was published. */
export type ServedMedia = Readonly<{ type: string; bytes: Uint8Array }>;

/** The published bitmap under a hash. Drawings are no files: they come set into what shows them. Anyone may. */
export async function getMedia(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  input: Readonly<{ hash: string }>,
): Promise<Result<ServedMedia, 'not-allowed' | 'unknown'>> {
  if (!may(actor, 'read the decks')) return refuse('not-allowed');
  const row = await findMedia(db.read, input.hash);
  if (row === null || row.drawing !== null) return refuse('unknown');
  const bytes = await readMediaFile(mediaFolderOf(db.file), row.hash);
  return bytes === null ? refuse('unknown') : ok({ type: row.type, bytes });
}
