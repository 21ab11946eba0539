import { correlationOf, meanOf } from './moments';

/** One response to an item: the storage letter chosen, null if left out, and what the learner got elsewhere. */
export type Choice = Readonly<{ option: string | null; score: number }>;

/** What became of one option. */
export type OptionStatistics = Readonly<{
  option: string;
  isKey: boolean;
  n: number;
  /** Of all responses, those that left the item out among them; a rate. */
  share: number;
  /** Mean score of those who chose it; null if nobody did. */
  meanScore: number | null;
  /** Pearson's r of choosing it with the score; null if all or none did, and where scores do not vary. */
  correlation: number | null;
  /** A distractor that does its work: chosen by at least 5%, and rather by the weaker. Null for the key. */
  functional: boolean | null;
}>;

/** The options of an item, in the order given, and the share of its distractors that are functional. */
export type DistractorAnalysis = Readonly<{
  options: readonly OptionStatistics[];
  omitted: number;
  /** Functional distractors as a rate of all; null without distractors. */
  efficiency: number | null;
}>;

/** Tarrant, Ware and Mohammed (2009): a distractor that fewer choose could as well be missing. */
const LEAST_SHARE = 0.05;

/**
 * What became of each option. `keys` are the letters that count as right, more than one after a regrade. Scores should
 * leave the item itself out: a total that holds it makes every distractor look good.
 *
 * Throws without responses, and on a response that chose no option of the item: other versions are other items.
 */
export function distractorAnalysis(
  options: readonly string[],
  keys: readonly string[],
  choices: readonly Choice[],
): DistractorAnalysis {
  if (choices.length === 0) throw new RangeError('nobody has answered');
  const foreign = choices.find(({ option }) => option !== null && !options.includes(option));
  if (foreign !== undefined) throw new RangeError(`${foreign.option} is no option of this version`);
  const told = options.map((option) => optionStatistics(option, keys.includes(option), choices));
  const distractors = told.filter(({ isKey }) => !isKey);
  const working = distractors.filter(({ functional }) => functional).length;
  return {
    options: told,
    omitted: choices.filter(({ option }) => option === null).length,
    efficiency: distractors.length === 0 ? null : working / distractors.length,
  };
}

function optionStatistics(option: string, isKey: boolean, choices: readonly Choice[]): OptionStatistics {
  const scores = choices.map(({ score }) => score);
  const chose = choices.map((choice) => (choice.option === option ? 1 : 0));
  const choosers = scores.filter((_, index) => chose[index] === 1);
  const share = choosers.length / choices.length;
  const correlation = correlationOf(chose, scores);
  return {
    option,
    isKey,
    n: choosers.length,
    share,
    meanScore: meanOf(choosers),
    correlation,
    functional: isKey ? null : share >= LEAST_SHARE && correlation !== null && correlation < 0,
  };
}
