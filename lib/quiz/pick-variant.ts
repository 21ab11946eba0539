import type { CardUid, ItemUid, LearnerId } from '@/lib/base/ids';
import { seedOf } from '@/lib/base/seed';
import type { Instant } from '@/lib/base/time';

/** A standing item of a concept, and when the learner last saw it in any version; null: never. */
export type Variant = Readonly<{ uid: ItemUid; lastSeenAt: Instant | null }>;

/** Whose turn it is with which concept, and how often cases of it were shown before: all chance comes from these. */
export type Exposure = Readonly<{ learnerId: LearnerId; conceptUid: CardUid; exposures: number }>;

/**
 * The variant to ask now: one never seen if there is any, chosen by the exposure, so that asked again the answer is the
 * same; else the one not seen for longest. In whatever order they are given. Null without variants.
 */
export function pickVariant<V extends Variant>(
  variants: readonly V[],
  { learnerId, conceptUid, exposures }: Exposure,
): V | null {
  const draw = ({ uid }: V) => seedOf(learnerId, conceptUid, exposures, uid);
  const seenAt = ({ lastSeenAt }: V) => lastSeenAt ?? Number.NEGATIVE_INFINITY;
  const inOrder = variants.toSorted(
    (a, b) => compare(seenAt(a), seenAt(b)) || compare(draw(a), draw(b)) || compare(a.uid, b.uid),
  );
  return inOrder[0] ?? null;
}

function compare<T extends number | string>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
