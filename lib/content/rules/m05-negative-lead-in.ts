import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const NEGATIVE =
  /\b(?:except|incorrect|never|not|least|contraindicated|false(?![- ](?:positive|negative)))\b|(?<=\w)n['’]t\b/gi;

/** What makes a "not" belong to the case and not to the question: "why does he not improve?" */
const SUBORDINATE = /\b(?:that|who|whom|whose|why|because|when|if|although|after|before|since)\b/i;

/**
 * Questions for what is not so. A "not" is let alone before the question word and behind a clause that only tells of the
 * patient, and so is "at least": as the catalogue has it, "which of the following explains why he does not improve?"
 * would be an error.
 */
export const negativeLeadIn: Rule = {
  id: 'M05-negative-lead-in',
  severity: 'error',
  summary: 'Ask for what is so, not for the exception.',
  why: 'Good learners overlook the "not", and finding four right answers shows nothing about the fifth (NBME Item-Writing Guide: negatively phrased items).',
  ok: [
    vignette({ leadIn: 'Which of the following drugs should be given first?' }),
    vignette({ leadIn: 'Which of the following best explains why he does not improve?' }),
    vignette({ leadIn: 'If the eye does not close, which of the following is the best next step?' }),
    vignette({ leadIn: 'Which of the following lasts at least 6 weeks?' }),
  ],
  notOk: [
    vignette({ leadIn: 'Which of the following is NOT a sign of this lesion?' }),
    vignette({ leadIn: 'All of these drugs help in this condition except which one?' }),
    vignette({ leadIn: 'Which of the following is the least likely cause?' }),
    vignette({ leadIn: "Which of the following drugs shouldn't he take?" }),
    vignette({ leadIn: 'Which of the following drugs is contraindicated?' }),
  ],
  check(deck, report) {
    for (const { file, leadIn, firstOfSet } of englishItemsOf(deck)) {
      if (!firstOfSet) continue;
      const { text } = leadIn;
      for (const { 0: word, index } of text.matchAll(NEGATIVE)) {
        if (tellsOfPatient(text, word, index)) continue;
        const isSoft = word.toLowerCase() === 'contraindicated';
        report(
          file,
          {
            span: leadIn.spanOf(index, index + word.length),
            message: 'The lead-in asks for the exception.',
            hint: 'Turn the question round, so that the key is what is so.',
          },
          isSoft ? 'warning' : 'error',
        );
        break;
      }
    }
  },
};

function tellsOfPatient(text: string, word: string, index: number): boolean {
  const before = text.slice(0, index);
  if (/^least$/i.test(word)) return /\bat $/i.test(before);
  if (!/^(?:not|never|n['’]t)$/i.test(word) || word === 'NOT') return false;
  const asked = /\b(?:which|what|how|where|when|who|why)\b/i.exec(before);
  return (
    asked === null || SUBORDINATE.test(before.slice(asked.index + asked[0].length)) || /^why$/i.test(asked[0])
  );
}
