import type { LearnerId } from '@/lib/base/ids';
import type { TimeZone } from '@/lib/base/time';
import { createLearner } from '@/lib/db/learners';
import { keepParameterSet } from '@/lib/db/parameter-sets';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { isTimeZone } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/**
 * Makes a learner that needs no account, reached by whoever holds the token behind `tokenHash`, and enrols it in every
 * deck. A zone that is none is taken as UTC: the first answer will say better. Anyone may.
 */
export async function startAsGuest(
  ctx: Ctx,
  input: Readonly<{ tokenHash: string; tz: TimeZone }>,
): Promise<LearnerId> {
  const learnerId = ctx.newId() as LearnerId;
  await ctx.db.write(async (tx) => {
    await keepParameterSet(tx, DEFAULT_PARAMS);
    await createLearner(tx, {
      learnerId,
      reachedBy: { tokenHash: input.tokenHash },
      tz: isTimeZone(input.tz) ? input.tz : 'UTC',
      parameterSetId: DEFAULT_PARAMS.id,
      createdAt: ctx.now,
    });
  });
  return learnerId;
}
