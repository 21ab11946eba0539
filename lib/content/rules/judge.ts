import { MAX_DIAGNOSTICS } from '../limits';
import type { Diagnostic, Severity } from '../model';
import type { DeckFacts, FileFacts } from '../parse/facts';
import { countUpTo } from '../parse/line-ends';
import { type Ignore, readIgnores } from '../parse/read-ignores';
import type { Problem } from '../parse/span';
import { ALL_RULES } from './all-rules';
import { numberOf } from './rule';
import { ignore, unusedIgnore } from './s14-ignore';

type Finding = Readonly<{ file: FileFacts; problem: Problem; ruleId: string; severity: Severity }>;

/** Everything that is wrong with a deck, in reading order; what the author ignores with a reason is left out. */
export function judge(deck: DeckFacts): readonly Diagnostic[] {
  const findings: Finding[] = [];
  for (const rule of ALL_RULES)
    rule.check(deck, (file, problem, severity = rule.severity) =>
      findings.push({ file, problem, ruleId: rule.id, severity }),
    );
  const told = withoutIgnored(deck, findings);
  const place = new Map(deck.files.map((file, index) => [file, index]));
  const diagnostics = told
    .map((finding) => ({ finding, at: place.get(finding.file) ?? 0 }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        a.finding.problem.span.start - b.finding.problem.span.start ||
        a.finding.problem.span.end - b.finding.problem.span.end,
    )
    .map(({ finding }) => diagnosticOf(finding));
  return diagnostics.length > MAX_DIAGNOSTICS ? shortened(diagnostics) : diagnostics;
}

function withoutIgnored(deck: DeckFacts, findings: readonly Finding[]): readonly Finding[] {
  const entries = deck.files.flatMap((file) => readIgnores(file).map((entry) => ({ file, entry })));
  if (entries.length === 0) return findings;
  const silencer = silencerOf(entries);
  const used = new Set<Ignore>();
  const kept = findings.filter((finding) => {
    const entry = finding.severity === 'warning' ? silencer(finding) : null;
    if (entry !== null) used.add(entry);
    return entry === null;
  });
  // A rule of the catalogue that does not run yet may be ignored already: only rules that ran can find nothing.
  const ran = new Set(ALL_RULES.map((rule) => numberOf(rule.id)));
  const unused = entries
    .filter(({ entry }) => ran.has(entry.rule) && entry.reason !== '' && !used.has(entry))
    .map(
      ({ file, entry }): Finding => ({
        file,
        problem: { span: entry.span, ...unusedIgnore(entry) },
        ruleId: ignore.id,
        severity: 'warning',
      }),
    );
  return [...kept, ...unused];
}

type Entry = Readonly<{ file: FileFacts; entry: Ignore }>;
/** The entries for one rule in one file: that of the file itself, and those of its blocks in reading order. */
type Silencing = { whole: Ignore | null; readonly blocks: Ignore[]; readonly starts: number[] };

/** Finds the entry that silences a finding: that of its block before that of its file. */
function silencerOf(entries: readonly Entry[]): (finding: Finding) => Ignore | null {
  const byFile = new Map<FileFacts, Map<string, Silencing>>();
  for (const { file, entry } of entries) {
    if (entry.reason === '') continue;
    const rules = byFile.get(file) ?? new Map<string, Silencing>();
    const silencing = rules.get(entry.rule) ?? { whole: null, blocks: [], starts: [] };
    byFile.set(file, rules.set(entry.rule, silencing));
    if (entry.scope === null) silencing.whole = entry;
    else {
      silencing.blocks.push(entry);
      silencing.starts.push(entry.scope.start);
    }
  }
  return ({ file, problem, ruleId }) => {
    const silencing = byFile.get(file)?.get(numberOf(ruleId));
    if (silencing === undefined) return null;
    const above = silencing.blocks[countUpTo(silencing.starts, problem.span.start) - 1];
    const isInside = above?.scope !== null && above !== undefined && problem.span.start < above.scope.end;
    return isInside ? above : silencing.whole;
  };
}

function diagnosticOf({ file, problem, ruleId, severity }: Finding): Diagnostic {
  const { span, message, hint } = problem;
  const base = { file: file.path, ...file.rangeOf(span), severity, ruleId, message };
  return hint === undefined ? base : { ...base, hint };
}

/** A list cut short must still stop a publish where an error was cut off. */
function shortened(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const last = diagnostics[MAX_DIAGNOSTICS - 1];
  const hasError = diagnostics.some((one) => one.severity === 'error');
  const kept = diagnostics.slice(0, MAX_DIAGNOSTICS - 1);
  if (last === undefined) return kept;
  const left = diagnostics.length - kept.length;
  return [
    ...kept,
    {
      ...last,
      severity: hasError ? 'error' : 'warning',
      ruleId: 'S15-limits',
      message: `${left} more problems follow.`,
      hint: 'Mend those above first, then check again.',
    },
  ];
}
