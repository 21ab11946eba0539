import type { Confidence } from '@/lib/quiz/model';
import type { Share } from '@/lib/quiz/result-model';
import { type Calibration, calibrationOf } from './calibration';
import { correlationInterval } from './correlation-interval';
import { type DistractorAnalysis, distractorAnalysis } from './distractor-analysis';
import { type Guarded, guarded, LEAST_FOR_CORRELATION, LEAST_FOR_SHARES } from './guardrails';
import { pointBiserial } from './item-correlation';
import { upperLower } from './upper-lower';
import { type Interval, shareOf } from './wilson';

/** A learner's first answer to one version of an item. `score` is what the attempt got elsewhere, best as a rate. */
export type ItemResponse = Readonly<{
  option: string | null;
  correct: boolean;
  score: number;
  confidence: Confidence | null;
}>;

/** The version of an item: its storage letters, and those that count as right. */
export type ItemVersion = Readonly<{ options: readonly string[]; keys: readonly string[] }>;

/** How the item tells the able from the others. */
export type Discrimination = Readonly<{
  /** Point-biserial correlation with the score elsewhere. */
  correlation: number;
  interval: Interval;
  /** Upper less lower 27%. */
  upperLower: number;
}>;

/** What may be shown of one version of an item, with the reason for what may not. */
export type ItemReport = Readonly<{
  n: number;
  /** Right answers; leaving the item out counts as wrong. */
  facility: Guarded<Share>;
  /** How others chose, as rates of all responses, by storage letter in the item's order, and how many left it out. */
  peers: Guarded<Readonly<{ shares: ReadonlyMap<string, number>; omitted: number }>>;
  discrimination: Guarded<Discrimination>;
  distractors: Guarded<DistractorAnalysis>;
  /** Of the answers whose confidence was said. */
  calibration: Guarded<Calibration>;
}>;

/**
 * What may be shown of one version of an item. `responses` are first exposures to that version and no other: see
 * `firstExposures`. Shares from 10 responses, all that rests on correlation from 30, each with its interval.
 *
 * Throws on a response that chose no option of the version.
 */
export function itemReport(responses: readonly ItemResponse[], { options, keys }: ItemVersion): ItemReport {
  const n = responses.length;
  const analyse = () => distractorAnalysis(options, keys, responses);
  const stated = responses.flatMap(({ confidence, correct }) =>
    confidence === null ? [] : [{ confidence, correct }],
  );
  return {
    n,
    facility: guarded(n, LEAST_FOR_SHARES, () =>
      shareOf(responses.filter(({ correct }) => correct).length, n),
    ),
    peers: guarded(n, LEAST_FOR_SHARES, () => {
      const { options: told, omitted } = analyse();
      return { shares: new Map(told.map(({ option, share }) => [option, share])), omitted };
    }),
    discrimination: guarded(n, LEAST_FOR_CORRELATION, () => discriminationOf(responses)),
    distractors: guarded(n, LEAST_FOR_CORRELATION, analyse),
    calibration: guarded(stated.length, LEAST_FOR_SHARES, () => calibrationOf(stated)),
  };
}

function discriminationOf(responses: readonly ItemResponse[]): Discrimination | null {
  const scores = responses.map(({ score }) => score);
  const right = responses.map(({ correct }) => correct);
  const correlation = pointBiserial(right, scores);
  const interval = correlation === null ? null : correlationInterval(correlation, responses.length);
  const difference = upperLower(
    right.map((isRight) => (isRight ? 1 : 0)),
    scores,
  );
  if (correlation === null || interval === null || difference === null) return null;
  return { correlation, interval, upperLower: difference };
}
