import type { Standing } from '@/lib/authoring/made-and-standing';
import type { ConceptChange, ItemChange, MadeConcept, StandingConcept } from '@/lib/authoring/plan-concepts';
import type { CardUid, DeckId, ItemUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { CompiledItem } from '@/lib/content/model';
import { addressesOf } from './authored-addresses';
import type { ItemModel } from './generated/models';
import { itemDetailsOf } from './item-details';
import type { WriteTx } from './writer';

/** The quiz bank as the publish of one deck finds it. */
export type StandingBank = Readonly<{
  items: readonly Standing<ItemUid>[];
  /** Of other decks, under the keys that were asked for. */
  elsewhere: readonly Standing<ItemUid>[];
  /** The deck's concepts, and those of `elsewhere`. */
  concepts: readonly StandingConcept[];
  /** What each of the items asks. */
  conceptOf: ReadonlyMap<ItemUid, CardUid>;
}>;

/**
 * The items and concepts of a deck, retired ones too, and those of other decks that go by the keys `formerKeys`,
 * spelled `deck/unit:variant`. A deck that was never published has none of its own.
 */
export async function findStandingBank(
  tx: WriteTx,
  deckId: DeckId | null,
  formerKeys: readonly string[],
): Promise<StandingBank> {
  const own = deckId === null ? [] : await tx.item.findMany({ where: { deckId } });
  const addresses = addressesOf(formerKeys);
  const others =
    addresses.length === 0
      ? []
      : await tx.item.findMany({ where: { OR: addresses }, include: { deck: true } });
  const foreign = others.filter((item) => item.deckId !== deckId);
  const concepts = await tx.concept.findMany({
    where: { OR: [{ deckId: deckId ?? '' }, { uid: { in: foreign.map(({ conceptUid }) => conceptUid) } }] },
    include: { deck: true, items: { where: { retiredAt: null }, select: { uid: true } } },
  });
  return {
    items: own.map((item) => standingItemOf(item, item.key)),
    elsewhere: foreign.map((item) => standingItemOf(item, `${item.deck.slug}/${item.key}`)),
    concepts: concepts.map(({ uid, key, deck, retiredAt, items }) => ({
      uid: uid as CardUid,
      key: deck.id === deckId ? key : `${deck.slug}/${key}`,
      retired: retiredAt !== null,
      items: items.map((item) => item.uid as ItemUid),
    })),
    conceptOf: new Map(
      [...own, ...foreign].map(({ uid, conceptUid }) => [uid as ItemUid, conceptUid as CardUid]),
    ),
  };
}

function standingItemOf(item: ItemModel, key: string): Standing<ItemUid> {
  return {
    uid: item.uid as ItemUid,
    key,
    position: item.position,
    version: item.version,
    contentHash: item.contentHash,
    answerHash: item.answerHash,
    retired: item.retiredAt !== null,
  };
}

/** Carries out the plans for a deck's concepts and items. `newUid` mints the identity of what is added. */
export async function applyToBank(
  tx: WriteTx,
  deckId: DeckId,
  plan: Readonly<{ concepts: readonly ConceptChange[]; items: readonly ItemChange[] }>,
  at: Instant,
  newUid: () => string,
): Promise<void> {
  const conceptOf = await applyConcepts(tx, deckId, plan.concepts, at, newUid);
  const rowOf = (item: CompiledItem) => {
    const conceptUid = conceptOf.get(item.memoryKey);
    if (conceptUid === undefined) throw new Error(`No concept was planned for the item ${item.key}.`);
    return { deckId, conceptUid, ...faceOf(item) };
  };
  for (const change of plan.items) {
    if (change.kind === 'retired') {
      await tx.item.update({ where: { uid: change.uid }, data: { key: change.key, retiredAt: BigInt(at) } });
    } else if (change.kind === 'added') {
      const uid = newUid() as ItemUid;
      const row = { uid, ...rowOf(change.made), version: 1, createdAt: BigInt(at) };
      await tx.item.create({ data: row });
      await saveVersion(tx, uid, 1, change.made, at);
    } else {
      const { uid, made } = change;
      const version = 'version' in change ? { version: change.version } : {};
      await tx.item.update({ where: { uid }, data: { ...rowOf(made), ...version, retiredAt: null } });
      if (change.kind === 'changed' || (change.kind === 'revived' && !change.sameFace))
        await saveVersion(tx, uid, change.version, made, at);
    }
  }
  for (const change of plan.concepts) {
    if (change.kind === 'retired')
      await tx.concept.update({ where: { uid: change.uid }, data: { retiredAt: BigInt(at) } });
  }
}

/** Concepts that stand, by their keys. Retired ones are left to be retired once no item points at them. */
async function applyConcepts(
  tx: WriteTx,
  deckId: DeckId,
  changes: readonly ConceptChange[],
  at: Instant,
  newUid: () => string,
): Promise<ReadonlyMap<string, CardUid>> {
  const uidOf = new Map<string, CardUid>();
  for (const change of changes) {
    if (change.kind === 'retired') continue;
    if (change.kind === 'superseded') {
      const data = { key: change.key, retiredAt: BigInt(at) };
      await tx.concept.update({ where: { uid: change.uid }, data });
      continue;
    }
    const { made } = change;
    const data = { deckId, ...wordsOf(made), retiredAt: null };
    const uid = change.kind === 'added' ? (newUid() as CardUid) : change.uid;
    if (change.kind === 'added') await tx.concept.create({ data: { uid, createdAt: BigInt(at), ...data } });
    else await tx.concept.update({ where: { uid }, data });
    uidOf.set(made.key, uid);
  }
  return uidOf;
}

function wordsOf({ key, concept, confusable }: MadeConcept) {
  return { key, concept, confusable: JSON.stringify(confusable) };
}

function faceOf(item: CompiledItem) {
  const { key, kind, position, contentHash, answerHash } = item;
  return { key, kind, position, contentHash, answerHash, details: itemDetailsOf(item) };
}

async function saveVersion(
  tx: WriteTx,
  itemUid: ItemUid,
  version: number,
  item: CompiledItem,
  at: Instant,
): Promise<void> {
  const data = { itemUid, version, createdAt: BigInt(at), body: JSON.stringify(item) };
  await tx.itemVersion.create({ data });
}

/** Takes the items and concepts of a deck out of study. */
export async function retireBank(tx: WriteTx, deckId: DeckId, at: Instant): Promise<void> {
  const standing = { where: { deckId, retiredAt: null }, data: { retiredAt: BigInt(at) } };
  await tx.item.updateMany(standing);
  await tx.concept.updateMany(standing);
}
