import { sentencesOf } from '../language/sentences';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const INTERROGATIVE = /\b(?:which|what|who|whom|whose|when|where|how|why)\b/i;
const ENDS_AS_QUESTION = /\?["”’')\]]{0,3}$/;

/** The lead-in is a closed question. The directions of a match are a command, and are let alone. */
export const leadInAsks: Rule = {
  id: 'M03-lead-in-asks',
  severity: 'error',
  summary:
    'End the lead-in with one closed question: which, what, who, when, where or how, and a question mark.',
  why: 'A sentence to be completed makes the learner read all options to find out what is asked (NBME Item-Writing Guide: closed, focused lead-in).',
  ok: [
    vignette({ leadIn: 'Which of the following structures is most likely damaged?' }),
    vignette({ leadIn: 'Besides eye drops, which of the following drugs should be given?' }),
  ],
  notOk: [
    vignette({ leadIn: 'The most likely diagnosis is' }),
    vignette({ leadIn: 'Name the damaged structure.' }),
    vignette({ leadIn: 'Is the anterior horn damaged?' }),
  ],
  check(deck, report) {
    for (const { file, item, leadIn } of englishItemsOf(deck)) {
      if (item.kind === 'match' || item.leadIn === null) continue;
      const last = sentencesOf(leadIn.text).at(-1);
      if (last === undefined) continue;
      const asked = leadIn.text.slice(last.start, last.end);
      if (ENDS_AS_QUESTION.test(asked) && INTERROGATIVE.test(asked)) continue;
      report(file, {
        span: leadIn.spanOf(last.start, last.end),
        message: ENDS_AS_QUESTION.test(asked)
          ? 'The lead-in asks for yes or no, not for one of the options.'
          : 'The lead-in is no question.',
        hint: 'Ask for one thing: `**Which of the following sites is most likely damaged?**`',
      });
    }
  },
};
