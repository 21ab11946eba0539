import { ok, type Result, refuse } from '@/lib/base/result';
import { findAttempt } from '@/lib/db/attempts';
import { findLearner, type Learner } from '@/lib/db/learners';
import { isDatabaseBusy, isDatabaseUnwritable, type WriteTx } from '@/lib/db/writer';
import { isOver } from '@/lib/quiz/deadline';
import type { Attempt } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';
import { endAttempt } from './end-attempt';
import { type Paper, readPaper } from './read-paper';

/**
 * Hands in an attempt of the actor's own, once: handed in again, or after its time was up, it is returned as it ended.
 * Refuses `busy` and `read-only` as `saveChanges` does.
 */
export async function finishAttempt(
  ctx: Ctx,
  { id }: Readonly<{ id: string }>,
): Promise<Result<Attempt, 'no-learner' | 'unknown-attempt' | 'busy' | 'read-only'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const stored = await findAttempt(db.read, { id, learnerId: learner.id });
  if (stored === null) return refuse('unknown-attempt');
  if (stored.attempt.finished !== null) return ok(stored.attempt);
  const paper = await readPaper(db.read, stored.showings);
  try {
    const attempt = await db.writeGrouped(finishTogether, { ctx, learner, id, paper });
    return attempt === null ? refuse('unknown-attempt') : ok(attempt);
  } catch (error) {
    if (isDatabaseBusy(error)) return refuse('busy');
    if (isDatabaseUnwritable(error)) return refuse('read-only');
    throw error;
  }
}

type Job = Readonly<{ ctx: Ctx; learner: Learner; id: string; paper: Paper }>;

/** A class hands in at the same second: one commit for all who came together. */
async function finishTogether(tx: WriteTx, jobs: readonly Job[]): Promise<readonly (Attempt | null)[]> {
  const attempts: (Attempt | null)[] = [];
  for (const job of jobs) attempts.push(await finish(tx, job));
  return attempts;
}

async function finish(tx: WriteTx, { ctx, learner, id, paper }: Job): Promise<Attempt | null> {
  const key = { id, learnerId: learner.id };
  const stored = await findAttempt(tx, key);
  if (stored === null) return null;
  const { deadlineAt, finished } = stored.attempt;
  if (finished !== null) return stored.attempt;
  const end =
    deadlineAt !== null && isOver(stored.attempt, ctx.now)
      ? ({ at: deadlineAt, by: 'deadline' } as const)
      : ({ at: ctx.now, by: 'learner' } as const);
  await endAttempt(tx, ctx, { learner, stored, paper, ...end });
  return (await findAttempt(tx, key))?.attempt ?? null;
}
