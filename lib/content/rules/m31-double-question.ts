import { wordCount } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const FEWEST_SENTENCES = 3;
const FEWEST_WORDS = 4;

/** Two questions in one, and options that are statements to be judged one by one. */
export const doubleQuestion: Rule = {
  id: 'M31-double-question',
  severity: 'warning',
  summary: 'Ask one question, and answer it with options that are no sentences.',
  why: 'Of two questions nobody knows which one the options answer; sentences turn one item into five true-or-false ones (NBME Item-Writing Guide).',
  ok: [vignette({ leadIn: 'Which of the following sites is most likely damaged?' })],
  notOk: [
    vignette({ leadIn: 'What is the diagnosis? Which of the following is the best next step?' }),
    vignette({
      options: [
        'The anterior horn is lost.',
        '*The dorsal root is inflamed.',
        'The muscle fibers are split.',
      ],
    }),
  ],
  check(deck, report) {
    for (const { file, item, leadIn, options, firstOfSet } of englishItemsOf(deck)) {
      if (!firstOfSet) continue;
      const first = leadIn.text.indexOf('?');
      const second = leadIn.text.indexOf('?', first + 1);
      if (first >= 0 && second >= 0 && item.leadIn !== null)
        report(file, {
          span: leadIn.spanOf(first + 1, second + 1),
          message: 'The lead-in asks a second question.',
          hint: 'Keep the one that the options answer.',
        });
      const sentences = options.filter(
        ({ text }) => /^\p{Lu}.*\.$/u.test(text.trim()) && wordCount(text) >= FEWEST_WORDS,
      );
      const sentence = sentences[0];
      if (sentence !== undefined && sentences.length >= FEWEST_SENTENCES)
        report(file, {
          span: sentence.option.textSpan,
          message: 'The options are statements to be judged true or false.',
          hint: 'Ask for the one thing in which they differ, and let it be the option.',
        });
    }
  },
};
