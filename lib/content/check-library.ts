import { compileRead } from './compile-deck';
import { ALONE, type CompileContext, type MediaFile } from './context';
import type { ForeignRuns } from './foreign-runs';
import type { CompileResult, Diagnostic, SilencedDiagnostic, SourceFile } from './model';
import type { DeckFacts } from './parse/facts';
import { type ClaimsFile, readClaims } from './parse/read-claims';
import { readDeck } from './parse/read-deck';
import { judgeLibrary } from './rules/judge';
import type { BuiltDeck } from './rules/library-rule';

/** The files of one deck. */
export type DeckSource = Readonly<{
  files: readonly SourceFile[];
  media: ReadonlyMap<string, MediaFile> | null;
}>;

/** The files of a library: decks that may refer to each other, and what they promise together. */
export type LibrarySource = Readonly<{
  decks: readonly DeckSource[];
  /** False where other decks may stand elsewhere: then links out of these are not judged. */
  complete: boolean;
  /** `claims.yaml`; null where the library has none, and promises nothing. */
  claims: SourceFile | null;
  foreignRuns: ForeignRuns | null;
  /** `2026-12-31`; null judges no fact stale. */
  today: string | null;
}>;

/** What became of one deck, in the order given. */
export type CheckedDeck = CompileResult &
  Readonly<{
    /** Null where the front matter does not say. */
    slug: string | null;
    /** With which the deck compiles by itself as it did here. */
    context: CompileContext;
  }>;

export type CheckedLibrary = Readonly<{
  decks: readonly CheckedDeck[];
  /** What is promised; null where nothing is, or the list cannot be read. */
  claims: CompileContext['claims'];
  /** What is wrong with the list of claims and with the decks taken together; what is wrong with each stands there. */
  diagnostics: readonly Diagnostic[];
  silenced: readonly SilencedDiagnostic[];
}>;

/**
 * Compiles all decks of a library, each knowing what the others are called, and holds them together to what the library
 * promises. That is judged once every deck is without an error: a broken one teaches nothing, and would be told twice.
 * Pure, and never throws, as `compileDeck`.
 */
export function checkLibrary(source: LibrarySource): CheckedLibrary {
  const claimsFile = source.claims === null ? null : readClaims(source.claims);
  const claims = claimsFile?.claims ?? null;
  const common = { ...ALONE, claims, foreignRuns: source.foreignRuns, today: source.today };
  const read = source.decks.map(({ files, media }) => readDeck(files, { ...common, media }));
  const anchors = source.complete ? anchorsOf(read) : null;
  const inContext = read.map((facts): DeckFacts => ({ ...facts, context: { ...facts.context, anchors } }));
  const decks = inContext.map((facts): CheckedDeck => {
    return { ...compileRead(facts), slug: facts.info?.deck ?? null, context: facts.context };
  });
  const whole = claimsFile === null ? NOTHING : judgeWhole(claimsFile, builtDecks(inContext, decks));
  const ofClaims =
    claimsFile === null ? [] : claimsFile.problems.map((one) => claimsDiagnostic(claimsFile, one));
  return {
    decks,
    claims,
    diagnostics: [...ofClaims, ...whole.diagnostics],
    silenced: whole.silenced,
  };
}

const NOTHING = { diagnostics: [], silenced: [] };

function anchorsOf(decks: readonly DeckFacts[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    decks.flatMap(({ info, anchors }) => (info === null ? [] : [[info.deck, anchors] as const])),
  );
}

/** The decks with what was read of them; null where one is broken. */
function builtDecks(
  read: readonly DeckFacts[],
  checked: readonly CheckedDeck[],
): readonly BuiltDeck[] | null {
  const built = read.flatMap((facts, index) => {
    const deck = checked[index]?.deck ?? null;
    return deck === null ? [] : [{ facts, deck }];
  });
  return built.length === read.length ? built : null;
}

function judgeWhole(claims: ClaimsFile, decks: readonly BuiltDeck[] | null): ReturnType<typeof judgeLibrary> {
  return decks === null || claims.claims === null ? NOTHING : judgeLibrary({ decks, claims });
}

function claimsDiagnostic(
  file: ClaimsFile,
  { span, message, hint }: ClaimsFile['problems'][number],
): Diagnostic {
  const base = {
    file: file.path,
    ...file.rangeOf(span),
    severity: 'error',
    ruleId: 'S13-front-matter',
    message,
  } as const;
  return hint === undefined ? base : { ...base, hint };
}
