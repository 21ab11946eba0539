import type { Standing } from '@/lib/authoring/made-and-standing';
import type { Change } from '@/lib/authoring/plan-publish';
import type { CardUid, DeckId, RevisionId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { CompiledCard, CompiledDeck } from '@/lib/content/model';
import { addressesOf } from './authored-addresses';
import { detailsOf, manifestOf } from './card-details';
import { searchFromStart } from './enrolments';
import type { CardModel } from './generated/models';
import { retireBank } from './item-publishing';
import { type MediaRow, saveDrawings, saveMedia } from './media';
import type { WriteTx } from './writer';

export type StandingCard = Standing<CardUid>;
export type CardChange = Change<CompiledCard, CardUid>;

/** A deck as a publish finds it. */
export type StandingDeck = Readonly<{
  id: DeckId;
  slug: string;
  position: number;
  retired: boolean;
  revision: Readonly<{ id: RevisionId; number: number; sourceHash: string }> | null;
  cards: readonly StandingCard[];
}>;

/** The deck under a slug with all its cards, retired ones too; null when none was ever published. */
export async function findStandingDeck(tx: WriteTx, slug: string): Promise<StandingDeck | null> {
  const deck = await tx.deck.findUnique({ where: { slug }, include: { cards: true } });
  if (deck === null) return null;
  const revision =
    deck.currentRevisionId === null
      ? null
      : await tx.revision.findUniqueOrThrow({
          where: { id: deck.currentRevisionId },
          select: { id: true, number: true, sourceHash: true },
        });
  return {
    id: deck.id as DeckId,
    slug,
    position: deck.position,
    retired: deck.retiredAt !== null,
    revision: revision === null ? null : { ...revision, id: revision.id as RevisionId },
    cards: deck.cards.map((card) => standingCardOf(card, card.key)),
  };
}

/** The cards under these keys in whatever deck they are, keys spelled `deck/unit:variant`. Unknown keys give none. */
export async function findCardsByFullKey(
  tx: WriteTx,
  fullKeys: readonly string[],
): Promise<readonly StandingCard[]> {
  const wanted = addressesOf(fullKeys);
  if (wanted.length === 0) return [];
  const cards = await tx.card.findMany({ where: { OR: wanted }, include: { deck: true } });
  return cards.map((card) => standingCardOf(card, `${card.deck.slug}/${card.key}`));
}

function standingCardOf(card: CardModel, key: string): StandingCard {
  return {
    uid: card.uid as CardUid,
    key,
    position: card.position,
    version: card.version,
    contentHash: card.contentHash,
    answerHash: card.answerHash,
    retired: card.retiredAt !== null,
  };
}

export type NewRevision = Readonly<{
  deckId: DeckId;
  revisionId: RevisionId;
  number: number;
  deck: CompiledDeck;
  /** Place among the decks. */
  position: number;
  source: string;
  /** The files of `deck.media`. */
  media: readonly MediaRow[];
  sourceHash: string;
  publishedAt: Instant;
  publishedBy: string;
}>;

/** Files the revision and makes it the one that stands. A deck that was retired is back. */
export async function saveRevision(tx: WriteTx, revision: NewRevision): Promise<void> {
  const { deckId, deck } = revision;
  const shown = { title: deck.title, description: deck.description, language: deck.language };
  await tx.deck.upsert({
    where: { id: deckId },
    create: { id: deckId, slug: deck.slug, position: revision.position, ...shown },
    update: {},
  });
  await saveMedia(tx, revision.media);
  await saveDrawings(tx, deck.drawings);
  await tx.revision.create({
    data: {
      id: revision.revisionId,
      deckId,
      number: revision.number,
      publishedAt: BigInt(revision.publishedAt),
      publishedBy: revision.publishedBy,
      sourceHash: revision.sourceHash,
      source: revision.source,
      manifest: manifestOf(deck),
      media: JSON.stringify(deck.media.map(({ name, hash }) => ({ name, hash }))),
    },
  });
  await tx.deck.update({
    where: { id: deckId },
    data: { ...shown, position: revision.position, currentRevisionId: revision.revisionId, retiredAt: null },
  });
}

/** Carries out a plan on the cards of a deck. `newUid` mints the identity of an added card. */
export async function applyChanges(
  tx: WriteTx,
  deckId: DeckId,
  changes: readonly CardChange[],
  at: Instant,
  newUid: () => string,
): Promise<void> {
  const added = changes.flatMap((change) => (change.kind === 'added' ? [change.made] : []));
  await tx.card.createMany({
    data: added.map((card) => ({
      uid: newUid(),
      ...addressOf(deckId, card),
      kind: card.kind,
      version: 1,
      createdAt: BigInt(at),
      ...faceOf(card),
    })),
  });
  for (const change of changes) {
    if (change.kind === 'retired') {
      await tx.card.update({ where: { uid: change.uid }, data: { key: change.key, retiredAt: BigInt(at) } });
    }
    if (change.kind === 'changed' || change.kind === 'revived') {
      const data = {
        ...addressOf(deckId, change.made),
        ...faceOf(change.made),
        version: change.version,
        retiredAt: null,
      };
      await tx.card.update({ where: { uid: change.uid }, data });
    }
  }
  await refile(tx, deckId, changes);
  await searchFromStart(tx, deckId);
}

/** Cards that look as before may have a new name, place, section or tag: none of it is the learner's business. */
async function refile(tx: WriteTx, deckId: DeckId, changes: readonly CardChange[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    change.kind === 'moved' || change.kind === 'unchanged'
      ? [
          {
            uid: change.uid,
            ...addressOf(deckId, change.made),
            position: change.made.position,
            details: detailsOf(change.made),
          },
        ]
      : [],
  );
  await tx.$executeRaw`
    UPDATE "Card" SET "deckId" = j.value ->> 'deckId', "key" = j.value ->> 'key', "unit" = j.value ->> 'unit',
      "siblings" = j.value ->> 'siblings',
      "position" = j.value ->> 'position', "details" = j.value ->> 'details'
    FROM json_each(${JSON.stringify(rows)}) AS j WHERE "Card"."uid" = j.value ->> 'uid'`;
}

function addressOf(deckId: DeckId, { key, unit, siblings }: CompiledCard) {
  return { deckId, key, unit, siblings: siblings === unit ? null : siblings };
}

function faceOf(card: CompiledCard) {
  return {
    position: card.position,
    contentHash: card.contentHash,
    answerHash: card.answerHash,
    frontText: card.frontText,
    frontHtml: card.frontHtml,
    backHtml: card.backHtml,
    extraHtml: card.extraHtml,
    details: detailsOf(card),
  };
}

/** Gives a deck its place among the decks: no part of what was published, so no revision. */
export async function placeDeck(tx: WriteTx, id: DeckId, position: number): Promise<void> {
  await tx.deck.update({ where: { id }, data: { position } });
}

/** The slugs of the decks that stand in a revision which was published so. */
export async function standingSlugs(tx: WriteTx, publishedBy: string): Promise<readonly string[]> {
  const decks = await tx.deck.findMany({
    where: { retiredAt: null },
    select: { slug: true, currentRevisionId: true },
  });
  const revisions = await tx.revision.findMany({
    where: { publishedBy, id: { in: decks.flatMap(({ currentRevisionId }) => currentRevisionId ?? []) } },
    select: { id: true },
  });
  const ids = new Set(revisions.map(({ id }) => id));
  return decks.flatMap(({ slug, currentRevisionId }) => (ids.has(currentRevisionId ?? '') ? [slug] : []));
}

/** Takes a deck with its cards and items out of study. Nothing is deleted: publishing the deck again brings them back. */
export async function retireDeck(tx: WriteTx, slug: string, at: Instant): Promise<void> {
  const retiredAt = BigInt(at);
  const deck = await tx.deck.update({ where: { slug }, data: { retiredAt } });
  await tx.card.updateMany({ where: { deckId: deck.id, retiredAt: null }, data: { retiredAt } });
  await retireBank(tx, deck.id as DeckId, at);
}
