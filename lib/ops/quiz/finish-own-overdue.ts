import { timedRunningAttempts } from '@/lib/db/attempts';
import type { Learner } from '@/lib/db/learners';
import type { Ctx } from '../ctx';
import { finishIfOverOrLater } from './finish-over';

/** Ends what of a learner's attempts has run out of time, before they are counted or listed. */
export async function finishOwnOverdue(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  { id }: Pick<Learner, 'id'>,
): Promise<void> {
  for (const stored of await timedRunningAttempts(ctx.db.read, id)) await finishIfOverOrLater(ctx, stored);
}
