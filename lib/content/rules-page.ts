import { ALL_RULES } from './rules/all-rules';
import { LIBRARY_RULES } from './rules/library-rules';
import { numberOf, type RuleEntry } from './rules/rule';

/** Those of a deck by itself and those of a library as a whole, in the order in which the page speaks of them. */
const RULES: readonly RuleEntry[] = ['S', 'F', 'D', 'M'].flatMap((letter) =>
  [...ALL_RULES, ...LIBRARY_RULES]
    .filter(({ id }) => id.startsWith(letter))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** The numbers of all rules, in their order: `S01`. */
export const RULE_NUMBERS: readonly string[] = RULES.map(({ id }) => numberOf(id));

/** Every rule with what it asks for, why, and examples, in Markdown: the text of `docs/rules.md`. */
export function rulesPage(): string {
  const rows = RULES.map(
    ({ id, severity, summary }) => `| [${id}](#${anchorOf(id)}) | ${severity} | ${summary} |`,
  );
  const entries = RULES.map((rule) => `## ${rule.id}\n\n${entryOf(rule)}`);
  return `${INTRODUCTION}\n${rows.join('\n')}\n\n${entries.join('\n\n')}\n`;
}

/** One rule in Markdown, by its number in whatever case; null where there is no such rule. */
export function ruleEntry(number: string): string | null {
  const rule = RULES.find(({ id }) => numberOf(id) === number.toUpperCase());
  return rule === undefined ? null : `${rule.id}\n\n${entryOf(rule)}\n`;
}

const INTRODUCTION = `# The rules

<!-- Made from lib/content/rules: \`npm run -s content -- rules > docs/rules.md\`. Edit the rules, not this page. -->

\`npm run content -- check\` reports every breach as \`file:line:col severity rule message\`, with a hint. An **error** keeps
the deck from being published. A **warning** does not; where it is wrong, say so in place, with a reason:
\`ignore="F11 an aside"\` in the head of the block, or \`ignore: { F11: why }\` in the front matter for a whole file. An
**info** is only told. Most rules have one severity; where a message differs, the message holds.

S rules are about the form of the text, F about cards, D about decks and M about items of the quiz bank. D01 to D05 and
D08 look at all decks of a folder together, once it has a list of claims (\`claims.yaml\`) and no deck has an error. An
example without front matter stands in a deck with the objective \`L1\` and the source \`adams\`.

| rule | severity | asks |
|---|---|---|`;

function entryOf({ severity, summary, why, ok, notOk }: RuleEntry): string {
  const kind = severity === 'info' ? 'Info' : severity === 'error' ? 'Error' : 'Warning';
  return [
    `${kind}. ${summary}`,
    why,
    'Accepted:',
    ...ok.slice(0, MOST_ACCEPTED).map(fenced),
    'Not accepted:',
    ...notOk.slice(0, MOST_REFUSED).map(fenced),
  ].join('\n\n');
}

/** Enough to show what is meant; the others are for the tests. */
const MOST_ACCEPTED = 1;
const MOST_REFUSED = 3;

/** Longer examples are about length: their beginning says what they repeat. */
const MOST_SHOWN = 700;

function fenced(example: string): string {
  const text = printable(
    example.length > MOST_SHOWN ? `${example.slice(0, 60)}… (${example.length} characters)` : example,
  );
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(({ 0: run }) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}md\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** Characters that do not show are written by their numbers; line ends are those of the page. */
function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[^\P{C}\n\u200d]|[\u00a0\u202f\u2007]/gu,
      (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}

/** As the sites that show Markdown make it of a heading. */
function anchorOf(id: string): string {
  return id.toLowerCase();
}
