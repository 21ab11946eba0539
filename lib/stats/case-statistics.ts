import type { AttemptId, ItemUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Confidence } from '@/lib/quiz/model';
import { firstExposures } from './first-exposures';
import { type Departure, departures } from './isomorphy';
import { type ItemReport, type ItemResponse, itemReport } from './item-report';

/** A version of a case, as far as its statistics go. */
export type CaseVersion = Readonly<{
  itemUid: ItemUid;
  version: number;
  /** Names what it asks: variants of one concept should be equally hard. */
  concept: string;
  /** Whether it is the one that would be asked now. */
  stands: boolean;
  /** Storage letters, in the order shown. */
  options: readonly string[];
  /** Letters that the author made right. */
  authored: readonly string[];
}>;

/** One time somebody was shown a version of a case, with the answer that stands there. */
export type CaseShowing = Readonly<{
  attemptId: AttemptId;
  learnerId: LearnerId;
  itemUid: ItemUid;
  version: number;
  /** Whether the learner had never been shown the item before. */
  firstExposure: boolean;
  /** When the attempt began, whether it has ended, and whether this was explained while it ran. */
  shownAt: Instant;
  finished: boolean;
  revealed: boolean;
  /** Storage letter; null when left out. */
  chosen: string | null;
  confidence: Confidence | null;
}>;

/** The letters that count as right in a version now; none where it was voided. */
export type CaseKey = Readonly<{ itemUid: ItemUid; version: number; accepted: readonly string[] }>;

/** What may be shown of a version. `voided`: it gives everybody the mark, and is told by the key of its author. */
export type CaseReport<V> = Readonly<{ of: V; keys: readonly string[]; voided: boolean; report: ItemReport }>;

/**
 * What may be shown of each of `versions`, in the order given, and which standing variants of a concept are not equally
 * hard. Only a learner's first answer to an item counts, and only once it was explained or its attempt has ended;
 * `showings` should hold everything that was asked beside it, for what the same attempt got elsewhere says how able its
 * learner was. Voided slots say nothing of that. Where an attempt had nothing else, its answer counts for how many were
 * right and what was chosen, and not for what rests on correlation.
 */
export function caseStatistics<V extends CaseVersion>(
  versions: readonly V[],
  showings: readonly CaseShowing[],
  keys: readonly CaseKey[],
): Readonly<{ reports: readonly CaseReport<V>[]; departures: readonly Departure<V>[] }> {
  const accepted = new Map(keys.map((key) => [nameOf(key), key.accepted]));
  const counting = showings.filter(({ finished, revealed }) => finished || revealed);
  const elsewhere = scoresElsewhere(counting, accepted);
  const first = firstExposures(
    counting
      .filter(({ firstExposure }) => firstExposure)
      .map((showing) => ({
        showing,
        learner: showing.learnerId,
        item: showing.itemUid,
        version: nameOf(showing),
        answeredAt: showing.shownAt,
      })),
  );
  const reports = versions.map((of): CaseReport<V> => {
    const decided = accepted.get(nameOf(of)) ?? of.authored;
    const voided = decided.length === 0;
    const letters = voided ? of.authored : decided;
    const answers = (first.get(nameOf(of)) ?? []).map(({ showing }) => ({
      option: showing.chosen,
      correct: showing.chosen !== null && letters.includes(showing.chosen),
      confidence: showing.confidence,
      score: elsewhere(showing),
    }));
    return { of, keys: letters, voided, report: reportOf(answers, { options: of.options, keys: letters }) };
  });
  return { reports, departures: unequal(reports) };
}

type Answer = Omit<ItemResponse, 'score'> & Readonly<{ score: number | null }>;

function reportOf(answers: readonly Answer[], version: Parameters<typeof itemReport>[1]): ItemReport {
  const whole = itemReport(
    answers.map((answer) => ({ ...answer, score: answer.score ?? 0 })),
    version,
  );
  const placed = answers.flatMap(({ score, ...answer }) => (score === null ? [] : [{ ...answer, score }]));
  if (placed.length === answers.length) return whole;
  const { discrimination, distractors } = itemReport(placed, version);
  return { ...whole, discrimination, distractors };
}

/** What the attempt of a showing got at its other places, as a rate; null where it had none that are scored. */
function scoresElsewhere(
  counting: readonly CaseShowing[],
  accepted: ReadonlyMap<string, readonly string[]>,
): (showing: CaseShowing) => number | null {
  const scoreOf = (showing: CaseShowing): 0 | 1 | null => {
    const keys = accepted.get(nameOf(showing)) ?? [];
    if (keys.length === 0) return null;
    return showing.chosen !== null && keys.includes(showing.chosen) ? 1 : 0;
  };
  const totals = new Map<AttemptId, Readonly<{ right: number; n: number }>>();
  for (const showing of counting) {
    const score = scoreOf(showing);
    if (score === null) continue;
    const { right, n } = totals.get(showing.attemptId) ?? { right: 0, n: 0 };
    totals.set(showing.attemptId, { right: right + score, n: n + 1 });
  }
  return (showing) => {
    const { right, n } = totals.get(showing.attemptId) ?? { right: 0, n: 0 };
    const own = scoreOf(showing);
    const others = own === null ? n : n - 1;
    return others === 0 ? null : (right - (own ?? 0)) / others;
  };
}

/** Standing variants of one concept of which one is asked for less. */
function unequal<V extends CaseVersion>(reports: readonly CaseReport<V>[]): readonly Departure<V>[] {
  const groups = new Map<string, CaseReport<V>[]>();
  for (const report of reports) {
    if (!report.of.stands || report.voided) continue;
    const group = groups.get(report.of.concept);
    if (group === undefined) groups.set(report.of.concept, [report]);
    else group.push(report);
  }
  return [...groups.values()].flatMap((group) =>
    departures(
      group.flatMap(({ of, report: { facility } }) =>
        facility.shown ? [{ variant: of, right: facility.value.right, n: facility.value.n }] : [],
      ),
    ),
  );
}

function nameOf({ itemUid, version }: Readonly<{ itemUid: ItemUid; version: number }>): string {
  return `${itemUid} ${version}`;
}
