import { CONFIDENCES, type Confidence } from '@/lib/quiz/model';
import type { Share } from '@/lib/quiz/result-model';
import { sum } from './moments';
import { shareOf } from './wilson';

/**
 * The chance of being right that each word claims. A guess among five options is right once in five; who thinks so is
 * rather right than wrong, 0.6; who is sure may err once in ten. A convention, for no learner said a number: it decides
 * what counts as over- and underconfident, and nothing else.
 */
export const STATED: Readonly<Record<Confidence, number>> = { guess: 0.2, think: 0.6, sure: 0.9 };

/** An answer whose confidence was said before anything was told. */
export type StatedAnswer = Readonly<{ confidence: Confidence; correct: boolean }>;

/** One level of confidence: what it claims, and what came of it. */
export type CalibrationLevel = Readonly<{
  confidence: Confidence;
  stated: number;
  /** `over` or `under` where what was claimed lies outside the interval of what came, else `in-line`. */
  verdict: 'over' | 'under' | 'in-line';
}> &
  Share;

/** How well confidence agrees with being right. */
export type Calibration = Readonly<{
  n: number;
  /** Mean squared distance of what was claimed from what came: 0 best, 1 worst. */
  brier: number;
  /** How far claims lie from what came at their level; 0 is perfect calibration. */
  reliability: number;
  /** How far levels differ in what came; the more the better. */
  resolution: number;
  /** What a learner would get who always claimed the overall rate. */
  uncertainty: number;
  /** Mean claim less overall rate: positive is overconfident. */
  bias: number;
  /** Levels that were said, the least confident first. */
  levels: readonly CalibrationLevel[];
}>;

/**
 * The Brier score (1950) of `answers` and its parts after Murphy (1973): brier = reliability − resolution + uncertainty.
 * With f the claim of a level, o its rate of right answers, n its answers, N and ō those of all:
 * brier = Σ(f − right)²/N, reliability = Σn(f − o)²/N, resolution = Σn(o − ō)²/N, uncertainty = ō(1 − ō).
 * The sum is exact, for all claims of a level are the same. Null of nothing.
 */
export function calibrationOf(answers: readonly StatedAnswer[]): Calibration | null {
  const n = answers.length;
  if (n === 0) return null;
  const levels = CONFIDENCES.flatMap((confidence) => levelOf(confidence, answers) ?? []);
  const overall = answers.filter(({ correct }) => correct).length / n;
  const weighted = (term: (level: CalibrationLevel) => number) =>
    sum(levels.map((level) => level.n * term(level))) / n;
  return {
    n,
    brier: sum(answers.map(({ confidence, correct }) => (STATED[confidence] - (correct ? 1 : 0)) ** 2)) / n,
    reliability: weighted(({ stated, rate }) => (stated - rate) ** 2),
    resolution: weighted(({ rate }) => (rate - overall) ** 2),
    uncertainty: overall * (1 - overall),
    bias: weighted(({ stated }) => stated) - overall,
    levels,
  };
}

function levelOf(confidence: Confidence, answers: readonly StatedAnswer[]): CalibrationLevel | null {
  const said = answers.filter((answer) => answer.confidence === confidence);
  const share = shareOf(said.filter(({ correct }) => correct).length, said.length);
  if (share === null) return null;
  const stated = STATED[confidence];
  const verdict = stated > share.high ? 'over' : stated < share.low ? 'under' : 'in-line';
  return { confidence, stated, verdict, ...share };
}
