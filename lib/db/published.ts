import { MediaList, type RevisionMedia } from './media';
import type { Reader } from './reader';

/** A deck that stands, as its rows say: what was published, and the cards that learners are asked. */
export type PublishedRows = Readonly<{
  slug: string;
  /** Null when the deck points at no revision, or at one that is not there. */
  revision: Readonly<{ number: number; source: string; media: readonly RevisionMedia[] }> | null;
  /** How many revisions the deck has; they are numbered from 1 without a gap. */
  revisions: number;
  cards: readonly Readonly<{ key: string; contentHash: string }>[];
}>;

/** Every deck that stands, with its standing cards. */
export async function publishedDecks(read: Reader): Promise<readonly PublishedRows[]> {
  const decks = await read.deck.findMany({
    where: { retiredAt: null },
    orderBy: { slug: 'asc' },
    include: {
      cards: { where: { retiredAt: null }, select: { key: true, contentHash: true } },
      revisions: {
        select: { id: true, number: true, source: true, media: true },
        orderBy: { number: 'asc' },
      },
    },
  });
  return decks.map(({ slug, currentRevisionId, revisions, cards }) => {
    const current = revisions.find(({ id }) => id === currentRevisionId);
    return {
      slug,
      revision:
        current === undefined ? null : { ...current, media: MediaList.parse(JSON.parse(current.media)) },
      revisions: revisions.length,
      cards,
    };
  });
}
