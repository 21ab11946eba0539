import type { CardUid, ItemUid } from '@/lib/base/ids';
import type { CompiledItem, Group } from '@/lib/content/model';
import { isSuperseded, supersededKey } from './contested-keys';
import type { Change } from './plan-publish';

/** A concept as it is in the database, standing or retired. Its uid is of the kind that learners' events name. */
export type StandingConcept = Readonly<{
  uid: CardUid;
  /** `group:case`; `deck/group:case` for one of another deck. */
  key: string;
  retired: boolean;
  /** Items that ask it now. */
  items: readonly ItemUid[];
}>;

/** What a concept will be called, and what it is mistaken for. */
export type MadeConcept = Readonly<{ key: string; concept: string | null; confusable: readonly string[] }>;

/** What a publish will do to each concept. */
export type ConceptChange =
  | Readonly<{ kind: 'added'; made: MadeConcept }>
  /** Stands under the same uid, perhaps under another key, in other words, or again. */
  | Readonly<{ kind: 'kept'; uid: CardUid; made: MadeConcept }>
  /** No item asks it any more. */
  | Readonly<{ kind: 'retired'; uid: CardUid }>
  /** The same, and it leaves its key to the concept of an item that came back (`was=`). Comes first. */
  | Readonly<{ kind: 'superseded'; uid: CardUid; key: string }>;

export type ItemChange = Change<CompiledItem, ItemUid>;

/**
 * Concepts are named by what their items say (`memoryKey`), and keep their uid under that key. A key that is new goes
 * on with the concept that its first known item asked before, if no item asks that one any more: whoever renames a
 * case, moves it to another deck or gives it a group with more variants costs nobody their memory of it. In all other
 * cases an item that changes its group leaves its old concept behind. `known` are the deck's concepts and those of the
 * items that come from elsewhere; `conceptOf` says what an item asked before. A concept that was asked by nothing but
 * items that made room (`planPublish`), and that is not among the `answered`, makes room as well.
 */
export function planConcepts(
  items: readonly ItemChange[],
  groups: Readonly<Record<string, Group>>,
  known: readonly StandingConcept[],
  conceptOf: ReadonlyMap<ItemUid, CardUid>,
  answered: ReadonlySet<CardUid>,
): readonly ConceptChange[] {
  const asked = itemsByKey(items);
  const byKey = new Map(known.map((concept) => [concept.key, concept]));
  const byUid = new Map(known.map((concept) => [concept.uid, concept]));
  const planned = new Set(items.flatMap((change) => ('uid' in change ? [change.uid] : [])));
  const gone = new Set(
    items.flatMap((one) => (one.kind === 'retired' && isSuperseded(one.key) ? [one.uid] : [])),
  );
  const askedByGone = new Set([...gone].map((item) => conceptOf.get(item)));
  const makesRoom = ({ uid, items: askedBy }: StandingConcept) =>
    askedByGone.has(uid) && !answered.has(uid) && askedBy.every((item) => gone.has(item));
  const kept = new Set([...asked.keys()].flatMap((key) => byKey.get(key)?.uid ?? []));
  const isLeft = ({ uid, items: askedBy }: StandingConcept) =>
    !kept.has(uid) && askedBy.every((item) => planned.has(item));

  const superseded: ConceptChange[] = [];
  const changes: ConceptChange[] = [];
  for (const [key, of] of asked) {
    const made = madeConcept(key, of, groups);
    const former = () =>
      of
        .map((change) =>
          'uid' in change ? byUid.get(conceptOf.get(change.uid) ?? ('' as CardUid)) : undefined,
        )
        .find((concept) => concept !== undefined && isLeft(concept));
    const present = byKey.get(key);
    const heir = present !== undefined && makesRoom(present) ? former() : undefined;
    if (present !== undefined && heir !== undefined) {
      const free = supersededKey(key, (used) => byKey.has(used));
      superseded.push({ kind: 'superseded', uid: present.uid, key: free });
    }
    const before = heir ?? present ?? former();
    if (before !== undefined) kept.add(before.uid);
    changes.push(before === undefined ? { kind: 'added', made } : { kind: 'kept', uid: before.uid, made });
  }
  for (const concept of known) {
    if (!concept.retired && isLeft(concept)) changes.push({ kind: 'retired', uid: concept.uid });
  }
  return [...superseded, ...changes];
}

type Present = Exclude<ItemChange, { kind: 'retired' }>;

function itemsByKey(items: readonly ItemChange[]): ReadonlyMap<string, readonly Present[]> {
  const asked = new Map<string, Present[]>();
  for (const change of items) {
    if (change.kind === 'retired') continue;
    const { memoryKey } = change.made;
    asked.set(memoryKey, [...(asked.get(memoryKey) ?? []), change]);
  }
  return asked;
}

function madeConcept(
  key: string,
  items: readonly Present[],
  groups: Readonly<Record<string, Group>>,
): MadeConcept {
  const group = items.map(({ made }) => made.group).find((name) => name !== null);
  const told = group === undefined || group === null ? undefined : groups[group];
  const { concept = null, confusable = [] } = told ?? {};
  return { key, concept, confusable: confusable.map(caseOf) };
}

/** The concept that the vignettes of a group ask. */
export function caseOf(group: string): string {
  return `${group}:case`;
}
