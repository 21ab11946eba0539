import { claimCoverage } from './library/coverage';
import { libraryDeck } from './library/example';
import type { LibraryRule } from './library-rule';

/** What a library promises to teach it teaches. */
export const uncoveredClaim: LibraryRule = {
  id: 'D01-uncovered-claim',
  severity: 'error',
  summary: 'Teach every claim of claims.yaml with at least one card or case.',
  why: 'The list of claims is what was checked fact by fact; one that nothing asks for is not learned, and nobody would notice.',
  ok: [libraryDeck({ claims: 'C01 C02' })],
  notOk: [libraryDeck({ claims: 'C01' })],
  check({ decks, claims }, report) {
    const coverage = claimCoverage(decks.map(({ deck }) => deck));
    for (const [number, { text }] of claims.claims ?? []) {
      if (coverage.has(number)) continue;
      report(claims, {
        span: claims.spanOf(number),
        message: `No card and no case teaches ${number}: ${text}`,
        hint: `Write a card for it, or add \`claims=${number}\` to the one that teaches it.`,
      });
    }
  },
};
