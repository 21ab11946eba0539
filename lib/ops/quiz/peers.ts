import type { LearnerId } from '@/lib/base/ids';
import { type Instant, MINUTE_MS } from '@/lib/base/time';
import type { VersionRef } from '@/lib/db/items';
import { type FirstChoice, firstChoices } from '@/lib/db/peer-choices';
import type { Explanation } from '@/lib/quiz/model';
import type { Ctx, Db } from '../ctx';

/** How others chose is not told from fewer: one could guess who. */
const FEWEST_PEERS = 10;
/** When a class hands in at once, everybody asks for the same: so long one count serves all. */
const KEPT_MS = MINUTE_MS;
const MOST_KEPT = 300;

type Kept = Readonly<{ at: Instant; choices: readonly FirstChoice[] }>;
const kept = new WeakMap<Db, Map<string, Kept>>();

/**
 * How others chose when they first saw these versions, by `itemUid version`: shares of the storage letters (0–1) among
 * those who chose, or null from fewer than ten. Up to a minute old.
 */
export async function peersOf(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  learnerId: LearnerId,
  versions: readonly VersionRef[],
): Promise<ReadonlyMap<string, Explanation['peers']>> {
  const counts = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, counts);
  const isFresh = ({ at }: Kept) => now >= at && now - at < KEPT_MS;
  const wanted = versions.filter((version) => {
    const known = counts.get(peerKey(version));
    return known === undefined || !isFresh(known);
  });
  const found = await firstChoices(db.read, wanted);
  for (const version of wanted) {
    const key = peerKey(version);
    counts.delete(key);
    counts.set(key, { at: now, choices: found.filter((choice) => peerKey(choice) === key) });
  }
  const told = new Map(
    versions.map((version) => [
      peerKey(version),
      sharesOf(counts.get(peerKey(version))?.choices ?? [], learnerId),
    ]),
  );
  for (const key of [...counts.keys()].slice(0, Math.max(0, counts.size - MOST_KEPT))) counts.delete(key);
  return told;
}

export function peerKey({ itemUid, version }: VersionRef): string {
  return `${itemUid} ${version}`;
}

function sharesOf(choices: readonly FirstChoice[], learnerId: LearnerId): Explanation['peers'] {
  const others = choices.filter((choice) => choice.learnerId !== learnerId);
  const n = others.length;
  if (n < FEWEST_PEERS) return null;
  const counts = new Map<string, number>();
  for (const { option } of others) counts.set(option, (counts.get(option) ?? 0) + 1);
  return { n, shares: Object.fromEntries([...counts].map(([option, count]) => [option, count / n])) };
}
