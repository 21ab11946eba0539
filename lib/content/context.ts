import type { ForeignRuns } from './foreign-runs';

/** A file of a deck's `media/` folder. */
export type MediaFile = Readonly<{ bytes: Uint8Array }>;

/** One claim of `content/claims.yaml`: something the decks promise to teach. */
export type Claim = Readonly<{
  text: string;
  /** Whether common teaching has it wrong or outdated, so that it must be taught as a correction. */
  corrected: boolean;
}>;

/**
 * What a deck may refer to beyond its own text. Null means "not known here": the rules that would need it keep silent,
 * so that a file alone can be checked as well as a whole library.
 */
export type CompileContext = Readonly<{
  /** By their names under `media/`: `cn7.svg`, `face/left.png`. */
  media: ReadonlyMap<string, MediaFile> | null;
  /** By their numbers: `C06`. */
  claims: ReadonlyMap<string, Claim> | null;
  /** What a link into another deck may name (ids of units, slugs of sections), by the deck's slug. */
  anchors: ReadonlyMap<string, ReadonlySet<string>> | null;
  /** The day by which facts are judged fresh or stale, `2026-12-31`. */
  today: string | null;
  /** Hashes of runs of eight words that belong to others. */
  foreignRuns: ForeignRuns | null;
}>;

/** A deck by itself. */
export const ALONE: CompileContext = {
  media: null,
  claims: null,
  anchors: null,
  today: null,
  foreignRuns: null,
};
