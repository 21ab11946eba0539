import { phraseFinder } from '../language/phrases';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/** Frequencies and links that everybody reads otherwise: the catalogue's list, after the NBME Item-Writing Guide. */
const FREQUENCIES = ['often', 'usually', 'commonly', 'frequently', 'rarely', 'occasionally', 'sometimes'];
const HEDGES = ['may', 'can', 'associated with', 'likely to'];

const inOptions = phraseFinder([...FREQUENCIES, ...HEDGES]);
const inLeadIn = phraseFinder(FREQUENCIES);

/** In a lead-in "most commonly" is a superlative and precise, and hedges are part of asking for what is likely. */
export const vagueTerms: Rule = {
  id: 'M15-vague-terms',
  severity: 'warning',
  summary: 'Keep often, usually, rarely, may and can out of the options and the lead-in.',
  why: 'What "often" means differs from reader to reader, which makes an item hard for the wrong reason (NBME Item-Writing Guide: vague terms).',
  ok: [
    vignette({
      leadIn: 'Which of the following is most commonly the cause?',
      options: ['*Herpes', 'Lyme', 'Stroke'],
    }),
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'Muscle'] }),
  ],
  notOk: [
    vignette({ options: ['*Often painful', 'Numb', 'Wasted'] }),
    vignette({ options: ['*May recur', 'Stays', 'Heals'] }),
    vignette({ leadIn: 'Which of the following sites is usually damaged?' }),
  ],
  check(deck, report) {
    const hint = 'Say what holds in this patient, or give the number.';
    for (const { file, options, leadIn, firstOfSet } of englishItemsOf(deck)) {
      if (!firstOfSet) continue;
      // The month has a capital inside a phrase, where the verb has none.
      for (const option of options)
        for (const { text, start, end } of inOptions(option.text))
          if (!(text === 'May' && start > 0))
            report(file, { span: option.spanOf(start, end), message: `“${text}” is vague.`, hint });
      for (const { text, start, end } of inLeadIn(leadIn.text))
        if (!/\bmost $/i.test(leadIn.text.slice(0, start)))
          report(file, { span: leadIn.spanOf(start, end), message: `“${text}” is vague.`, hint });
    }
  },
};
