import type { ItemUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { VersionRef } from './items';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** A decision on how a version is scored from now on. It is kept for ever, and is its own audit. */
export type Regrade = VersionRef &
  Readonly<{
    id: string;
    /** Storage letters that count as right; none voids the item; null: as authored. */
    accepted: readonly string[] | null;
    decidedAt: Instant;
    /** An account, or `operator`. */
    decidedBy: string;
    reason: string;
  }>;

/**
 * Files a decision. From now on it is the one by which every attempt that holds the version is scored, also when the
 * clock was set back since the last one: it is then dated right behind that.
 */
export async function saveRegrade(tx: WriteTx, { accepted, decidedAt, ...regrade }: Regrade): Promise<void> {
  const { itemUid, version } = regrade;
  const last = await tx.regrade.aggregate({ where: { itemUid, version }, _max: { decidedAt: true } });
  const at = Math.max(decidedAt, Number(last._max.decidedAt ?? -1) + 1);
  await tx.regrade.create({
    data: { ...regrade, accepted: JSON.stringify(accepted), decidedAt: BigInt(at) },
  });
}

/** The item of this authored key (`unit:variant`) in the deck of this slug, retired or not; null when there is none. */
export async function findItem(
  read: Pick<Reader, 'item'>,
  { deck, key }: Readonly<{ deck: string; key: string }>,
): Promise<Readonly<{ uid: ItemUid; newest: number }> | null> {
  const row = await read.item.findFirst({
    where: { key, deck: { slug: deck } },
    select: { uid: true, version: true },
  });
  return row === null ? null : { uid: row.uid as ItemUid, newest: row.version };
}
