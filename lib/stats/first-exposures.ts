import type { Instant } from '@/lib/base/time';

/** An answer as the log has it. Versions of an item share its name; each has a revision of its own. */
export type Exposure = Readonly<{ learner: string; item: string; version: string; answeredAt: Instant }>;

/**
 * The first answer of each learner to each item, by version of the item, in the order given. Whoever has seen one version
 * has seen the item: an answer to a later version is no first exposure, whatever was changed. Of two answers at one
 * instant the one given first counts.
 *
 * Later answers measure what was learned from the rationale. Leave out what should not count (testers, abandoned
 * attempts, items looked at in a review) before.
 */
export function firstExposures<E extends Exposure>(answers: readonly E[]): ReadonlyMap<string, readonly E[]> {
  const earliest = new Map<string, E>();
  for (const answer of answers) {
    const known = earliest.get(placeOf(answer));
    if (known === undefined || answer.answeredAt < known.answeredAt) earliest.set(placeOf(answer), answer);
  }
  const byVersion = new Map<string, E[]>();
  for (const answer of answers) {
    if (earliest.get(placeOf(answer)) !== answer) continue;
    const held = byVersion.get(answer.version);
    if (held === undefined) byVersion.set(answer.version, [answer]);
    else held.push(answer);
  }
  return byVersion;
}

/** The learner and the item, so that no two pairs are spelled alike. */
function placeOf({ learner, item }: Exposure): string {
  return JSON.stringify([learner, item]);
}
