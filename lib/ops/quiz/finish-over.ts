import { findAnyAttempt, type StoredAttempt } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import { isDatabaseBusy, isDatabaseUnwritable } from '@/lib/db/writer';
import { isOver } from '@/lib/quiz/deadline';
import type { Ctx } from '../ctx';
import { endAttempts } from './end-attempts';
import { readPaper } from './read-paper';

/**
 * Ends an attempt whose time has run out, as of its deadline. Whoever reads or writes it next does so, at whatever time
 * that is: nothing depends on a job having run. Returns the attempt as it stands afterwards.
 */
export async function finishIfOver(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  stored: StoredAttempt,
): Promise<StoredAttempt> {
  const { db, now } = ctx;
  const { attempt, showings, learnerId } = stored;
  if (attempt.finished !== null || !isOver(attempt, now)) return stored;
  const [learner, paper] = [await findLearner(db.read, learnerId), await readPaper(db.read, showings)];
  if (learner === null) return stored;
  return db.write(async (tx) => {
    const standing = await findAnyAttempt(tx, attempt.id);
    // Extra time may have been granted since.
    if (standing === null || standing.attempt.deadlineAt === null || !isOver(standing.attempt, now)) {
      return standing ?? stored;
    }
    const at = standing.attempt.deadlineAt;
    const [ended] = await endAttempts(tx, [{ ctx, learner, stored: standing, paper, at, by: 'deadline' }]);
    return ended ?? standing;
  });
}

/** The same for whoever only wants to read: if nothing can be written now, the next one ends it. */
export async function finishIfOverOrLater(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  stored: StoredAttempt,
): Promise<StoredAttempt> {
  try {
    return await finishIfOver(ctx, stored);
  } catch (error) {
    if (isDatabaseBusy(error) || isDatabaseUnwritable(error)) return stored;
    throw error;
  }
}
