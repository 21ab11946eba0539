import type { CardUid, LearnerId } from '@/lib/base/ids';
import { ok, type Result } from '@/lib/base/result';
import type { CardFace } from '@/lib/content/card-face';
import type { Drawings } from '@/lib/content/place-figures';
import { cardFaces } from '@/lib/db/decks';
import { findLearner } from '@/lib/db/learners';
import { drawingsOnFaces } from '@/lib/db/media';
import { guestsMergedInto } from '@/lib/db/merging';
import { latestRestoration, type Restoration } from '@/lib/db/restorations';
import type { Today } from '@/lib/scheduling/sitting';
import type { Stock } from '@/lib/scheduling/stock';
import type { Ctx } from '../ctx';
import { getToday } from './get-today';
import { loadStock } from './load-stock';

/** Study days after the present one for which a device gets the cards: a long weekend. */
export const DAYS_AHEAD = 3;

/** What a device keeps for being without a network, and what it has to know about answers it holds. */
export type Day = Readonly<{
  today: Today;
  stock: Stock;
  faces: Readonly<Record<CardUid, CardFace>>;
  /** What the faces name and `placeOnFace` sets in. */
  drawings: Drawings;
  /** Guests who are this learner now: what the device still holds of theirs is this learner's. */
  formerly: readonly LearnerId[];
  /** The backup that took the place of the database last; null when none did. */
  restored: Restoration | null;
}>;

/** What *today* shows, and the cards of the study day and the next three, with their faces. Only a learner may. */
export async function getDay(ctx: Ctx): Promise<Result<Day, 'no-learner'>> {
  const { db, actor } = ctx;
  const today = await getToday(ctx);
  if (!today.ok) return today;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return { ok: false, error: 'no-learner' };
  const stock = await loadStock(ctx, learner, { deckId: null, ahead: DAYS_AHEAD });
  const uids = [...stock.due, ...stock.news].map(({ uid }) => uid);
  const [faces, formerly, restored] = await Promise.all([
    cardFaces(db.read, uids),
    guestsMergedInto(db.read, learner.id),
    latestRestoration(db.read),
  ]);
  const drawings = await drawingsOnFaces(db.read, faces);
  return ok({ today: today.value, stock, faces, drawings, formerly, restored });
}
