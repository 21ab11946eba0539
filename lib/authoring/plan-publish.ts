import type { CardUid } from '@/lib/base/ids';
import type { CompiledCard } from '@/lib/content/model';

/** A card as it stands in the database, standing or retired. */
export type StandingCard = Readonly<{
  uid: CardUid;
  key: string;
  position: number;
  version: number;
  contentHash: string;
  answerHash: string;
  retired: boolean;
}>;

/**
 * What a publish will do to each card. Identity is the authored key alone, so learners' history follows it:
 * a new key mints a uid, a key that vanished retires its card, a key that came back revives it.
 */
export type CardChange =
  | Readonly<{ kind: 'added'; card: CompiledCard }>
  /** Shown differently. `answerChanged`: what was learned may be wrong now. */
  | Readonly<{ kind: 'changed'; uid: CardUid; version: number; answerChanged: boolean; card: CompiledCard }>
  | Readonly<{ kind: 'revived'; uid: CardUid; version: number; card: CompiledCard }>
  /** Shown as before: only its place among the cards differs, or nothing a learner sees at all. */
  | Readonly<{ kind: 'moved' | 'unchanged'; uid: CardUid; card: CompiledCard }>
  | Readonly<{ kind: 'retired'; uid: CardUid; key: string }>;

/** Compares a compiled deck with what stands. Every standing or compiled card is in the plan exactly once. */
export function planPublish(
  compiled: readonly CompiledCard[],
  standing: readonly StandingCard[],
): readonly CardChange[] {
  const byKey = new Map(standing.map((card) => [card.key, card]));
  const kept = new Set(compiled.map(({ key }) => key));
  const vanished = standing.filter((card) => !kept.has(card.key) && !card.retired);
  return [
    ...compiled.map((card) => changeOf(card, byKey.get(card.key))),
    ...vanished.map(({ uid, key }): CardChange => ({ kind: 'retired', uid, key })),
  ];
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
