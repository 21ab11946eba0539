import { ok, type Result, refuse } from '@/lib/base/result';
import { bankDecks } from '@/lib/db/bank-decks';
import { findLearner } from '@/lib/db/learners';
import type { BankView } from '@/lib/quiz/bank-model';
import type { Ctx } from '../ctx';
import { finishOwnOverdue } from './finish-own-overdue';
import { loadBank } from './load-bank';

/** Everything a learner may build blocks from: enough to count, no word of any item. Only a learner may. */
export async function getBank(ctx: Ctx): Promise<Result<BankView, 'no-learner'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  await finishOwnOverdue(ctx, learner);
  const [decks, items] = await Promise.all([bankDecks(db.read, learner.id), loadBank(ctx, learner)]);
  const used = new Set(items.flatMap(({ objectives }) => objectives));
  const withItems = new Set(items.map(({ deck }) => deck));
  return ok({
    decks: decks
      .filter(({ slug }) => withItems.has(slug))
      .map(({ slug, title, objectives }) => ({
        slug,
        title,
        objectives: objectives.filter(({ id }) => used.has(`${slug}/${id}`)),
      })),
    items: items.map(({ deck, objectives, concept, seen, missed, flagged, due, rests }) => ({
      deck,
      objectives,
      concept,
      seen,
      missed,
      flagged,
      due,
      rests,
    })),
  });
}
