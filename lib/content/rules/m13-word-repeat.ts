import { contentWords } from '../language/content-words';
import { match, vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * Clang: a word of the case that comes back in the key alone. Of a match only the stem counts, since its directions
 * are the same for all of its options.
 */
export const wordRepeat: Rule = {
  id: 'M13-word-repeat',
  severity: 'warning',
  summary: 'Let no word of the stem or lead-in come back in the right option alone.',
  why: 'The echo leads to the key without any knowledge (NBME Item-Writing Guide: word repeats).',
  ok: [
    vignette({
      stem: 'A 9-year-old boy has an areflexic leg.',
      options: ['*Anterior horn', 'Dorsal root', 'Muscle'],
    }),
    vignette({
      stem: 'A 9-year-old boy has a wasted muscle.',
      options: ['Extraocular muscle', '*Muscle spindle', 'Nerve'],
    }),
  ],
  notOk: [
    vignette({
      stem: 'A 9-year-old boy has a dropped wrist.',
      options: ['Median nerve', '*Nerve at the wrist', 'Ulnar nerve'],
    }),
    match(
      'For each patient, choose the cause.',
      ['Bell palsy', 'Lyme disease', 'Middle ear disease', 'Parotid cancer', 'Sarcoidosis', 'Stroke'],
      ['A firm lump grows in the parotid gland. {#lump key=D}'],
    ),
  ],
  check(deck, report) {
    for (const { file, item, stem, leadIn, key, distractors } of englishItemsOf(deck)) {
      if (key === null) continue;
      const inStem = contentWords(stem.text);
      const inLeadIn = item.kind === 'match' ? NONE : contentWords(leadIn.text);
      for (const [root, word] of key.contentWords) {
        const told = inStem.get(root) ?? inLeadIn.get(root);
        if (told === undefined || distractors.some((other) => other.contentWords.has(root))) continue;
        report(file, {
          span: item.kind === 'match' ? stem.spanOf(told.start, told.end) : key.spanOf(word.start, word.end),
          message: `“${told.text}” leads from the ${inStem.has(root) ? 'stem' : 'lead-in'} to the right option, the only one with this word.`,
          hint: 'Say it in other words on one of the sides, or let a distractor have it too.',
        });
      }
    }
  },
};

const NONE: ReturnType<typeof contentWords> = new Map();
