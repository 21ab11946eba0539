import { wordCount } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * Lead-ins that only judge statements. The catalogue also lists a bare "which of the following are", which is a matter
 * of grammar when the question goes on ("are most likely damaged?") and caught here when it ends in a judgement.
 */
const JUDGES_STATEMENTS = new RegExp(
  [
    String.raw`\bwhich (?:one )?of (?:the following|these) (?:statements?|assertions?|sentences?)\b`,
    String.raw`\bwhich (?:statements?|assertions?)\b`,
    String.raw`\bwhich (?:one )?of (?:the following|these)(?: [\w-]{1,20}){0,3} (?:is|are|would be) (?:most |the )?(?:true|correct|accurate|right|valid)\b`,
    String.raw`\bwhat (?:is|are) (?:true|correct)\b`,
    String.raw`\b(?:true|correct|accurate) (?:statements?|regarding|about|of|concerning)\b`,
    String.raw`\bwhich (?:one )?of (?:the following|these)(?: (?:is|are))?(?: it)?\?$`,
  ].join('|'),
  'i',
);

const FRAGMENT = /(?:\b(?:is|are|include|includes|by|to|of|with)[\s.:…_]{0,8}|[:…]\s?)$/i;
const FEWEST_WORDS = 4;

/** Whether a lead-in only asks which statement is true; other rules then keep silent on its wording. */
export function judgesStatements(leadIn: string): boolean {
  return JUDGES_STATEMENTS.test(leadIn);
}

/** The cover test: who knows the matter can answer with the options covered. Only what fails it on its face is found. */
export const coverTheOptions: Rule = {
  id: 'M04-cover-the-options',
  severity: 'error',
  summary: 'Word the lead-in so that somebody who knows can answer with the options covered.',
  why: '"Which of the following is true?" asks five true-or-false questions at once and can only be answered by elimination (NBME Item-Writing Guide: cover test).',
  ok: [
    vignette({ leadIn: 'Which of the following sites is most likely damaged?' }),
    vignette({ leadIn: 'What is the chance that the next child is affected?' }),
    vignette({ leadIn: 'Which of the following is this finding a sign of?' }),
  ],
  notOk: [
    vignette({ leadIn: 'Which of the following statements about this patient is true?' }),
    vignette({ leadIn: 'Which of the following is correct?' }),
    vignette({ leadIn: 'What is true regarding his reflexes?' }),
    vignette({ leadIn: 'Which site?' }),
    vignette({ leadIn: 'The cause of the weakness is:' }),
  ],
  check(deck, report) {
    for (const { file, item, leadIn, firstOfSet } of englishItemsOf(deck)) {
      if (!firstOfSet || item.leadIn === null) continue;
      const { text } = leadIn;
      const judging = JUDGES_STATEMENTS.exec(text);
      if (judging !== null)
        report(file, {
          span: leadIn.spanOf(judging.index, judging.index + judging[0].length),
          message: 'With the options covered, nobody could answer this.',
          hint: 'Say what is looked for: the site, the cause, the next step, the drug, the finding.',
        });
      else if (wordCount(text) < FEWEST_WORDS)
        report(file, {
          span: item.leadIn.span,
          message: 'This lead-in is too short to say what is asked.',
          hint: 'Ask a whole question about this patient.',
        });
      else if (item.kind === 'vignette' && FRAGMENT.test(text))
        report(file, {
          span: item.leadIn.span,
          message: 'This lead-in is the beginning of a sentence that the options finish.',
          hint: 'Make it a question that has an answer before the options are read.',
        });
    }
  },
};
