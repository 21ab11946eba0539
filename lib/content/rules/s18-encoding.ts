import type { Rule } from './rule';

/**
 * What stands for bytes that are no UTF-8, and in prepared text for the character that ends a text elsewhere: learners
 * would see damage.
 */
const DAMAGE = '\uFFFD';

/** A file saved in another encoding has lost letters by the time it is read. */
export const encoding: Rule = {
  id: 'S18-encoding',
  severity: 'error',
  summary: 'Save files as UTF-8.',
  why: 'In another encoding, letters such as µ, β or é are damaged before they are read, and in medicine they matter.',
  ok: ['Café, naïve, 5 µg, β-blocker.'],
  notOk: ['Caf\uFFFD', 'A\0B'],
  check(deck, report) {
    for (const file of deck.files)
      for (
        let start = file.source.text.indexOf(DAMAGE);
        start >= 0;
        start = file.source.text.indexOf(DAMAGE, start + 1)
      )
        report(file, {
          span: { start, end: start + 1 },
          message: 'A character here is damaged: the file is not UTF-8.',
          hint: 'Save the file as UTF-8 and type the character again.',
        });
  },
};
