import { ok, type Result, refuse } from '@/lib/base/result';
import type { CardFaces } from '@/lib/content/place-figures';
import { cardFaces } from '@/lib/db/decks';
import { findLearner } from '@/lib/db/learners';
import { drawingsOnFaces } from '@/lib/db/media';
import { guestsMergedInto } from '@/lib/db/merging';
import { latestRestoration } from '@/lib/db/restorations';
import type { Day } from '@/lib/scheduling/day';
import type { Ctx } from '../ctx';
import { loadStock } from './load-stock';
import { todayOf } from './today-of';

/** Study days after the present one for which a device gets the cards: a long weekend. */
export const DAYS_AHEAD = 3;

/** What *today* shows, and the cards of the study day and the next three, with their faces. Only a learner may. */
export async function getDay(ctx: Ctx): Promise<Result<Day<CardFaces>, 'no-learner'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const stock = await loadStock(ctx, learner, { deckId: null, ahead: DAYS_AHEAD });
  const uids = [...stock.due, ...stock.news].map(({ uid }) => uid);
  const [today, faces, formerly, restored] = await Promise.all([
    todayOf(ctx, learner, stock),
    cardFaces(db.read, uids),
    guestsMergedInto(db.read, learner.id),
    latestRestoration(db.read),
  ]);
  const drawings = await drawingsOnFaces(db.read, faces);
  return ok({ today, stock, faces, drawings, formerly, restored });
}
