import type { Severity } from '../model';
import type { DeckFacts, FileFacts } from '../parse/facts';
import type { Problem } from '../parse/span';

/** Takes a problem a rule has found. The rule's own severity holds unless another is given. */
export type Report = (file: Place, problem: Problem, severity?: Severity) => void;

/** The file in which a problem stands. */
export type Place = Pick<FileFacts, 'path' | 'rangeOf'>;

/**
 * One rule of the format. Its sentences and examples are its entry in `docs/rules.md`, and the examples its test: every
 * `ok` raises nothing of this rule, every `notOk` does. An example without front matter stands in a deck with the objective `L1` and the source `adams`;
 * what it may refer to beyond its text (a claim, another deck, the day) stands in the test of all rules.
 */
export type Rule = RuleEntry & Readonly<{ check: (deck: DeckFacts, report: Report) => void }>;

/** What a rule says of itself. */
export type RuleEntry = Readonly<{
  /** Number and name, `S05-unit-id`; the number alone names it in `ignore`. */
  id: string;
  severity: Severity;
  /** One sentence to the author, a command: what the rule asks for. */
  summary: string;
  /** One or two sentences: what learners or an exam would suffer otherwise, and where the rule comes from. */
  why: string;
  ok: readonly string[];
  notOk: readonly string[];
}>;

/** The number of a rule, by which authors name it: `S05`. */
export function numberOf(ruleId: string): string {
  return ruleId.split('-')[0] ?? ruleId;
}
