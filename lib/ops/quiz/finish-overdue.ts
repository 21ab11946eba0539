import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { timedRunningAttempts } from '@/lib/db/attempts';
import { isOver } from '@/lib/quiz/deadline';
import type { Ctx } from '../ctx';
import { finishIfOver } from './finish-over';

/**
 * Ends every attempt whose time has run out, each in its own transaction, as of its own deadline. Returns how many this
 * run ended. Only an operator may.
 */
export async function finishOverdue(ctx: Ctx): Promise<Result<number, 'not-allowed'>> {
  if (!may(ctx.actor, 'finish overdue attempts')) return refuse('not-allowed');
  const overdue = (await timedRunningAttempts(ctx.db.read, null)).filter(({ attempt }) =>
    isOver(attempt, ctx.now),
  );
  let ended = 0;
  for (const stored of overdue) {
    const { attempt } = await finishIfOver(ctx, stored);
    if (attempt.finished !== null) ended += 1;
    // A transaction alone does not give others their turn: the database answers without leaving the event loop's turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ok(ended);
}
