import type { Actor } from '@/lib/accounts/actor';
import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findAnyAttempt, saveExtension } from '@/lib/db/attempts';
import { isOver } from '@/lib/quiz/deadline';
import { ExtraTime } from '@/lib/quiz/inputs';
import type { Attempt } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';

/**
 * Moves the deadline of an attempt that runs; who granted it, when and why is kept with it. Refuses an attempt without a
 * deadline, and one whose time is up: what has ended has been scored. Instructors, admins and operators may.
 */
export async function grantExtraTime(
  ctx: Ctx,
  input: ExtraTime,
): Promise<Result<Attempt, 'not-allowed' | 'malformed' | 'unknown-attempt' | 'untimed' | 'over'>> {
  const { db, actor, now, newId } = ctx;
  if (!may(actor, 'grant extra time')) return refuse('not-allowed');
  const { data } = ExtraTime.safeParse(input);
  if (data === undefined) return refuse('malformed');
  return db.write(async (tx) => {
    const stored = await findAnyAttempt(tx, data.attemptId);
    if (stored === null) return refuse('unknown-attempt');
    const { attempt } = stored;
    if (attempt.deadlineAt === null) return refuse('untimed');
    if (isOver(attempt, now)) return refuse('over');
    const { ms, reason } = data;
    await saveExtension(tx, {
      id: newId(),
      attemptId: attempt.id,
      ms,
      reason,
      grantedAt: now,
      grantedBy: nameOf(actor),
    });
    return ok({ ...attempt, deadlineAt: attempt.deadlineAt + ms });
  });
}

function nameOf(actor: Actor): string {
  return actor.kind === 'learner' ? (actor.account?.userId ?? actor.learnerId) : actor.kind;
}
