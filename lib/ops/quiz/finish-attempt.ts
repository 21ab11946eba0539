import { ok, type Result, refuse } from '@/lib/base/result';
import type { Instant } from '@/lib/base/time';
import { findAttempt, findAttempts } from '@/lib/db/attempts';
import { findLearner, type Learner } from '@/lib/db/learners';
import { isDatabaseBusy, isDatabaseUnwritable, type WriteTx } from '@/lib/db/writer';
import { isOver } from '@/lib/quiz/deadline';
import type { Attempt } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';
import { type Ending, endAttempts } from './end-attempts';
import { inRounds } from './in-rounds';
import { type Paper, readPaper } from './read-paper';

/**
 * Hands in an attempt of the actor's own, once: handed in again, or after its time was up, it is returned as it ended.
 * Handed in because its time ran out at `deadlineAt`, it is returned as it stands if it was given more time since.
 * Refuses `busy` and `read-only` as `saveChanges` does.
 */
export async function finishAttempt(
  ctx: Ctx,
  { id, deadlineAt = null }: Readonly<{ id: string; deadlineAt?: Instant | null }>,
): Promise<Result<Attempt, 'no-learner' | 'unknown-attempt' | 'busy' | 'read-only'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const stored = await findAttempt(db.read, { id, learnerId: learner.id });
  if (stored === null) return refuse('unknown-attempt');
  if (stored.attempt.finished !== null) return ok(stored.attempt);
  const paper = await readPaper(db.read, stored.showings);
  try {
    const attempt = await db.writeGrouped(finishTogether, { ctx, learner, id, paper, meant: deadlineAt });
    return attempt === null ? refuse('unknown-attempt') : ok(attempt);
  } catch (error) {
    if (isDatabaseBusy(error)) return refuse('busy');
    if (isDatabaseUnwritable(error)) return refuse('read-only');
    throw error;
  }
}

type Job = Readonly<{ ctx: Ctx; learner: Learner; id: string; paper: Paper; meant: Instant | null }>;

/** A class hands in at the same second: one commit for all who came together. */
function finishTogether(tx: WriteTx, jobs: readonly Job[]): Promise<readonly (Attempt | null)[]> {
  return inRounds(
    jobs,
    ({ learner }) => learner.id,
    (round) => finish(tx, round),
  );
}

async function finish(tx: WriteTx, jobs: readonly Job[]): Promise<readonly (Attempt | null)[]> {
  const found = await findAttempts(
    tx,
    jobs.map(({ id, learner }) => ({ id, learnerId: learner.id })),
  );
  const running = jobs.flatMap(({ id, ctx, learner, paper, meant }): Ending[] => {
    const stored = found.get(id);
    if (stored === undefined || stored.attempt.finished !== null) return [];
    const { deadlineAt } = stored.attempt;
    if (deadlineAt !== null && isOver(stored.attempt, ctx.now))
      return [{ ctx, learner, stored, paper, at: deadlineAt, by: 'deadline' }];
    const wasGivenMore = meant !== null && meant !== deadlineAt;
    return wasGivenMore ? [] : [{ ctx, learner, stored, paper, at: ctx.now, by: 'learner' }];
  });
  const ended = new Map(
    (await endAttempts(tx, running)).map(({ attempt }) => [attempt.id as string, attempt]),
  );
  return jobs.map(({ id }) => ended.get(id) ?? found.get(id)?.attempt ?? null);
}
