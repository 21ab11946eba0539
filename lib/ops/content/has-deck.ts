import { findDeckId } from '@/lib/db/decks';
import type { Ctx } from '../ctx';

/** Whether a deck of this slug stands. Anyone may ask. */
export async function hasDeck(
  { db }: Pick<Ctx, 'db'>,
  { deck }: Readonly<{ deck: string }>,
): Promise<boolean> {
  return (await findDeckId(db.read, deck)) !== null;
}
