import { libraryDeck } from './library/example';
import type { LibraryRule } from './library-rule';

const FEWEST = 3;

/** A concept that is scheduled over time has enough cases to be asked anew. Only told, so that a group can grow. */
export const fewVariants: LibraryRule = {
  id: 'D05-few-variants',
  severity: 'warning',
  summary: `Give every group at least ${FEWEST} vignettes.`,
  why: 'A case that comes back is recognised by its patient, and the concept behind it is not thought through again.',
  ok: [libraryDeck({ group: 3 })],
  notOk: [libraryDeck({ group: 2 })],
  check({ decks }, report) {
    for (const { facts, deck } of decks) {
      if (facts.deckFile === null) continue;
      for (const name of Object.keys(deck.groups)) {
        const variants = deck.items.filter(({ group }) => group === name).length;
        if (variants >= FEWEST) continue;
        report(facts.deckFile, {
          span: facts.spanInFrontMatter(['groups', name]),
          message: `The group \`${name}\` has ${variants} of ${FEWEST} vignettes.`,
          hint: 'Write another patient with the same key; take groups that nothing uses out of the front matter.',
        });
      }
    }
  },
};
