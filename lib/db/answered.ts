import type { CardUid, ItemUid } from '@/lib/base/ids';
import type { WriteTx } from './writer';

/** Which of these cards or concepts any learner has done anything with. */
export async function answeredCards(tx: WriteTx, uids: readonly CardUid[]): Promise<ReadonlySet<CardUid>> {
  if (uids.length === 0) return new Set();
  const where = { cardUid: { in: [...uids] } };
  const rows = await tx.reviewEvent.groupBy({ by: ['cardUid'], where });
  return new Set(rows.map(({ cardUid }) => cardUid as CardUid));
}

/** Which of these items stand in anybody's attempt, in whatever version. */
export async function answeredItems(tx: WriteTx, uids: readonly ItemUid[]): Promise<ReadonlySet<ItemUid>> {
  if (uids.length === 0) return new Set();
  const where = { itemUid: { in: [...uids] } };
  const rows = await tx.attemptItem.groupBy({ by: ['itemUid'], where });
  return new Set(rows.map(({ itemUid }) => itemUid as ItemUid));
}
