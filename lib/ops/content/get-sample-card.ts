import type { CardFace } from '@/lib/content/card-face';
import { cardFaces, firstCard } from '@/lib/db/decks';
import type { Ctx } from '../ctx';

/** A card to show visitors: the first of the first deck; null when nothing is published. Anyone may. */
export async function getSampleCard({ db }: Pick<Ctx, 'db'>): Promise<CardFace | null> {
  const uid = await firstCard(db.read);
  return uid === null ? null : ((await cardFaces(db.read, [uid]))[uid] ?? null);
}
