import { contestedKeys, heirsOf, supersededKey } from './contested-keys';
import type { Made, Standing } from './made-and-standing';

/**
 * What a publish will do to each card or item. Identity is the authored key alone, so learners' history follows it: a
 * new key mints a uid, a key that vanished retires what it named, a key that came back revives it. What says how it was
 * called (`was=`) keeps its uid under the new key, also when it comes from another deck; if something stands there
 * already, then only when what stands there has no answers and the former one has.
 */
export type Change<Now, Uid> =
  | Readonly<{ kind: 'added'; made: Now }>
  /** Shown differently. `answerChanged`: what was learned may be wrong now. */
  | Readonly<{ kind: 'changed'; uid: Uid; version: number; answerChanged: boolean; made: Now }>
  /** `sameFace`: it comes back in the version in which it left. */
  | Readonly<{ kind: 'revived'; uid: Uid; version: number; sameFace: boolean; made: Now }>
  /** Shown as before: only its place differs, or nothing a learner sees at all. */
  | Readonly<{ kind: 'moved' | 'unchanged'; uid: Uid; made: Now }>
  /** `key` is what it goes by from now on: another than before when it makes room for what was called so (`was=`). */
  | Readonly<{ kind: 'retired'; uid: Uid; key: string }>;

/** How many cards or items each kind of change befell. */
export type Tally = Readonly<Record<Change<unknown, unknown>['kind'], number>>;

/**
 * Compares what was compiled with what is in the database: the deck's own cards or items, and those of other decks that
 * these say they were. `answered` says who of the contested ones has answers. All that was compiled, and all of the
 * deck, is in the plan exactly once; what makes room comes first.
 */
export function planPublish<Now extends Made, Uid>(
  compiled: readonly Now[],
  standing: readonly Standing<Uid>[],
  elsewhere: readonly Standing<Uid>[],
  answered: ReadonlySet<Uid>,
): readonly Change<Now, Uid>[] {
  const heirs = heirsOf(contestedKeys(compiled, standing, elsewhere), answered);
  const byKey = new Map([...standing, ...elsewhere].map((one) => [one.key, one]));
  // What still goes by its own name is nobody's former self.
  const taken = new Set(compiled.map(({ key }) => key));
  for (const { former } of heirs.values()) taken.add(former.key);
  const before = compiled.map((made) => {
    const former = made.was?.find((key) => byKey.has(key) && !taken.has(key));
    const heir = heirs.get(made.key)?.former;
    const found = heir ?? byKey.get(made.key) ?? (former === undefined ? undefined : byKey.get(former));
    if (found !== undefined) taken.add(found.key);
    return found;
  });
  const vanished = standing.filter(({ key, retired }) => !taken.has(key) && !retired);
  const superseded = [...heirs.values()].map(({ key, present }) => ({
    kind: 'retired' as const,
    uid: present.uid,
    key: supersededKey(key, (free) => byKey.has(free)),
  }));
  return [
    ...superseded,
    ...compiled.map((made, index) => changeOf(made, before[index])),
    ...vanished.map(({ uid, key }) => ({ kind: 'retired', uid, key }) as const),
  ];
}

/** The keys in other decks under which something of a deck may be found: `deck/unit:variant`. */
export function formerKeysElsewhere(compiled: readonly Pick<Made, 'was'>[]): readonly string[] {
  return compiled.flatMap(({ was }) => was ?? []).filter((key) => key.includes('/'));
}

/** Counts a plan. */
export function tallyOf(plan: readonly Pick<Change<unknown, unknown>, 'kind'>[]): Tally {
  const count = { added: 0, changed: 0, revived: 0, moved: 0, unchanged: 0, retired: 0 };
  for (const { kind } of plan) count[kind] += 1;
  return count;
}

function changeOf<Now extends Made, Uid>(made: Now, before: Standing<Uid> | undefined): Change<Now, Uid> {
  if (before === undefined) return { kind: 'added', made };
  const { uid } = before;
  const answerChanged = before.answerHash !== made.answerHash;
  // A key that moves to an option of the same words changes the face alone; a counted-up revision the answer alone.
  const sameFace = before.contentHash === made.contentHash && !answerChanged;
  const version = sameFace ? before.version : before.version + 1;
  if (before.retired) return { kind: 'revived', uid, version, sameFace, made };
  if (!sameFace) return { kind: 'changed', uid, version, answerChanged, made };
  return { kind: before.position === made.position ? 'unchanged' : 'moved', uid, made };
}
