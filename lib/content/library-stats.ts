import type { CheckedDeck, CheckedLibrary } from './check-library';
import type { Diagnostic, SilencedDiagnostic } from './model';
import { claimCoverage, isApplied, objectiveCoverage } from './rules/library/coverage';

/** What a deck holds, and what is still open in it. All counts are of what is compiled: none in a broken deck. */
export type DeckStats = Readonly<{
  /** Null where the front matter does not say. */
  deck: string | null;
  cards: number;
  vignettes: number;
  /** Stems of matching sets. */
  matchItems: number;
  objectives: Coverage;
  /** Claims that this deck teaches, of all that the library promises. */
  claims: Coverage;
  /** Cases by Bloom's level; cases without one are under `none`. */
  bloom: Readonly<Record<string, number>>;
  /** Share of the cases that ask to apply, analyse, evaluate or create, 0 to 1; null where there are none. */
  appliedShare: number | null;
  errors: number;
  warnings: number;
}>;

/** So many of so many. */
export type Coverage = Readonly<{ covered: number; all: number }>;

/** A corrected claim, and by what it is set right. Keys are `deck/unit:variant`. */
export type Correction = Readonly<{
  claim: string;
  text: string;
  cards: readonly string[];
  misconceptions: readonly string[];
}>;

export type LibraryStats = Readonly<{
  decks: readonly DeckStats[];
  all: Omit<DeckStats, 'deck'>;
  uncoveredClaims: readonly string[];
  corrections: readonly Correction[];
  /** Objectives that have not at least two cards and one case. */
  thinObjectives: readonly Readonly<{ deck: string; objective: string; cards: number; items: number }>[];
  /** Facts whose time to be looked at has come (rule F13), silenced or not. */
  stale: readonly Diagnostic[];
  /** Errors, warnings and remarks that are told; those of the library as a whole come first. */
  problems: readonly Diagnostic[];
  silenced: readonly SilencedDiagnostic[];
}>;

const FEWEST_CARDS = 2;

/** Counts what a checked library holds. */
export function libraryStats(library: CheckedLibrary): LibraryStats {
  const { claims } = library;
  const built = library.decks.flatMap(({ deck }) => (deck === null ? [] : [deck]));
  const coverage = claimCoverage(built);
  const decks = library.decks.map((deck) => deckStats(deck, claims));
  const problems = [...library.diagnostics, ...library.decks.flatMap(({ diagnostics }) => diagnostics)];
  const silenced = [...library.silenced, ...library.decks.flatMap((deck) => deck.silenced)];
  return {
    decks,
    all: {
      ...sumOf(decks),
      claims: covered([...(claims?.keys() ?? [])], (number) => coverage.has(number)),
      errors: numberOf(problems, 'error'),
      warnings: numberOf(problems, 'warning'),
    },
    uncoveredClaims: [...(claims?.keys() ?? [])].filter((number) => !coverage.has(number)),
    corrections: [...(claims ?? [])]
      .filter(([, { corrected }]) => corrected)
      .map(([claim, { text }]) => ({
        claim,
        text,
        cards: coverage.get(claim)?.correcting ?? [],
        misconceptions: coverage.get(claim)?.misconceptions ?? [],
      })),
    thinObjectives: built.flatMap((deck) =>
      [...objectiveCoverage(deck)]
        .filter(([, found]) => !isServed(found))
        .map(([objective, found]) => ({ deck: deck.slug, objective, ...found })),
    ),
    stale: [...problems, ...silenced].filter(({ ruleId }) => ruleId.startsWith('F13-')),
    problems,
    silenced,
  };
}

function deckStats(checked: CheckedDeck, claims: CheckedLibrary['claims']): DeckStats {
  const { deck, slug, diagnostics } = checked;
  const items = deck?.items ?? [];
  const taught = deck === null ? new Map() : claimCoverage([deck]);
  const objectives = deck === null ? new Map() : objectiveCoverage(deck);
  const bloom: Record<string, number> = {};
  for (const { bloom: level } of items) bloom[level ?? 'none'] = (bloom[level ?? 'none'] ?? 0) + 1;
  return {
    deck: slug,
    cards: deck?.cards.length ?? 0,
    vignettes: items.filter(({ kind }) => kind === 'vignette').length,
    matchItems: items.filter(({ kind }) => kind === 'match').length,
    objectives: covered([...objectives.values()], isServed),
    claims: covered([...(claims?.keys() ?? [])], (number) => taught.has(number)),
    bloom,
    appliedShare: items.length === 0 ? null : items.filter(isApplied).length / items.length,
    errors: numberOf(diagnostics, 'error'),
    warnings: numberOf(diagnostics, 'warning'),
  };
}

/** The sums over all decks; claims and problems are those of the library and are set by whoever knows it. */
function sumOf(decks: readonly DeckStats[]): Omit<DeckStats, 'deck' | 'claims' | 'errors' | 'warnings'> {
  const sum = (of: (deck: DeckStats) => number) => decks.reduce((total, deck) => total + of(deck), 0);
  const cases = (deck: DeckStats) => deck.vignettes + deck.matchItems;
  const bloom: Record<string, number> = {};
  for (const deck of decks)
    for (const [level, count] of Object.entries(deck.bloom)) bloom[level] = (bloom[level] ?? 0) + count;
  const all = sum(cases);
  return {
    cards: sum(({ cards }) => cards),
    vignettes: sum(({ vignettes }) => vignettes),
    matchItems: sum(({ matchItems }) => matchItems),
    objectives: {
      covered: sum(({ objectives }) => objectives.covered),
      all: sum(({ objectives }) => objectives.all),
    },
    bloom,
    appliedShare: all === 0 ? null : sum((deck) => (deck.appliedShare ?? 0) * cases(deck)) / all,
  };
}

function isServed({ cards, items }: Readonly<{ cards: number; items: number }>): boolean {
  return cards >= FEWEST_CARDS && items > 0;
}

function covered<T>(all: readonly T[], isCovered: (one: T) => boolean): Coverage {
  return { covered: all.filter(isCovered).length, all: all.length };
}

function numberOf(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}
