import { z } from 'zod';
import type { CardUid, DeckId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { CardFace } from '@/lib/content/card-face';
import type { ChapterCard, DeckSummary } from '@/lib/content/deck-summary';
import { CardDetails, CardKind, Manifest } from './card-details';
import { cardUid, integer, truth } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

const DeckRow = z.object({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  cards: integer,
  met: integer,
  due: integer,
  enrolled: integer.transform(Boolean),
});

/**
 * The decks that stand, in order, with what a learner has made of them; without a learner nothing is met or due.
 * `dueBefore` ends the learner's present study day.
 */
export async function deckSummaries(
  read: Reader,
  query: Readonly<{ learnerId: LearnerId | null; dueBefore: Instant }>,
): Promise<readonly DeckSummary[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT d."slug", d."title", d."description", d."language",
      count(c."uid") AS "cards",
      count(CASE WHEN s."phase" <> 'new' THEN 1 END) AS "met",
      count(CASE WHEN s."queueDue" < ${query.dueBefore} THEN 1 END) AS "due",
      e."deckId" IS NOT NULL AS "enrolled"
    FROM "Deck" AS d
    LEFT JOIN "Card" AS c ON c."deckId" = d."id" AND c."retiredAt" IS NULL
    LEFT JOIN "CardState" AS s ON s."learnerId" = ${query.learnerId} AND s."cardUid" = c."uid"
    LEFT JOIN "Enrolment" AS e ON e."learnerId" = ${query.learnerId} AND e."deckId" = d."id"
    WHERE d."retiredAt" IS NULL
    GROUP BY d."id" ORDER BY d."position", d."slug"`);
  return z.array(DeckRow).parse(rows);
}

/** The id of the deck that stands under a slug; null when there is none or it is retired. */
export async function findDeckId(read: Reader, slug: string): Promise<DeckId | null> {
  const row = await read.deck.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
  return row === null ? null : (row.id as DeckId);
}

/** The published notes of a deck and its cards in order with the learner's standing; null when there is no such deck. */
export async function findChapter(
  read: Reader,
  query: Readonly<{ slug: string; learnerId: LearnerId | null }>,
): Promise<Readonly<{ manifest: Manifest; cards: readonly ChapterCard[] }> | null> {
  const deck = await read.deck.findFirst({ where: { slug: query.slug, retiredAt: null } });
  if (deck?.currentRevisionId == null) return null;
  const revision = await read.revision.findUniqueOrThrow({ where: { id: deck.currentRevisionId } });
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT c."uid", c."unit", c."frontText", c."details", s."phase", s."suspended"
    FROM "Card" AS c
    LEFT JOIN "CardState" AS s ON s."learnerId" = ${query.learnerId} AND s."cardUid" = c."uid"
    WHERE c."deckId" = ${deck.id} AND c."retiredAt" IS NULL
    ORDER BY c."position"`);
  return {
    manifest: Manifest.parse(JSON.parse(revision.manifest)),
    cards: z.array(ChapterRow).parse(rows).map(chapterCardOf),
  };
}

const ChapterRow = z.object({
  uid: cardUid,
  unit: z.string(),
  frontText: z.string(),
  details: z.string(),
  phase: z.enum(['new', 'learning', 'review', 'relearning']).nullable(),
  suspended: truth.nullable(),
});

function chapterCardOf(row: z.output<typeof ChapterRow>): ChapterCard {
  const standing = () => {
    if (row.suspended) return 'suspended';
    if (row.phase === 'learning' || row.phase === 'relearning') return 'learning';
    return row.phase ?? 'new';
  };
  const { section } = CardDetails.parse(JSON.parse(row.details));
  return { uid: row.uid, unit: row.unit, frontText: row.frontText, section, standing: standing() };
}

/** The faces of these cards as published now, by uid. An unknown uid has none. */
export async function cardFaces(
  read: Reader,
  uids: readonly CardUid[],
): Promise<Readonly<Record<CardUid, CardFace>>> {
  const cards = await read.card.findMany({
    where: { uid: { in: [...uids] } },
    include: { deck: true },
  });
  const revisionIds = [...new Set(cards.flatMap(({ deck }) => deck.currentRevisionId ?? []))];
  const revisions = await read.revision.findMany({
    where: { id: { in: revisionIds } },
    select: { id: true, manifest: true },
  });
  const sourcesOf = new Map(
    revisions.map(({ id, manifest }) => [id, Manifest.parse(JSON.parse(manifest)).sources] as const),
  );
  const faces: Record<CardUid, CardFace> = {};
  for (const card of cards) {
    const details = CardDetails.parse(JSON.parse(card.details));
    const known = sourcesOf.get(card.deck.currentRevisionId ?? '') ?? {};
    faces[card.uid as CardUid] = {
      deck: card.deck.slug,
      deckTitle: card.deck.title,
      language: card.deck.language,
      kind: CardKind.parse(card.kind),
      section: details.section,
      unit: card.unit,
      frontHtml: card.frontHtml,
      backHtml: card.backHtml,
      extraHtml: card.extraHtml,
      accept: details.accept,
      sources: details.sources.flatMap((id) => {
        const source = known[id];
        if (source === undefined) return [];
        const { title, year = null, locator = null, url = null } = source;
        return [{ title, year, locator, url }];
      }),
    };
  }
  return faces;
}

/** The card that stands first in the first deck; null when nothing is published. */
export async function firstCard(read: Reader): Promise<CardUid | null> {
  const card = await read.card.findFirst({
    where: { retiredAt: null, deck: { retiredAt: null } },
    orderBy: [{ deck: { position: 'asc' } }, { position: 'asc' }],
    select: { uid: true },
  });
  return card === null ? null : (card.uid as CardUid);
}

/** What is published now: how many decks and cards stand, and when the last revision came. */
export async function contentFigures(
  read: Reader,
): Promise<Readonly<{ decks: number; cards: number; publishedAt: Instant | null }>> {
  const [decks, cards, latest] = await Promise.all([
    read.deck.count({ where: { retiredAt: null } }),
    read.card.count({ where: { retiredAt: null } }),
    read.revision.aggregate({ _max: { publishedAt: true } }),
  ]);
  const publishedAt = latest._max.publishedAt;
  return { decks, cards, publishedAt: publishedAt === null ? null : Number(publishedAt) };
}
