import type { Severity } from '../model';
import type { DeckFacts, FileFacts } from '../parse/facts';
import type { Problem } from '../parse/span';

/** Takes a problem a rule has found. The rule's own severity holds unless another is given. */
export type Report = (file: FileFacts, problem: Problem, severity?: Severity) => void;

/**
 * One rule of the format. Its examples are its documentation and its test: every `ok` raises nothing of this rule,
 * every `notOk` does. An example without front matter stands in a deck with the objective `L1` and the source `adams`.
 */
export type Rule = Readonly<{
  /** Number and name, `S05-unit-id`; the number alone names it in `ignore`. */
  id: string;
  severity: Severity;
  ok: readonly string[];
  notOk: readonly string[];
  check: (deck: DeckFacts, report: Report) => void;
}>;

/** The number of a rule, by which authors name it: `S05`. */
export function numberOf(ruleId: string): string {
  return ruleId.split('-')[0] ?? ruleId;
}
