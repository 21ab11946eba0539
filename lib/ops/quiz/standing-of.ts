import type { StoredChange } from '@/lib/db/attempt-changes';
import type { StoredAttempt } from '@/lib/db/attempts';
import type { Learner } from '@/lib/db/learners';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import type { AttemptView, Slot } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';
import { explainable, explainSlots } from './explain-slots';
import { readPaper } from './read-paper';

/**
 * Everything of an attempt that changes while it is sat, as it stands at `now`, with what may be told of it but of the
 * slots in `have`, which whoever asks was told of before.
 */
export async function standingOf(
  ctx: Pick<Ctx, 'db' | 'now'>,
  sat: Readonly<{
    learner: Learner;
    stored: StoredAttempt;
    changes: readonly StoredChange[];
    have: ReadonlySet<Slot>;
  }>,
): Promise<Omit<AttemptView, 'questions'>> {
  const { stored, changes, have } = sat;
  const { attempt, showings } = stored;
  const slots = foldAttempt(showings.length, changes);
  const told = new Set(explainable(attempt, slots).map(({ slot }) => slot));
  const paper = await readPaper(
    ctx.db.read,
    showings.filter(({ slot }) => told.has(slot) && !have.has(slot)),
  );
  const explanations = await explainSlots(ctx, { ...sat, paper, slots });
  return {
    attempt,
    now: ctx.now,
    slots,
    rev: changes.reduce((greatest, { rev }) => Math.max(greatest, rev), 0),
    explanations,
  };
}
