import { counted } from '@/components/ui/quantity';
import type { ItemUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { ResultView, Share, SlotScore } from '@/lib/quiz/result-model';
import { shareOf } from '@/lib/stats/wilson';
import { percent } from '../quiz-words';

/** From so few on a share begins to say something. */
const TELLING = 5;

/** `14 of 20 right`. */
export function rightOf({ right, n }: Pick<Share, 'right' | 'n'>): string {
  return `${right} of ${n} right`;
}

/** `48% to 85%`. */
export function rangeWords({ low, high }: Pick<Share, 'low' | 'high'>): string {
  return `${percent(low)} to ${percent(high)}`;
}

/** What a score says of the next items like these: the 95% interval in words. */
export function intervalWords(share: Share): string {
  const next = `Of many more items like these you would most likely get between ${percent(share.low)} and ${percent(share.high)} right.`;
  return share.n < 10 ? `${next} So few items cannot say it more closely.` : next;
}

/** What is said beside an objective: its share, or that it is too early for one. */
export function objectiveWords(share: Share): string {
  return share.n < TELLING ? 'too few to tell' : rangeWords(share);
}

type Calibration = NonNullable<ResultView['calibration']>;

/** What all answers together claimed and what came of it, with the interval of the latter. */
export type Claim = Readonly<{ claimed: number; observed: Share }>;

/** Whether the learner claims too much or too little, and whether so few answers can say so. */
export function calibrationWords(claim: Claim | null): string {
  if (claim === null) return '';
  const { claimed, observed } = claim;
  const facts = `With what you said you claimed ${percent(claimed)}; ${percent(observed.rate)} were right.`;
  if (claimed > observed.high)
    return `${facts} You are surer than you should be: before you say “sure”, look for what speaks against it.`;
  if (claimed < observed.low) return `${facts} You know more than you give yourself credit for.`;
  return `${facts} Of ${counted(observed.n, 'answer', 'answers')} that is no clear difference.`;
}

/** The Brier score in plain words. */
export function brierWords(brier: number): string {
  const score = brier.toFixed(2);
  const shown = Number(score);
  const worth =
    shown < 0.25
      ? 'yours is better than that'
      : shown === 0.25
        ? 'yours is the same'
        : 'yours is worse than that';
  return `Brier score ${score}: 0 is for those who are always sure and always right, 0.25 for those who call everything fifty-fifty; ${worth}.`;
}

/** What all levels together claim, each as often as it was said, and what came of it. */
export function claimOf({ levels }: Pick<Calibration, 'levels'>): Claim | null {
  const observed = shareOf(sum(levels.map(({ right }) => right)), sum(levels.map(({ n }) => n)));
  if (observed === null) return null;
  return { claimed: sum(levels.map(({ n, stated }) => n * stated)) / observed.n, observed };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const OUTCOME_WORDS: Readonly<Record<SlotScore['outcome'], string>> = {
  right: 'Right',
  wrong: 'Wrong',
  omitted: 'Left out',
  voided: 'Cancelled: counts for everybody',
};

export function outcomeWords(outcome: SlotScore['outcome']): string {
  return OUTCOME_WORDS[outcome];
}

/** Whether a correction came after the attempt, so that its learner had been told another score. */
export function isScoredAnew({ decided }: Pick<SlotScore, 'decided'>, finishedAt: Instant): boolean {
  return decided !== null && decided.at > finishedAt;
}

/** What an item's new score is against the old. */
export function regradeWords({ score, scoreBefore }: Pick<SlotScore, 'score' | 'scoreBefore'>): string {
  const [was, is] = [scoreBefore, score].map((value) => (value === 1 ? 'right' : 'wrong'));
  return was === is ? `still counts as ${is}` : `was ${was}, is ${is}`;
}

/** How many of these items the attempt got wrong as it is scored now: a regrade may have made one right since. */
export function comingFirst({ scores }: Pick<ResultView, 'scores'>, items: readonly ItemUid[]): number {
  return scores.filter(({ itemUid, outcome }) => outcome === 'wrong' && items.includes(itemUid)).length;
}

/**
 * How many answers the learner was sure of were wrong, and that so many of them, `first`, come first tomorrow; null when
 * none was wrong.
 */
export function sureButWrongWords({ levels }: Pick<Calibration, 'levels'>, first: number): string | null {
  const sure = levels.find(({ confidence }) => confidence === 'sure');
  const wrong = (sure?.n ?? 0) - (sure?.right ?? 0);
  if (wrong === 0) return null;
  const facts = `${counted(wrong, 'answer', 'answers')} you were sure of ${wrong === 1 ? 'was' : 'were'} wrong`;
  if (first === 0) return `${facts}.`;
  if (first < wrong) return `${facts}. ${first} of them ${first === 1 ? 'comes' : 'come'} first tomorrow.`;
  return `${facts}: ${wrong === 1 ? 'it comes' : 'they come'} first tomorrow.`;
}
