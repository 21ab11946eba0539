import { HOLDS } from '../language/passage';
import { sentencesOf } from '../language/sentences';
import type { Rule } from './rule';

const MOST_WORDS = 14;
const TOO_MANY_WORDS = 25;

/**
 * An answer is short. Only what a question asks for is measured: a cloze hides five words at most anyway, and the
 * reverse of a card is answered by its question, which has a length of its own.
 */
export const minimumInformation: Rule = {
  id: 'F01-minimum-information',
  severity: 'warning',
  summary: `Answer in at most ${MOST_WORDS} words and one sentence; more than ${TOO_MANY_WORDS} words is an error.`,
  why: 'A long answer is graded by feeling: some of it was known, some not, and FSRS learns nothing from that. Wozniak, Twenty rules (1999), rule 4.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nHow does tone change after a lower motor neuron lesion?\n\n---\n\nIt falls.\n\n---\n\nA caveat behind the second line may be as long as it needs to be. It may have several sentences.\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nHow does tone change after a lower motor neuron lesion?\n\n---\n\nIt falls and stays low as long as no axon has grown back to the muscle it once supplied\n:::',
    ':::qa{#a obj=L1 src=adams}\nHow does tone change after a lower motor neuron lesion?\n\n---\n\nIt falls. The limb is limp.\n:::',
    ':::qa{#a obj=L1 src=adams}\nHow do the signs change?\n\n---\n\nTone low; reflexes lost; bulk less\n:::',
  ],
  check(deck, report) {
    for (const { file, variant, answer } of deck.cardTexts) {
      if (variant !== 'fwd') continue;
      const { text, words } = answer;
      if (words.length <= MOST_WORDS && !answer.mayHold(MAY_DIVIDE)) continue;
      const { span } = answer;
      if (words.length > MOST_WORDS) {
        const message = `This answer has ${words.length} words; more than ${MOST_WORDS} are not recalled as one thing.`;
        const problem = { span, message, hint: HINT };
        report(file, problem, words.length > TOO_MANY_WORDS ? 'error' : 'warning');
      } else if (SENTENCE_ENDS.test(text) && sentencesOf(text).length > 1)
        report(file, { span, message: 'This answer has more than one sentence.', hint: HINT });
      else if (text.indexOf(';') !== text.lastIndexOf(';'))
        report(file, { span, message: 'This answer strings several statements together.', hint: HINT });
    }
  },
};

/** Most answers hold none of the signs that end or divide a statement. */
const MAY_DIVIDE = HOLDS.stop | HOLDS.question | HOLDS.semicolon;
const SENTENCE_ENDS = /[.?!]['"”’)\]]?\s/;
const HINT = 'Keep what the question asks for; move the rest behind another `---` or into a card of its own.';
