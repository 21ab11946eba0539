import { isApplied } from './library/coverage';
import { libraryDeck } from './library/example';
import type { LibraryRule } from './library-rule';

const LEAST_APPLIED = 0.4;

/** Cases ask for the use of knowledge. A case has the level of its first objective unless it names another. */
export const bloomMix: LibraryRule = {
  id: 'D03-bloom-mix',
  severity: 'warning',
  summary: `Let at least ${LEAST_APPLIED * 100} of 100 cases of a deck ask to apply, analyse, evaluate or create.`,
  why: 'Recall is what cards are for; cases that ask for no more measure the same thing twice.',
  ok: [libraryDeck({ bloom: 'apply' }), libraryDeck({ cases: 0 })],
  notOk: [libraryDeck({ bloom: 'remember' })],
  check({ decks }, report) {
    for (const { facts, deck } of decks) {
      const applied = deck.items.filter(isApplied).length;
      if (facts.deckFile === null || applied >= deck.items.length * LEAST_APPLIED) continue;
      report(facts.deckFile, {
        span: facts.spanInFrontMatter(['objectives']),
        message: `Of ${deck.items.length} cases ${applied} ask for more than remembering and understanding.`,
        hint: 'Ask what follows for this patient, or set `bloom=` where a case asks for more than its objective says.',
      });
    }
  },
};
