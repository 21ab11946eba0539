import { ANALYTES, ANALYTES_WITHOUT_UNIT } from '../language/analytes';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * Abbreviations that no learner of medicine looks up: the catalogue's six, and those that are read more often than their
 * long forms.
 */
const FAMILIAR: ReadonlySet<string> = new Set([
  ...['CSF', 'MRI', 'ECG', 'IV', 'CK', 'EMG'],
  ...['CT', 'DNA', 'RNA', 'HIV', 'AIDS', 'BMI', 'UK', 'US', 'USA', 'WHO', 'AM', 'PM', 'OK', 'NOT', 'ICU'],
  ...[...ANALYTES, ...ANALYTES_WITHOUT_UNIT].map((name) => name.toUpperCase()),
]);

const ROMAN = /^[IVX]{1,5}$/;

/** An abbreviation stands in brackets behind its long form, or before it: `acute flaccid myelitis (AFM)`. */
export const abbreviation: Rule = {
  id: 'M30-abbreviation',
  severity: 'warning',
  summary: 'Write an abbreviation out where the stem uses it first.',
  why: 'One abbreviation means different things in different hospitals, and deciphering is not what the item is to measure (NBME Item-Writing Guide: irrelevant difficulty).',
  ok: [
    vignette({
      stem: 'A 4-year-old girl has acute flaccid myelitis (AFM). AFM came with a cold. CSF and MRI are normal.',
    }),
    vignette({ stem: 'A 4-year-old girl has a palsy of nerves VI and VII and no copy of SMN1.' }),
  ],
  notOk: [vignette({ stem: 'A 4-year-old girl has AFM. Her NCS are normal.' })],
  check(deck, report) {
    for (const { file, stem } of englishItemsOf(deck)) {
      const told = new Set<string>();
      for (const { 0: short, index } of stem.text.matchAll(
        /(?<![\p{L}\p{N}-])[A-Z]{2,5}(?![\p{L}\p{N}])/gu,
      )) {
        if (told.has(short) || FAMILIAR.has(short) || ROMAN.test(short)) continue;
        told.add(short);
        const end = index + short.length;
        if (stem.text[index - 1] === '(' || /^ \([\p{L}]/u.test(stem.text.slice(end, end + 3))) continue;
        report(file, {
          span: stem.spanOf(index, end),
          message: `“${short}” is not explained.`,
          hint: `Write it out, with \`(${short})\` behind it if it comes again.`,
        });
      }
    }
  },
};
