import type { Made, Standing } from './made-and-standing';

/**
 * A key that two could have: what stands under it (`present`), and what is retired and went by a name that the source
 * gives as a former one (`former`). It comes about when something was renamed, published, and only then said what it was.
 */
export type Contested<Uid> = Readonly<{ key: string; present: Standing<Uid>; former: Standing<Uid> }>;

/** The contested keys of a deck, each with all of its former selves; none in nearly every publish. */
export function contestedKeys<Uid>(
  compiled: readonly Pick<Made, 'key' | 'was'>[],
  standing: readonly Standing<Uid>[],
  elsewhere: readonly Standing<Uid>[],
): readonly Contested<Uid>[] {
  const byKey = new Map([...standing, ...elsewhere].map((one) => [one.key, one]));
  const used = new Set(compiled.map(({ key }) => key));
  return compiled.flatMap(({ key, was }) => {
    const present = byKey.get(key);
    if (present === undefined) return [];
    return (was ?? []).flatMap((name) => {
      const former = byKey.get(name);
      return former?.retired === true && !used.has(name) ? [{ key, present, former }] : [];
    });
  });
}

/** Who takes a key over, by key: a former self with answers, where what stands there has none. Each is one key's heir. */
export function heirsOf<Uid>(
  contested: readonly Contested<Uid>[],
  answered: ReadonlySet<Uid>,
): ReadonlyMap<string, Contested<Uid>> {
  const heirs = new Map<string, Contested<Uid>>();
  const taken = new Set<Uid>();
  for (const one of contested) {
    if (answered.has(one.present.uid) || !answered.has(one.former.uid)) continue;
    if (heirs.has(one.key) || taken.has(one.former.uid)) continue;
    heirs.set(one.key, one);
    taken.add(one.former.uid);
  }
  return heirs;
}

/** The keys where both have answers: two histories of one learner cannot be made one, so each keeps its own. */
export function keptApart<Uid>(
  contested: readonly Contested<Uid>[],
  answered: ReadonlySet<Uid>,
): readonly Readonly<{ key: string; was: string }>[] {
  return contested
    .filter(({ present, former }) => answered.has(present.uid) && answered.has(former.uid))
    .map(({ key, former }) => ({ key, was: former.key }));
}

/** A key for what made room, one that no author can write and nothing has yet. */
export function supersededKey(key: string, isUsed: (key: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const free = `${key}~superseded${number}`;
    if (!isUsed(free)) return free;
  }
}

/** Whether a key is one of those that `supersededKey` gives. */
export function isSuperseded(key: string): boolean {
  return /~superseded\d+$/.test(key);
}
