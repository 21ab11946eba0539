import { ok, type Result, refuse } from '@/lib/base/result';
import { changesOf } from '@/lib/db/attempt-changes';
import { findAttempt } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import { glanceAt } from '@/lib/quiz/glance';
import type { Slot, SlotState } from '@/lib/quiz/model';
import type { Glance, ResultView, SlotScore } from '@/lib/quiz/result-model';
import { slotScoreOf } from '@/lib/quiz/score';
import { calibrationOf } from '@/lib/stats/calibration';
import { shareOf } from '@/lib/stats/wilson';
import type { Ctx } from '../ctx';
import { explainSlots, pulledCards } from './explain-slots';
import { finishIfOverOrLater } from './finish-over';
import { type Paper, type PaperSlot, readPaper } from './read-paper';
import { showQuestions } from './show-questions';

/**
 * What is told of a finished attempt of the actor's own, scored as decided last: how it went, and the items at the slots
 * of `inFull` (all if left out) as they were sat. Another learner's attempt is as unknown as one that never was.
 */
export async function getResult(
  ctx: Ctx,
  { id, inFull }: Readonly<{ id: string; inFull?: readonly Slot[] }>,
): Promise<Result<ResultView, 'no-learner' | 'unknown-attempt' | 'not-finished'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const found = await findAttempt(db.read, { id, learnerId: learner.id });
  if (found === null) return refuse('unknown-attempt');
  const stored = await finishIfOverOrLater(ctx, found);
  const { attempt, showings } = stored;
  if (attempt.finished === null) return refuse('not-finished');
  const [changes, paper] = [await changesOf(db.read, attempt.id), await readPaper(db.read, showings)];
  const slots = foldAttempt(showings.length, changes);
  const scores = slots.flatMap((state) => {
    const place = paper.get(state.slot);
    return place === undefined ? [] : [slotScoreOf(state, { ...place, ...place.showing })];
  });
  const sat = { learner, stored, changes, slots };
  const told = new Map([...paper].filter(([slot]) => inFull === undefined || inFull.includes(slot)));
  return ok({
    attempt,
    slots,
    glances: [...paper.values()].map(glanceOf),
    questions: await showQuestions(ctx, told),
    explanations: await explainSlots(ctx, { ...sat, paper: told }),
    scores,
    overall: shareOf(rightIn(scores), scores.length) ?? NOTHING,
    byObjective: byObjective(paper, scores),
    calibration: calibration(slots, scores),
    pulledCards: (await pulledCards(ctx, { ...sat, paper })).size,
  });
}

const NOTHING = { n: 0, right: 0, rate: 0, low: 0, high: 1 } as const;

function glanceOf({ showing, shown: { item, deck } }: PaperSlot): Glance {
  return {
    slot: showing.slot,
    language: deck.language,
    stem: glanceAt(item.stemHtml),
    objectives: item.objectives.flatMap((id) => deck.objectives[id]?.text ?? []),
  };
}

function rightIn(scores: readonly SlotScore[]): number {
  return scores.filter(({ score }) => score === 1).length;
}

/** An item that serves two objectives counts for both; one the deck no longer has is left out. In the order met. */
function byObjective(paper: Paper, scores: readonly SlotScore[]): ResultView['byObjective'] {
  const served = new Map<string, { deck: string; id: string; text: string; scores: SlotScore[] }>();
  for (const score of scores) {
    const shown = paper.get(score.slot)?.shown;
    for (const id of shown?.item.objectives ?? []) {
      const text = shown?.deck.objectives[id]?.text;
      if (shown === undefined || text === undefined) continue;
      const deck = shown.deck.slug;
      const known = served.get(`${deck}/${id}`) ?? { deck, id, text, scores: [] };
      known.scores.push(score);
      served.set(`${deck}/${id}`, known);
    }
  }
  return [...served.values()].flatMap(({ scores: own, ...objective }) => {
    const share = shareOf(rightIn(own), own.length);
    return share === null ? [] : [{ ...objective, ...share }];
  });
}

/** Of what was answered and said to be so sure of; what was voided cannot be right or wrong. */
function calibration(slots: readonly SlotState[], scores: readonly SlotScore[]): ResultView['calibration'] {
  const outcomes = new Map(scores.map(({ slot, outcome }) => [slot, outcome]));
  const stated = slots.flatMap(({ slot, confidence }) => {
    const outcome = outcomes.get(slot);
    if (confidence === null || (outcome !== 'right' && outcome !== 'wrong')) return [];
    return [{ confidence, correct: outcome === 'right' }];
  });
  const found = calibrationOf(stated);
  if (found === null) return null;
  const { brier, n, levels } = found;
  return { brier, n, levels: levels.map(({ verdict: _, ...level }) => level) };
}
