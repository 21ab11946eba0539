import { checkLibrary } from '@/lib/content/check-library';
import { type Coverage, type DeckStats, type LibraryStats, libraryStats } from '@/lib/content/library-stats';
import type { Diagnostic } from '@/lib/content/model';
import { count } from './count';
import { readLibrary } from './read-library';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { table } from './table';
import { UsageError } from './usage-error';

/**
 * `content stats [folder] [--json]`: what a folder of decks holds and what is still open: cards, cases, objectives and
 * claims, stale facts, corrections, Bloom's levels, problems and what is silenced. With `--json`, standard output is one
 * object, `LibraryStats`, and nothing else. Ends with 1 where there is an error, as `content check` does.
 */
export async function contentStats(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { flags, paths } = readWords('content stats', words, ['--json']);
  const { cwd, contentDir, out } = surroundings;
  if (paths.length > 1) throw new UsageError('content stats counts one folder of decks at a time.');
  const library = await readLibrary(paths[0] ?? contentDir, cwd);
  const checked = checkLibrary(library.source);
  const own = checked.decks.filter((_, index) => library.decks[index]?.wanted);
  const stats = libraryStats(
    library.whole ? checked : { ...checked, decks: own, diagnostics: [], silenced: [] },
  );
  out(flags.has('--json') ? `${JSON.stringify(stats, null, 2)}\n` : report(stats));
  return stats.all.errors > 0 ? 1 : 0;
}

function report(stats: LibraryStats): string {
  const { corrections, uncoveredClaims, thinObjectives, stale, problems, silenced } = stats;
  return [
    table([
      ['', 'cards', 'vignettes', 'matching', 'objectives', 'claims', 'applied', 'errors', 'warnings'],
      ...stats.decks.map((deck) => row(deck.deck ?? 'a deck without a name', deck)),
      row('all', stats.all),
    ]),
    `Levels of the cases: ${levels(stats.all.bloom)}.\n`,
    `Claims that nothing teaches: ${uncoveredClaims.length === 0 ? 'none' : uncoveredClaims.join(', ')}.\n`,
    listed('Corrected claims', corrections, ({ claim, cards, misconceptions }) =>
      [claim, keys('card', cards), keys('wrong option in', misconceptions)].join('  '),
    ),
    listed(
      'Objectives without two cards and a case',
      thinObjectives,
      ({ deck, objective, cards, items }) =>
        `${deck} ${objective}: ${count(cards, 'card')}, ${count(items, 'case')}`,
    ),
    listed('Facts to look at again', stale, (one) => `${placeOf(one)} ${one.message}`),
    listed('Problems by rule', byRule(problems), (line) => line),
    listed('Silenced', silenced, (one) => `${placeOf(one)} ${one.ruleId}: ${one.reason}`),
  ].join('\n');
}

function row(name: string, deck: Omit<DeckStats, 'deck'>): readonly string[] {
  return [
    name,
    `${deck.cards}`,
    `${deck.vignettes}`,
    `${deck.matchItems}`,
    share(deck.objectives),
    share(deck.claims),
    deck.appliedShare === null ? '–' : `${Math.round(deck.appliedShare * 100)}%`,
    `${deck.errors}`,
    `${deck.warnings}`,
  ];
}

function share({ covered, all }: Coverage): string {
  return `${covered}/${all}`;
}

function levels(bloom: Readonly<Record<string, number>>): string {
  const told = Object.entries(bloom).map(([level, number]) => `${number} ${level}`);
  return told.length === 0 ? 'there are none' : told.join(', ');
}

function keys(what: string, found: readonly string[]): string {
  return `${what} ${found.length === 0 ? 'missing' : found.join(', ')}`;
}

function byRule(problems: readonly Diagnostic[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { severity, ruleId } of problems) {
    const name = `${severity} ${ruleId}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, number]) => `${number} × ${name}`);
}

function placeOf({ file, line, column }: Diagnostic): string {
  return `${file}:${line}:${column}`;
}

function listed<T>(title: string, all: readonly T[], tell: (one: T) => string): string {
  if (all.length === 0) return `${title}: none.\n`;
  return `${title} (${all.length}):\n${all.map((one) => `  ${tell(one)}\n`).join('')}`;
}
