import type { CardUid, ItemUid } from '@/lib/base/ids';
import type { Reader } from './reader';

/** An item that is or was in a deck, without a word of its text. */
export type DeckItem = Readonly<{
  uid: ItemUid;
  /** `unit:variant` */
  key: string;
  /** The version that would be asked now, if the item still stands. */
  newest: number;
  retired: boolean;
  concept: Readonly<{ uid: CardUid; key: string }>;
}>;

/** A deck with its items. */
export type DeckItems = Readonly<{ slug: string; title: string; items: readonly DeckItem[] }>;

/**
 * The decks with this slug, or all that stand, with every item they have or had: standing ones first, in the author's
 * order. Retired decks are among them only where they are named.
 */
export async function deckItems(
  read: Pick<Reader, 'deck'>,
  slug: string | null,
): Promise<readonly DeckItems[]> {
  const decks = await read.deck.findMany({
    where: slug === null ? { retiredAt: null } : { slug },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      slug: true,
      title: true,
      items: {
        orderBy: [{ position: 'asc' }, { uid: 'asc' }],
        select: {
          uid: true,
          key: true,
          version: true,
          retiredAt: true,
          concept: { select: { uid: true, key: true } },
        },
      },
    },
  });
  return decks.map(({ items, ...deck }) => {
    const all = items.map(({ uid, key, version, retiredAt, concept }) => ({
      uid: uid as ItemUid,
      key,
      newest: version,
      retired: retiredAt !== null,
      concept: { uid: concept.uid as CardUid, key: concept.key },
    }));
    return {
      ...deck,
      items: [...all.filter(({ retired }) => !retired), ...all.filter(({ retired }) => retired)],
    };
  });
}
