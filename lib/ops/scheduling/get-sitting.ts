import type { CardUid } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { CardFaces } from '@/lib/content/place-figures';
import { cardFaces, findDeckId } from '@/lib/db/decks';
import { findLearner } from '@/lib/db/learners';
import { drawingsOnFaces } from '@/lib/db/media';
import type { Sitting } from '@/lib/scheduling/sitting';
import { planStock } from '@/lib/scheduling/stock';
import type { Ctx } from '../ctx';
import { loadStock } from './load-stock';

/** Cards sent at a time: enough for several minutes, small enough for a slow network. The device asks for more. */
const CARDS_AT_A_TIME = 50;

export type SittingWithFaces = CardFaces & Readonly<{ sitting: Sitting }>;

/**
 * Everything a device needs to ask the next cards of the learner's day by itself: of one deck or of all, without those
 * it holds already. Only a learner may.
 */
export async function getSitting(
  ctx: Ctx,
  input: Readonly<{ deck: string | null; exclude: readonly CardUid[] }>,
): Promise<Result<SittingWithFaces, 'no-learner' | 'unknown-deck'>> {
  const { db, actor, now } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const deckId = input.deck === null ? null : await findDeckId(db.read, input.deck);
  if (input.deck !== null && deckId === null) return refuse('unknown-deck');

  const stock = await loadStock(ctx, learner, { deckId, ahead: 0 });
  const { day, queue } = planStock(stock, { now, tz: learner.tz });
  const held = new Set(input.exclude);
  const cards = queue.cards.filter(({ uid }) => !held.has(uid)).slice(0, CARDS_AT_A_TIME);
  const faces = await cardFaces(
    db.read,
    cards.map(({ uid }) => uid),
  );
  return ok({
    sitting: {
      learnerId: learner.id,
      params: learner.params,
      tz: learner.tz,
      builtAt: now,
      day,
      cards,
      remaining: queue.remaining,
      resting: queue.resting,
    },
    faces,
    drawings: await drawingsOnFaces(db.read, faces),
  });
}
