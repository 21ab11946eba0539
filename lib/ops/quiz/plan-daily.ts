import type { CardUid } from '@/lib/base/ids';
import { casesLogged } from '@/lib/db/case-log';
import type { Learner } from '@/lib/db/learners';
import { linkedCards } from '@/lib/db/linked-cards';
import { pickVariant } from '@/lib/quiz/pick-variant';
import { type DailyConcept, FEWEST_VARIANTS, todaysCases } from '@/lib/quiz/todays-cases';
import type { Ctx } from '../ctx';
import { finishOwnOverdue } from './finish-own-overdue';
import { type LearnersBank, type LearnersItem, loadBank } from './load-bank';

/** Today's cases that wait, a variant of each concept, in the order to be asked; and how many were done. */
export type DailyPlan = Readonly<{ items: readonly LearnersItem[]; doneToday: number }>;

/** Plans what of a learner's concepts is asked on the study day of `now`. */
export async function planDaily(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  learner: Learner,
): Promise<DailyPlan> {
  await finishOwnOverdue(ctx, learner);
  const bank = await loadBank(ctx, learner);
  const byConcept = new Map<CardUid, LearnersItem[]>();
  for (const item of bank.items) {
    byConcept.set(item.conceptUid, [...(byConcept.get(item.conceptUid) ?? []), item]);
  }
  // Nothing need be known of the others, and there may be hundreds.
  for (const [uid, variants] of byConcept) if (variants.length < FEWEST_VARIANTS) byConcept.delete(uid);
  const doneToday = bank.past.filter(
    ({ purpose, shownAt, revealed }) => purpose === 'daily' && revealed && shownAt >= bank.startsAt,
  ).length;
  const concepts = await dailyConcepts(ctx, learner, bank, byConcept);
  const { tz, params } = learner;
  const chosen = todaysCases(concepts, { at: ctx.now, tz, params, doneToday });
  const items = chosen.flatMap((conceptUid) => {
    const variants = byConcept.get(conceptUid) ?? [];
    const exposures = variants[0]?.exposures ?? 0;
    return pickVariant(variants, { learnerId: learner.id, conceptUid, exposures }) ?? [];
  });
  return { items, doneToday };
}

async function dailyConcepts(
  { db }: Pick<Ctx, 'db'>,
  learner: Learner,
  { items, states, shownToday, held, day }: LearnersBank,
  byConcept: ReadonlyMap<CardUid, readonly LearnersItem[]>,
): Promise<readonly DailyConcept[]> {
  const links = [...byConcept.values()].flat().flatMap(({ standing }) => standing.links);
  const cards = await linkedCards(db.read, learner.id, links);
  const cardsBehind = new Map<string, DailyConcept['linked']>();
  for (const { link, state } of cards) {
    const { memory } = state;
    const told = {
      stability: memory.kind === 'scheduled' ? memory.stability : null,
      answeredToday: memory.kind === 'scheduled' && memory.lastDay === day,
    };
    cardsBehind.set(link, [...(cardsBehind.get(link) ?? []), told]);
  }
  const logged = await casesLogged(
    db.read,
    [...byConcept.keys()].map((conceptUid) => ({ learnerId: learner.id, conceptUid })),
  );
  const last = new Map(logged.map(({ conceptUid, outcome }) => [conceptUid, outcome]));
  const byUid = new Map(items.map((item) => [item.uid, item]));
  const uidOfKey = new Map(
    items.map(({ deck, standing, conceptUid }) => [`${deck} ${standing.concept.key}`, conceptUid]),
  );
  return [...byConcept].map(([uid, variants]) => {
    const outcome = last.get(uid) ?? null;
    const asked = outcome === null ? undefined : byUid.get(outcome.itemUid);
    const partner = asked?.standing.confusable[outcome?.option ?? ''];
    return {
      uid,
      variants: variants.length,
      state: states.get(uid) ?? null,
      linked: [...new Set(variants.flatMap(({ standing }) => standing.links))].flatMap(
        (link) => cardsBehind.get(link) ?? [],
      ),
      askedToday: shownToday.has(uid) || held.has(uid),
      last: outcome,
      mistakenFor: (partner === undefined ? undefined : uidOfKey.get(`${asked?.deck} ${partner}`)) ?? null,
    };
  });
}
