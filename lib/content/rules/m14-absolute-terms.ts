import { phraseFinder } from '../language/phrases';
import { vignette } from './items/example';
import { englishItemsOf, type OptionText } from './items/items-of';
import type { Rule } from './rule';

/** Terms without exception: the catalogue's list, after the NBME Item-Writing Guide. */
const STRICT = ['always', 'never', 'must', 'every', 'invariably'];
const ALSO_PLAIN = ['all', 'none', 'only', 'completely'];

const findAbsolutes = phraseFinder([...STRICT, ...ALSO_PLAIN]);

/**
 * "All four limbs" tells of a patient and is no claim about medicine, "every 8 hours" is a dose, and "all of the above" is the matter of
 * M06. An error, as the catalogue asks where only
 * distractors are absolute, is kept for words that are nothing else: "reassurance only" is a plan.
 */
export const absoluteTerms: Rule = {
  id: 'M14-absolute-terms',
  severity: 'warning',
  summary: 'Keep always, never, all, none, only and must out of the options.',
  why: 'Hardly anything in medicine is without exception, so the testwise strike such options out unread (NBME Item-Writing Guide: absolute terms).',
  ok: [vignette({ options: ['*Anterior horn', 'All four limbs', 'Ibuprofen every 8 hours'] })],
  notOk: [
    vignette({ options: ['*Anterior horn', 'Dorsal root, always', 'Muscle'] }),
    vignette({ options: ['Anterior horn', '*Observation only', 'Surgery'] }),
  ],
  check(deck, report) {
    for (const { file, options, key, firstOfSet } of englishItemsOf(deck)) {
      if (!firstOfSet) continue;
      const found = options.flatMap((option) => absolutesIn(option));
      const onlyInDistractors = key !== null && found.every(({ option }) => option !== key);
      for (const { option, text, start, end } of found)
        report(
          file,
          {
            span: option.spanOf(start, end),
            message: `“${text}” allows no exception, and the testwise know that such options are wrong.`,
            hint: 'Name the finding or the action itself.',
          },
          onlyInDistractors && STRICT.includes(text.toLowerCase()) ? 'error' : 'warning',
        );
    }
  },
};

function absolutesIn(option: OptionText) {
  return findAbsolutes(option.text)
    .filter(({ text, end }) => !isNoClaim(text, option.text.slice(end)))
    .map((found) => ({ ...found, option }));
}

function isNoClaim(term: string, behind: string): boolean {
  return /^every$/i.test(term)
    ? BEHIND_EVERY.test(behind)
    : /^(?:all|none)$/i.test(term) && BEHIND_ALL.test(behind);
}

const BEHIND_EVERY = /^ (?:\d|other|few|hour|day|week|month|year|morning|evening|night)/i;
const BEHIND_ALL =
  /^ (?:of (?:the|these|those|them)|the above|two|three|four|five|\d{1,2}|limbs|extremities|muscles)\b/i;
