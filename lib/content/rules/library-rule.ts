import type { CompiledDeck } from '../model';
import type { DeckFacts } from '../parse/facts';
import type { ClaimsFile } from '../parse/read-claims';
import type { Report, RuleEntry } from './rule';

/** All decks of a library, each without an error, and what they promise to teach. */
export type LibraryFacts = Readonly<{
  decks: readonly BuiltDeck[];
  claims: ClaimsFile;
}>;

/** What the files of a deck say, and what became of it. */
export type BuiltDeck = Readonly<{ facts: DeckFacts; deck: CompiledDeck }>;

/**
 * A rule on what the decks of a library give together. Only a library that says what it promises (`claims.yaml`) is
 * held to it: a single deck, or one just begun, covers nothing yet. An example is a deck in a library that promises
 * `C01` and, as a correction of common teaching, `C02`.
 */
export type LibraryRule = RuleEntry & Readonly<{ check: (library: LibraryFacts, report: Report) => void }>;
