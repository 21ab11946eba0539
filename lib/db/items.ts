import { z } from 'zod';
import type { CardUid, ItemUid, LearnerId } from '@/lib/base/ids';
import type { CompiledItem } from '@/lib/content/model';
import { Manifest } from './card-details';
import { cardUid, integer, itemUid } from './columns';
import { Prisma } from './generated/client';
import { ItemBody, ItemDetails, ItemKind } from './item-details';
import { parseOnce } from './parse-once';
import type { Reader } from './reader';
import { standingItems } from './standing-items';

/** An item that stands, with what it takes to choose it and no word of its text. */
export type StandingItem = Readonly<{
  uid: ItemUid;
  /** Of the version that would be asked now. */
  version: number;
  /** `unit:variant` */
  key: string;
  kind: z.output<typeof ItemKind>;
  /** Slug. */
  deck: string;
  /** Place of the deck among the learner's, and of the item in the deck. */
  deckPosition: number;
  position: number;
  concept: Readonly<{
    uid: CardUid;
    /** `group:case` */
    key: string;
    /** Concepts it is mistaken for, of the same deck: keys as above. */
    confusable: readonly string[];
  }>;
  /** `deck/objective` */
  objectives: readonly string[];
  /** Cards behind the case: `deck/unit`. */
  links: readonly string[];
  /** Names what items share that stand together; null for an item by itself. `deck/unit` */
  set: string | null;
  /** By the storage letter of a wrong option: the key of the concept of which it would be the answer. */
  confusable: Readonly<Record<string, string>>;
}>;

const ItemRow = z.object({
  uid: itemUid,
  version: integer,
  key: z.string(),
  kind: ItemKind,
  deck: z.string(),
  deckPosition: integer,
  position: integer,
  details: z.string(),
  conceptUid: cardUid,
  conceptKey: z.string(),
  conceptConfusable: z.string(),
});

const Keys = z.array(z.string());
const keysOf = parseOnce((text) => Keys.parse(JSON.parse(text)), 2_000);
const detailsOf = parseOnce((text) => ItemDetails.parse(JSON.parse(text)), 5_000);
/** Some ten kilobytes each: a class sits the same block. */
const bodyOf = parseOnce((text) => ItemBody.parse(JSON.parse(text)), 500);

/** The items that stand in the decks that feed a learner, in the learner's order of decks and that of the authors. */
export async function bankItems(
  read: Pick<Reader, '$queryRaw'>,
  { learnerId }: Readonly<{ learnerId: LearnerId }>,
): Promise<readonly StandingItem[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT i."uid", i."version", i."key", i."kind", i."position", i."details",
      d."slug" AS "deck", e."position" AS "deckPosition",
      c."uid" AS "conceptUid", c."key" AS "conceptKey", c."confusable" AS "conceptConfusable"
    FROM ${standingItems(learnerId)}
    JOIN "Concept" AS c ON c."uid" = i."conceptUid"
    ORDER BY e."position", d."slug", i."position"`);
  return z.array(ItemRow).parse(rows).map(standingItemOf);
}

function standingItemOf({
  details,
  conceptUid,
  conceptKey,
  conceptConfusable,
  ...row
}: z.output<typeof ItemRow>): StandingItem {
  const { objectives, links, set, confusable } = detailsOf(details);
  return {
    ...row,
    concept: {
      uid: conceptUid,
      key: conceptKey,
      confusable: keysOf(conceptConfusable),
    },
    objectives: objectives.map((name) => `${row.deck}/${name}`),
    links: links.map((link) => fullLink(link, row.deck)),
    set: set === null ? null : `${row.deck}/${set}`,
    confusable,
  };
}

/** `deck/unit` of a link, which in its own deck names the unit alone. */
function fullLink(link: string, deck: string): string {
  return link.includes('/') ? link : `${deck}/${link}`;
}

/** Where versions can be read: what is committed, or the inside of a transaction. */
export type ItemVersionSource = Pick<Reader, '$queryRaw'>;

/** Names a version of an item. */
export type VersionRef = Readonly<{ itemUid: ItemUid; version: number }>;

/** A version of an item with its deck, which tells it in full: key and rationales included. */
export type ItemVersion = VersionRef &
  Readonly<{
    /** As it was compiled. */
    item: CompiledItem;
    conceptUid: CardUid;
    /** In words, as they stand now; null for a case by itself. */
    concept: string | null;
    /** The deck where the item stands now, or stood last. */
    deck: Readonly<{
      slug: string;
      title: string;
      /** BCP 47. */
      language: string;
      objectives: Manifest['objectives'];
      sources: Manifest['sources'];
    }>;
    /** Cards behind the case: `deck/unit`, as they stand now. */
    links: readonly string[];
  }>;

/**
 * These versions, each once, in no order; retired items too. A version that is not there is left out. What the deck says
 * of its objectives and sources is taken from the revision that stands: their names are the authors', for ever.
 */
export async function itemVersions(
  read: ItemVersionSource,
  refs: readonly VersionRef[],
): Promise<readonly ItemVersion[]> {
  if (refs.length === 0) return [];
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT v."itemUid", v."version", v."body", i."deckId", i."details", i."conceptUid", c."concept"
    FROM "ItemVersion" AS v
    JOIN "Item" AS i ON i."uid" = v."itemUid"
    JOIN "Concept" AS c ON c."uid" = i."conceptUid"
    WHERE (v."itemUid", v."version") IN (
      SELECT j.value ->> 'itemUid', j.value ->> 'version' FROM json_each(${JSON.stringify(refs)}) AS j
    )`);
  const versions = z.array(VersionRow).parse(rows);
  const decks = await decksOf(read, [...new Set(versions.map(({ deckId }) => deckId))]);
  return versions.flatMap(({ deckId, body, details, ...version }) => {
    const deck = decks.get(deckId);
    if (deck === undefined) return [];
    const { links } = detailsOf(details);
    return [
      {
        ...version,
        item: bodyOf(body),
        deck,
        links: links.map((link) => fullLink(link, deck.slug)),
      },
    ];
  });
}

const VersionRow = z.object({
  itemUid,
  version: integer,
  body: z.string(),
  deckId: z.string(),
  details: z.string(),
  conceptUid: cardUid,
  concept: z.string().nullable(),
});

async function decksOf(
  read: Pick<Reader, '$queryRaw'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemVersion['deck']>> {
  // A manifest holds the notes too: the database picks what is asked for without our reading them.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT d."id", d."slug", d."title", d."language",
      json_extract(r."manifest", '$.objectives') AS "objectives", json_extract(r."manifest", '$.sources') AS "sources"
    FROM json_each(${JSON.stringify(ids)}) AS j
    JOIN "Deck" AS d ON d."id" = j.value
    LEFT JOIN "Revision" AS r ON r."id" = d."currentRevisionId"`);
  return new Map(
    z
      .array(DeckRow)
      .parse(rows)
      .map(({ id, objectives, sources, ...deck }) => [
        id,
        { ...deck, objectives: objectivesOf(objectives ?? '{}'), sources: sourcesOf(sources ?? '{}') },
      ]),
  );
}

const DeckRow = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  objectives: z.string().nullable(),
  sources: z.string().nullable(),
});
const objectivesOf = parseOnce((text) => Manifest.shape.objectives.parse(JSON.parse(text)), 200);
const sourcesOf = parseOnce((text) => Manifest.shape.sources.parse(JSON.parse(text)), 200);
