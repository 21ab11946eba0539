import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findGuest } from '@/lib/db/learners';
import { closeGuest, copyLog } from '@/lib/db/merging';
import type { Ctx } from '../ctx';
import { refold } from '../scheduling/refold';

/**
 * Brings what somebody did as a guest into the account they have just signed in to: the guest's events are copied under
 * the same ids, and the cards they are about are folded again. Whoever holds the guest's token may. Doing it twice
 * changes nothing. Returns how many cards have a longer log now.
 */
export async function claimLearner(
  ctx: Ctx,
  input: Readonly<{ tokenHash: string }>,
): Promise<Result<number, 'not-allowed'>> {
  const { actor } = ctx;
  if (actor.kind !== 'learner' || !may(actor, 'look after own account')) return refuse('not-allowed');
  return ctx.db.write(async (tx) => {
    const guest = await findGuest(tx, input.tokenHash);
    // A token without a guest is an old cookie: its guest was brought in before.
    if (guest === null || guest === actor.learnerId) return ok(0);
    const cards = await copyLog(tx, { from: guest, to: actor.learnerId });
    await refold(
      tx,
      cards.map((cardUid) => ({ learnerId: actor.learnerId, cardUid })),
    );
    await closeGuest(tx, { guest, into: actor.learnerId });
    return ok(cards.length);
  });
}
