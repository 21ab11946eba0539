import { may } from '@/lib/accounts/permissions';
import type { CardUid } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findGuest } from '@/lib/db/learners';
import { cardsToCopy, closeGuest, copyLog, moveAttempts } from '@/lib/db/merging';
import type { WriteTx } from '@/lib/db/writer';
import type { Ctx } from '../ctx';
import { refold } from '../scheduling/refold';

/** Cards brought in with each transaction: others' answers get their turn in between. */
const CARDS_AT_A_TIME = 50;

/**
 * Brings what somebody did as a guest into the account they have just signed in to: the guest's events are copied under
 * the same ids, and the cards and concepts they are about are folded again, some at a time. Attempts change hands at the
 * end, in the transaction that closes the guest: until then the guest can go on with one, from then on the account.
 * Whoever holds the guest's token may. Interrupted or done twice, it goes on where it was: the token works until all is
 * there. Returns how many cards and concepts have a longer log now.
 */
export async function claimLearner(
  ctx: Ctx,
  input: Readonly<{ tokenHash: string }>,
): Promise<Result<number, 'not-allowed'>> {
  const { actor, db } = ctx;
  if (actor.kind !== 'learner' || !may(actor, 'look after own account')) return refuse('not-allowed');
  const guest = await findGuest(db.read, input.tokenHash);
  // A token without a guest is an old cookie: its guest was brought in before.
  if (guest === null || guest === actor.learnerId) return ok(0);
  const merge = { from: guest, to: actor.learnerId };
  let copied = 0;
  for (let after = ''; ; ) {
    const cards = await db.write((tx) => bringIn(tx, { ...merge, after, limit: CARDS_AT_A_TIME }));
    copied += cards.length;
    after = cards.at(-1) ?? '';
    if (cards.length < CARDS_AT_A_TIME) break;
    // A transaction alone does not give others their turn: the database answers without leaving the event loop's turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return db.write(async (tx) => {
    // Another tab may have given the guest to an account meanwhile: whoever comes first has it.
    if ((await findGuest(tx, input.tokenHash)) !== guest) return ok(copied);
    // Or have gone on as the guest; from here on it cannot.
    const late = await bringIn(tx, { ...merge, after: '', limit: -1 });
    await moveAttempts(tx, merge);
    await closeGuest(tx, { guest, into: actor.learnerId });
    return ok(copied + late.length);
  });
}

async function bringIn(tx: WriteTx, page: Parameters<typeof cardsToCopy>[1]): Promise<readonly CardUid[]> {
  const cards = await cardsToCopy(tx, page);
  if (cards.length === 0) return cards;
  await copyLog(tx, { ...page, cards });
  await refold(
    tx,
    cards.map((cardUid) => ({ learnerId: page.to, cardUid })),
  );
  return cards;
}
