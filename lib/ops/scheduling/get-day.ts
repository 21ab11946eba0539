import { ok, type Result } from '@/lib/base/result';
import type { Today } from '@/lib/scheduling/sitting';
import type { Ctx } from '../ctx';
import { getSitting, type SittingWithFaces } from './get-sitting';
import { getToday } from './get-today';

/** The learner's whole study day, to be gone through without a network. */
export type Day = Readonly<{ today: Today }> & SittingWithFaces;

/** What *today* shows and every card of the day, with their faces. Only a learner may. */
export async function getDay(ctx: Ctx): Promise<Result<Day, 'no-learner'>> {
  const [today, start] = await Promise.all([
    getToday(ctx),
    getSitting(ctx, { deck: null, exclude: [], wholeDay: true }),
  ]);
  if (!today.ok) return today;
  if (start.ok) return ok({ today: today.value, ...start.value });
  if (start.error === 'no-learner') return { ok: false, error: start.error };
  throw new Error('All decks together are not a deck that could be missing.');
}
