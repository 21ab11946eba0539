import type { CardUid } from '@/lib/base/ids';
import type { CompiledCard } from '@/lib/content/model';

/** A card as it is in the database, standing or retired. */
export type StandingCard = Readonly<{
  uid: CardUid;
  /** `unit:variant`; `deck/unit:variant` for a card that stands in another deck. */
  key: string;
  position: number;
  version: number;
  contentHash: string;
  answerHash: string;
  retired: boolean;
}>;

/**
 * What a publish will do to each card. Identity is the authored key alone, so learners' history follows it: a new key
 * mints a uid, a key that vanished retires its card, a key that came back revives it. A card that says what it was
 * called (`was=`) keeps its uid under the new key, also when it comes from another deck.
 */
export type CardChange =
  | Readonly<{ kind: 'added'; card: CompiledCard }>
  /** Shown differently. `answerChanged`: what was learned may be wrong now. */
  | Readonly<{ kind: 'changed'; uid: CardUid; version: number; answerChanged: boolean; card: CompiledCard }>
  | Readonly<{ kind: 'revived'; uid: CardUid; version: number; card: CompiledCard }>
  /** Shown as before: only its place among the cards differs, or nothing a learner sees at all. */
  | Readonly<{ kind: 'moved' | 'unchanged'; uid: CardUid; card: CompiledCard }>
  | Readonly<{ kind: 'retired'; uid: CardUid; key: string }>;

/**
 * Compares a compiled deck with what is in the database: the deck's own cards, and those of other decks that its cards
 * say they were. Every compiled card, and every card of the deck, is in the plan exactly once.
 */
export function planPublish(
  compiled: readonly CompiledCard[],
  standing: readonly StandingCard[],
  elsewhere: readonly StandingCard[],
): readonly CardChange[] {
  const byKey = new Map([...standing, ...elsewhere].map((card) => [card.key, card]));
  // What still goes by its own name is nobody's former self.
  const taken = new Set(compiled.map(({ key }) => key));
  const before = compiled.map((card) => {
    const former = card.was?.find((key) => byKey.has(key) && !taken.has(key));
    const found = byKey.get(card.key) ?? (former === undefined ? undefined : byKey.get(former));
    if (found !== undefined) taken.add(found.key);
    return found;
  });
  const vanished = standing.filter((card) => !taken.has(card.key) && !card.retired);
  return [
    ...compiled.map((card, index) => changeOf(card, before[index])),
    ...vanished.map(({ uid, key }): CardChange => ({ kind: 'retired', uid, key })),
  ];
}

/** The keys in other decks under which cards of a deck may be found: `deck/unit:variant`. */
export function formerKeysElsewhere(compiled: readonly CompiledCard[]): readonly string[] {
  return compiled.flatMap(({ was }) => was ?? []).filter((key) => key.includes('/'));
}

function changeOf(card: CompiledCard, before: StandingCard | undefined): CardChange {
  if (before === undefined) return { kind: 'added', card };
  const { uid } = before;
  const sameFace = before.contentHash === card.contentHash;
  const version = sameFace ? before.version : before.version + 1;
  if (before.retired) return { kind: 'revived', uid, version, card };
  if (!sameFace) {
    const answerChanged = before.answerHash !== card.answerHash;
    return { kind: 'changed', uid, version, answerChanged, card };
  }
  return { kind: before.position === card.position ? 'unchanged' : 'moved', uid, card };
}
