import { phraseFinder } from '../language/phrases';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const findHinges = phraseFinder([
  ...['the patient above', 'the case above', 'the patient described above', 'the patient described earlier'],
  ...[
    'the previous patient',
    'the previous case',
    'the previous question',
    'the previous vignette',
    'the previous item',
  ],
  ...[
    'the preceding question',
    'the preceding case',
    'the last question',
    'the last case',
    'see the case above',
  ],
  ...['as in the last case', 'the same patient as', 'the same case', 'mentioned above', 'described above'],
]);
const NUMBERED = /\b(?:question|item|case|vignette)s? (?:number |no\. ?)?\d{1,3}\b/gi;

/** Items are drawn and ordered at random, so none can build on another. */
export const hingedItem: Rule = {
  id: 'M29-hinged-item',
  severity: 'warning',
  summary: 'Let every item stand alone, without another item before it.',
  why: 'Items are asked in any order and on other days, and an error in the first must not cost the second (NBME Item-Writing Guide: hinging).',
  ok: [vignette({ stem: 'A 4-year-old girl is weak. The same arm was weak in a previous episode.' })],
  notOk: [
    vignette({ stem: 'The patient above returns after 3 weeks.' }),
    vignette({ stem: 'A 4-year-old girl, the sister of the boy in question 12, is weak.' }),
  ],
  check(deck, report) {
    for (const { file, stem, leadIn, firstOfSet } of englishItemsOf(deck))
      for (const text of firstOfSet ? [stem, leadIn] : [stem]) {
        const numbered = [...text.text.matchAll(NUMBERED)].map(({ 0: found, index }) => ({
          start: index,
          end: index + found.length,
        }));
        for (const { start, end } of [...findHinges(text.text), ...numbered])
          report(file, {
            span: text.spanOf(start, end),
            message: 'This item leans on another one.',
            hint: 'Tell again what the learner needs of it.',
          });
      }
  },
};
