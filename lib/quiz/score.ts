import type { ItemUid } from '@/lib/base/ids';
import type { CompiledItem } from '@/lib/content/model';
import type { SlotState } from './model';
import type { Decision, SlotScore } from './result-model';

/**
 * How a version of an item is scored. `accepted` are the storage letters that count as right, all of the item.
 * A voided item gives everybody its mark.
 */
export type Ruling = Readonly<{ accepted: readonly string[]; voided: boolean }>;

/**
 * The ruling on a version: as authored where nothing was decided (null), else as decided, and an empty decision voids
 * the item. Letters that are not of the item are left out: no decision makes them right.
 */
export function rulingOf(item: Pick<CompiledItem, 'options'>, decided: readonly string[] | null): Ruling {
  if (decided !== null && decided.length === 0) return { accepted: [], voided: true };
  const accepted = item.options
    .filter(({ letter, isKey }) => (decided === null ? isKey : decided.includes(letter)))
    .map(({ letter }) => letter);
  return { accepted, voided: false };
}

/** The score of what stands at a slot. Only a letter of the ruling scores; what was left out is wrong. */
export function scoreSlot(
  { chosen }: Pick<SlotState, 'chosen'>,
  ruling: Ruling,
): Pick<SlotScore, 'score' | 'outcome'> {
  if (ruling.voided) return { score: 1, outcome: 'voided' };
  if (chosen === null) return { score: 0, outcome: 'omitted' };
  return ruling.accepted.includes(chosen) ? { score: 1, outcome: 'right' } : { score: 0, outcome: 'wrong' };
}

/**
 * The line of a slot in a result. `before` is the ruling that the present one took the place of, for what was `decided`;
 * both null: nothing was decided.
 */
export function slotScoreOf(
  state: Pick<SlotState, 'slot' | 'chosen'>,
  shown: Readonly<{
    itemUid: ItemUid;
    version: number;
    ruling: Ruling;
    before: Ruling | null;
    decided: Decision | null;
  }>,
): SlotScore {
  const { itemUid, version, ruling, before, decided } = shown;
  return {
    slot: state.slot,
    itemUid,
    version,
    ...scoreSlot(state, ruling),
    scoreBefore: before === null ? null : scoreSlot(state, before).score,
    decided,
  };
}
