import { ok, type Result, refuse } from '@/lib/base/result';
import { changesOf } from '@/lib/db/attempt-changes';
import { findAttempt } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import type { ResultView, SlotScore, SlotState } from '@/lib/quiz/model';
import { slotScoreOf } from '@/lib/quiz/score';
import { calibrationOf } from '@/lib/stats/calibration';
import { shareOf } from '@/lib/stats/wilson';
import type { Ctx } from '../ctx';
import { explainSlots } from './explain-slots';
import { finishIfOverOrLater } from './finish-over';
import { type Paper, readPaper } from './read-paper';
import { showQuestions } from './show-questions';

/**
 * Everything told of a finished attempt of the actor's own: each item as it was sat, scored as decided last. Another
 * learner's attempt is as unknown as one that never was.
 */
export async function getResult(
  ctx: Ctx,
  { id }: Readonly<{ id: string }>,
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
  const { explanations, pulled } = await explainSlots(ctx, { learner, stored, changes, paper, slots });
  return ok({
    attempt,
    questions: await showQuestions(ctx, paper),
    slots,
    explanations,
    scores,
    overall: shareOf(rightIn(scores), scores.length) ?? NOTHING,
    byObjective: byObjective(paper, scores),
    calibration: calibration(slots, scores),
    pulledCards: pulled.size,
  });
}

const NOTHING = { n: 0, right: 0, rate: 0, low: 0, high: 1 } as const;

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
