import { may } from '@/lib/accounts/permissions';
import type { AttemptId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Instant } from '@/lib/base/time';
import { emailsOf } from '@/lib/db/accounts';
import { timedRunningAttempts } from '@/lib/db/attempts';
import { isOver } from '@/lib/quiz/deadline';
import type { Attempt } from '@/lib/quiz/model';
import type { Ctx } from '../ctx';

/** An attempt that runs against the clock, and who sits it. */
export type RunningAttempt = Readonly<{
  id: AttemptId;
  /** The address of the account; null for a guest. */
  email: string | null;
  mode: Attempt['mode'];
  items: number;
  startedAt: Instant;
  /** With what was granted since. */
  deadlineAt: Instant;
}>;

/**
 * The attempts that have a deadline and may still be answered, the next to end first. Those without one can be given no
 * time. Admins and operators may.
 */
export async function listRunningAttempts({
  db,
  actor,
  now,
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<Result<readonly RunningAttempt[], 'not-allowed'>> {
  if (!may(actor, 'see who sits what')) return refuse('not-allowed');
  const running = (await timedRunningAttempts(db.read, null)).filter(({ attempt }) => !isOver(attempt, now));
  const emails = await emailsOf(
    db.read,
    running.map(({ learnerId }) => learnerId),
  );
  return ok(
    running
      .flatMap(({ learnerId, attempt: { id, mode, startedAt, deadlineAt }, showings }) =>
        deadlineAt === null
          ? []
          : [
              {
                id,
                mode,
                startedAt,
                deadlineAt,
                email: emails.get(learnerId) ?? null,
                items: showings.length,
              },
            ],
      )
      .sort((one, other) => one.deadlineAt - other.deadlineAt || (one.id < other.id ? -1 : 1)),
  );
}
