import type { LearnerId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { type AnswerKeySource, keyDecisions } from '@/lib/db/answer-keys';
import { type ResponseSource, responsesTo } from '@/lib/db/item-responses';
import { type ItemVersionSource, itemVersions, type VersionRef } from '@/lib/db/items';
import { findItem } from '@/lib/db/regrades';
import { planRegrade, type RegradePlan } from '@/lib/quiz/plan-regrade';
import type { RegradeRequest } from '@/lib/quiz/regrade-request';

/** What a decision would do, and to what. */
export type RegradePreview = VersionRef &
  RegradePlan &
  Readonly<{
    /** The version that would be asked now. */
    newest: number;
    /** What the letters stand for, in the order shown. */
    options: readonly Readonly<{ letter: string; text: string }>[];
    /** Whose attempts `answers` are of: how many people. */
    learners: number;
    /** Running attempts that hold the version: they are scored by the decision once they end. */
    running: number;
  }>;

/** Why a decision cannot be taken. */
export type RegradeRefusal = 'unknown-item' | 'unknown-version' | 'unknown-option';

/** Where a decision is planned: on what is committed, or inside the transaction that files it. */
type RegradeSource = ItemVersionSource & AnswerKeySource & ResponseSource & Parameters<typeof findItem>[0];

/** Plans a decision on everything that stands. Only attempts that have ended have scores. */
export async function loadRegrade(
  read: RegradeSource,
  { deck, key, version, accepted }: RegradeRequest,
): Promise<Result<RegradePreview, RegradeRefusal>> {
  const found = await findItem(read, { deck, key });
  if (found === null) return refuse('unknown-item');
  const ref = { itemUid: found.uid, version };
  const [shown] = await itemVersions(read, [ref]);
  if (shown === undefined) return refuse('unknown-version');
  const standing = (await keyDecisions(read, [ref])).at(-1)?.accepted ?? null;
  const responses = await responsesTo(read, ref);
  const scored = responses.filter(({ finished }) => finished);
  const answers = scored.map(({ attemptId, slot, chosen }) => ({ attemptId, slot, chosen }));
  const plan = planRegrade(shown.item, { standing, proposed: accepted, answers });
  if (!plan.ok) return plan;
  return ok({
    ...ref,
    ...plan.value,
    newest: found.newest,
    options: shown.item.options.map(({ letter, text }) => ({ letter, text })),
    learners: new Set<LearnerId>(scored.map(({ learnerId }) => learnerId)).size,
    running: responses.length - scored.length,
  });
}
