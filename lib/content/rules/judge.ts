import { MAX_DIAGNOSTICS } from '../limits';
import type { Diagnostic, Severity, SilencedDiagnostic } from '../model';
import type { DeckFacts, FileFacts } from '../parse/facts';
import { countUpTo } from '../parse/line-ends';
import { type Ignore, readIgnores } from '../parse/read-ignores';
import type { Problem } from '../parse/span';
import { ALL_RULES } from './all-rules';
import type { LibraryFacts } from './library-rule';
import { LIBRARY_RULES } from './library-rules';
import { numberOf, type Place, type Report, type RuleEntry } from './rule';
import { ignore, unusedIgnore } from './s14-ignore';

/** What is wrong, in reading order, and what would be but for an `ignore` with its reason. */
export type Judgement = Readonly<{
  diagnostics: readonly Diagnostic[];
  silenced: readonly SilencedDiagnostic[];
}>;

type Finding = Readonly<{ file: Place; problem: Problem; ruleId: string; severity: Severity }>;

/** Everything that is wrong with a deck by itself. */
export function judge(deck: DeckFacts): Judgement {
  const findings: Finding[] = [];
  for (const rule of ALL_RULES) rule.check(deck, reportFor(rule, findings));
  return judged(findings, deck.files, ALL_RULES);
}

/** Everything that is wrong with the decks of a library taken together; what is wrong with each is left out. */
export function judgeLibrary(library: LibraryFacts): Judgement {
  const findings: Finding[] = [];
  for (const rule of LIBRARY_RULES) rule.check(library, reportFor(rule, findings));
  const files = library.decks.flatMap(({ facts }) => facts.files);
  return judged(findings, files, LIBRARY_RULES);
}

function reportFor(rule: RuleEntry, findings: Finding[]): Report {
  return (file, problem, severity = rule.severity) =>
    findings.push({ file, problem, ruleId: rule.id, severity });
}

/** `ran` are the rules of this run: an entry for another may be needed elsewhere, so it is not told as unused. */
function judged(
  findings: readonly Finding[],
  files: readonly FileFacts[],
  ran: readonly RuleEntry[],
): Judgement {
  const { told, silenced } = divided(findings, files, new Set(ran.map(({ id }) => numberOf(id))));
  const diagnostics = inReadingOrder(told, files).map(diagnosticOf);
  return {
    diagnostics: diagnostics.length > MAX_DIAGNOSTICS ? shortened(diagnostics) : diagnostics,
    silenced: silenced.map(({ finding, reason }) => ({ ...diagnosticOf(finding), reason })),
  };
}

function inReadingOrder(findings: readonly Finding[], files: readonly Place[]): readonly Finding[] {
  const place = new Map(files.map((file, index) => [file, index]));
  return findings
    .map((finding) => ({ finding, at: place.get(finding.file) ?? -1 }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        a.finding.problem.span.start - b.finding.problem.span.start ||
        a.finding.problem.span.end - b.finding.problem.span.end,
    )
    .map(({ finding }) => finding);
}

type Divided = Readonly<{
  told: readonly Finding[];
  silenced: readonly Readonly<{ finding: Finding; reason: string }>[];
}>;

function divided(
  findings: readonly Finding[],
  files: readonly FileFacts[],
  ran: ReadonlySet<string>,
): Divided {
  const entries = files.flatMap((file) => readIgnores(file).map((entry) => ({ file, entry })));
  if (entries.length === 0) return { told: findings, silenced: [] };
  const silencer = silencerOf(entries);
  const used = new Set<Ignore>();
  const told: Finding[] = [];
  const silenced: { finding: Finding; reason: string }[] = [];
  for (const finding of findings) {
    const entry = finding.severity === 'error' ? null : silencer(finding);
    if (entry === null) told.push(finding);
    else {
      used.add(entry);
      silenced.push({ finding, reason: entry.reason });
    }
  }
  for (const { file, entry } of entries)
    if (ran.has(entry.rule) && entry.reason !== '' && !used.has(entry))
      told.push({
        file,
        problem: { span: entry.span, ...unusedIgnore(entry) },
        ruleId: ignore.id,
        severity: 'warning',
      });
  return { told, silenced };
}

type Entry = Readonly<{ file: FileFacts; entry: Ignore }>;
/** The entries for one rule in one file: that of the file itself, and those of its blocks in reading order. */
type Silencing = { whole: Ignore | null; readonly blocks: Ignore[]; readonly starts: number[] };

/** Finds the entry that silences a finding: that of its block before that of its file. */
function silencerOf(entries: readonly Entry[]): (finding: Finding) => Ignore | null {
  const byFile = new Map<Place, Map<string, Silencing>>();
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
