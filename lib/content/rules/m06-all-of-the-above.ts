import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const OF_THE_ABOVE =
  /\b(?:all|none|both|neither|some|any) (?:(?:of )?the (?:above|following)|of the (?:others|other (?:options|answers|choices)))\b/i;
const OF_THESE = /^(?:all|none|both|neither) of (?:these|those|them)\b/i;
const LETTERS =
  /^(?:[Bb]oth |[Ee]ither |[Nn]either )?[A-Z](?:(?:, ?| ?& ?| and | or | nor |, and )[A-Z]){1,9}(?: only)?\.?$/;

/** Options that speak of other options. */
export const allOfTheAbove: Rule = {
  id: 'M06-all-of-the-above',
  severity: 'error',
  summary: 'Let every option stand for itself: no "all of the above", "none of the above", "A and B".',
  why: 'Who knows two right options has found "all of the above", and "none" tells nothing of what the learner thinks instead (NBME Item-Writing Guide).',
  ok: [
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'Loss of all other reflexes'] }),
    vignette({ options: ['A and C fibers', '*Anterior horn', 'Dorsal root'] }),
  ],
  notOk: [
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'None of the above'] }),
    vignette({ options: ['Anterior horn', 'Dorsal root', '*All of these'] }),
    vignette({ options: ['Anterior horn', 'Dorsal root', '*Both A and B'] }),
  ],
  check(deck, report) {
    for (const { file, options, firstOfSet } of englishItemsOf(deck))
      for (const { text, option } of firstOfSet ? options : [])
        if (OF_THE_ABOVE.test(text) || OF_THESE.test(text) || LETTERS.test(text.trim()))
          report(file, {
            span: option.textSpan,
            message: 'This option speaks of the others.',
            hint: 'Write an answer that could stand alone, or leave the option out: three are enough.',
          });
  },
};
