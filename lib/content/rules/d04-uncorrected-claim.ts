import { claimCoverage } from './library/coverage';
import { libraryDeck } from './library/example';
import type { LibraryRule } from './library-rule';

/**
 * What common teaching has wrong is corrected in so many words, by a card tagged `correction`, and put to the test, as a
 * wrong option that names the claim. A card's back cannot be read for its sense, so the tag is its author's word for it.
 */
export const uncorrectedClaim: LibraryRule = {
  id: 'D04-uncorrected-claim',
  severity: 'warning',
  summary:
    'Give every corrected claim a card tagged `correction` and a case that has the misconception among its wrong options.',
  why: 'Who has learned it wrong elsewhere keeps the wrong version until it fails in front of their eyes.',
  ok: [libraryDeck({ cardTags: 'correction', distractorClaims: 'C02' })],
  notOk: [libraryDeck({ distractorClaims: 'C02' }), libraryDeck({ cardTags: 'correction' })],
  check({ decks, claims }, report) {
    const coverage = claimCoverage(decks.map(({ deck }) => deck));
    for (const [number, { text, corrected }] of claims.claims ?? []) {
      const covered = coverage.get(number);
      // What nothing teaches at all is told by rule D01.
      if (!corrected || covered === undefined) continue;
      const missing = [
        ...(covered.correcting.length === 0 ? ['no card sets it right'] : []),
        ...(covered.misconceptions.length === 0 ? ['no case has it as a wrong option'] : []),
      ];
      if (missing.length > 0)
        report(claims, {
          span: claims.spanOf(number),
          message: `${number} corrects what is commonly taught, and ${missing.join(', and ')}: ${text}`,
          hint: `Tag the card \`correction\`, and write \`{claims=${number}}\` behind the wrong option.`,
        });
    }
  },
};
