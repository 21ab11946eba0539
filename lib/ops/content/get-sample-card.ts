import type { CardFace } from '@/lib/content/card-face';
import { placeOnFace } from '@/lib/content/place-figures';
import { cardFaces, firstCard } from '@/lib/db/decks';
import { drawingsOnFaces } from '@/lib/db/media';
import type { Ctx } from '../ctx';

/** A card to show visitors: the first of the first deck; null when nothing is published. Anyone may. */
export async function getSampleCard({ db }: Pick<Ctx, 'db'>): Promise<CardFace | null> {
  const uid = await firstCard(db.read);
  if (uid === null) return null;
  const faces = await cardFaces(db.read, [uid]);
  const face = faces[uid];
  return face === undefined ? null : placeOnFace(face, await drawingsOnFaces(db.read, faces));
}
