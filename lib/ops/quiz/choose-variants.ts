import type { CardUid } from '@/lib/base/ids';
import { exposuresOf } from '@/lib/db/item-history';
import type { Learner } from '@/lib/db/learners';
import { type StandingVariant, standingVariants } from '@/lib/db/standing-items';
import { pickVariant } from '@/lib/quiz/pick-variant';
import type { Ctx } from '../ctx';

/** Whose turn it is to be asked of each of these concepts, in their order; one of which no item stands is left out. */
export async function chooseVariants(
  { db }: Pick<Ctx, 'db'>,
  { id: learnerId }: Learner,
  concepts: readonly CardUid[],
): Promise<readonly StandingVariant[]> {
  const [standing, exposures] = [
    await standingVariants(db.read, learnerId, concepts),
    await exposuresOf(db.read, learnerId, concepts),
  ];
  const seenAt = new Map(exposures.map(({ itemUid, lastSeenAt }) => [itemUid, lastSeenAt]));
  return concepts.flatMap((conceptUid) => {
    const variants = standing
      .filter((variant) => variant.conceptUid === conceptUid)
      .map((variant) => ({ ...variant, lastSeenAt: seenAt.get(variant.uid) ?? null }));
    const ofConcept = exposures.filter((exposure) => exposure.conceptUid === conceptUid);
    const times = ofConcept.reduce((sum, exposure) => sum + exposure.times, 0);
    return pickVariant(variants, { learnerId, conceptUid, exposures: times }) ?? [];
  });
}
