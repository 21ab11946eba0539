import type { AttemptId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { CompiledItem } from '@/lib/content/model';
import type { Slot } from './model';
import type { SlotScore } from './result-model';
import { type Ruling, rulingOf, scoreSlot } from './score';

/** What stands where a version was asked, in an attempt whose scores are told. Storage letter; null when left out. */
export type GivenAnswer = Readonly<{ attemptId: AttemptId; slot: Slot; chosen: string | null }>;

/** What a decision on the scoring of a version does to one attempt. */
export type RegradedAnswer = GivenAnswer & Readonly<Record<'before' | 'after', SlotScore['score']>>;

/** What a decision on the scoring of a version would do. */
export type RegradePlan = Readonly<{
  before: Ruling;
  after: Ruling;
  /** Whether it decides anything. False where the version is scored so already: deciding it again changes nothing. */
  isNews: boolean;
  /** Every attempt that holds the version, in the order given, with its score at that place before and after. */
  answers: readonly RegradedAnswer[];
}>;

/**
 * What it does to score a version by `proposed` instead of `standing`. Both are storage letters that count as right: an
 * empty list voids the item and gives everybody its mark, null scores as authored. Letters that are not of the version
 * are refused. Planned twice, the second time says that nothing is new; planned back, it gives every score back.
 */
export function planRegrade(
  item: Pick<CompiledItem, 'options'>,
  {
    standing,
    proposed,
    answers,
  }: Readonly<{
    standing: readonly string[] | null;
    proposed: readonly string[] | null;
    answers: readonly GivenAnswer[];
  }>,
): Result<RegradePlan, 'unknown-option'> {
  const letters = item.options.map(({ letter }) => letter);
  if (proposed?.some((letter) => !letters.includes(letter))) return refuse('unknown-option');
  const [before, after] = [rulingOf(item, standing), rulingOf(item, proposed)];
  return ok({
    before,
    after,
    isNews: before.voided !== after.voided || before.accepted.join() !== after.accepted.join(),
    answers: answers.map((answer) => ({
      ...answer,
      before: scoreSlot(answer, before).score,
      after: scoreSlot(answer, after).score,
    })),
  });
}
