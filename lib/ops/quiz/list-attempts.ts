import type { AttemptId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { answerKeys } from '@/lib/db/answer-keys';
import { attemptsOf } from '@/lib/db/attempts';
import { type PastShowing, pastShowings } from '@/lib/db/item-history';
import { findLearner } from '@/lib/db/learners';
import type { AttemptSummary } from '@/lib/quiz/result-model';
import type { Ctx } from '../ctx';
import { finishOwnOverdue } from './finish-own-overdue';

/** The history of a learner's attempts, the latest first, each scored as decided last. Only a learner may. */
export async function listAttempts(ctx: Ctx): Promise<Result<readonly AttemptSummary[], 'no-learner'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  await finishOwnOverdue(ctx, learner);
  const [attempts, showings] = [
    await attemptsOf(db.read, learner.id),
    await pastShowings(db.read, learner.id),
  ];
  const keys = new Map(
    (await answerKeys(db.read, showings)).map(({ itemUid, version, accepted }) => [
      `${itemUid} ${version}`,
      accepted,
    ]),
  );
  const isRight = ({ itemUid, version, chosen }: PastShowing) => {
    const accepted = keys.get(`${itemUid} ${version}`) ?? [];
    return accepted.length === 0 || (chosen !== null && accepted.includes(chosen));
  };
  const byAttempt = new Map<AttemptId, PastShowing[]>();
  for (const showing of showings) {
    const own = byAttempt.get(showing.attemptId);
    if (own === undefined) byAttempt.set(showing.attemptId, [showing]);
    else own.push(showing);
  }
  return ok(
    attempts.map(({ attempt, retryOf }) => {
      const own = byAttempt.get(attempt.id) ?? [];
      return {
        attempt,
        retryOf,
        decks: [...new Set(own.map(({ deckTitle }) => deckTitle))],
        items: own.length,
        answered: own.filter(({ chosen }) => chosen !== null).length,
        right: attempt.finished === null ? null : own.filter(isRight).length,
      };
    }),
  );
}
