import { objectiveCoverage } from './library/coverage';
import { libraryDeck } from './library/example';
import type { LibraryRule } from './library-rule';

const FEWEST_CARDS = 2;

/** An objective is learned by cards and proved by a case. */
export const thinObjective: LibraryRule = {
  id: 'D02-thin-objective',
  severity: 'warning',
  summary: `Serve every objective with at least ${FEWEST_CARDS} cards and one case.`,
  why: 'One card shows one side of an objective, and without a case nobody learns whether it can be used on a patient.',
  ok: [libraryDeck({ cards: 2 })],
  notOk: [libraryDeck({ cards: 1 }), libraryDeck({ cases: 0 })],
  check({ decks }, report) {
    for (const { facts, deck } of decks) {
      if (facts.deckFile === null) continue;
      for (const [name, { cards, items }] of objectiveCoverage(deck)) {
        const missing = [
          ...(cards < FEWEST_CARDS ? [cards === 0 ? 'no card' : 'one card only'] : []),
          ...(items === 0 ? ['no case'] : []),
        ];
        if (missing.length > 0)
          report(facts.deckFile, {
            span: facts.spanInFrontMatter(['objectives', name]),
            message: `The objective \`${name}\` has ${missing.join(' and ')}.`,
            hint: `Name it in \`obj=\` where it is asked for, or write what is missing.`,
          });
      }
    }
  },
};
