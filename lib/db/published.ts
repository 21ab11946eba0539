import { MediaList, type RevisionMedia } from './media';
import type { Reader } from './reader';

/** A deck that stands, as its rows say: what was published, and the cards and items that learners are asked. */
export type PublishedRows = Readonly<{
  slug: string;
  /** Null when the deck points at no revision, or at one that is not there. */
  revision: Readonly<{ number: number; source: string; media: readonly RevisionMedia[] }> | null;
  /** How many revisions the deck has; they are numbered from 1 without a gap. */
  revisions: number;
  cards: readonly Readonly<{ key: string; contentHash: string }>[];
  /** `concept` is the key of what it asks; null where that is retired. `hasVersion`: the body of its version is there. */
  items: readonly Readonly<{
    key: string;
    contentHash: string;
    concept: string | null;
    hasVersion: boolean;
  }>[];
}>;

/** Every deck that stands, with its standing cards and items. */
export async function publishedDecks(read: Reader): Promise<readonly PublishedRows[]> {
  const decks = await read.deck.findMany({
    where: { retiredAt: null },
    orderBy: { slug: 'asc' },
    include: {
      cards: { where: { retiredAt: null }, select: { key: true, contentHash: true } },
      items: {
        where: { retiredAt: null },
        include: { concept: true, versions: { select: { version: true } } },
      },
      revisions: {
        select: { id: true, number: true, source: true, media: true },
        orderBy: { number: 'asc' },
      },
    },
  });
  return decks.map(({ slug, currentRevisionId, revisions, cards, items }) => {
    const current = revisions.find(({ id }) => id === currentRevisionId);
    return {
      slug,
      revision:
        current === undefined ? null : { ...current, media: MediaList.parse(JSON.parse(current.media)) },
      revisions: revisions.length,
      cards,
      items: items.map(({ key, contentHash, version, concept, versions }) => ({
        key,
        contentHash,
        concept: concept.retiredAt === null ? concept.key : null,
        hasVersion: versions.some((one) => one.version === version),
      })),
    };
  });
}
