import { wordCount } from '../language/words';
import type { CardText } from '../parse/facts';
import type { Rule } from './rule';

const LEAST_CONTEXT = 4;
const MOST_HIDDEN = 5;

/**
 * A gap has a sentence around it, and is short. The catalogue counts content words of five letters; short words and
 * abbreviations count here too, or `LMN` and `tone` would tell nothing. One key may stand twice: the format hides both.
 */
export const clozeContext: Rule = {
  id: 'F07-cloze-context',
  severity: 'error',
  summary: `Leave at least ${LEAST_CONTEXT} telling words around a gap, and hide at most ${MOST_HIDDEN} words in it.`,
  why: 'A bare gap fits a hundred answers, and a long one can only be learned by heart. Wozniak, Twenty rules (1999), rule 5.',
  ok: [
    ':::cloze{#a obj=L1 src=adams}\nA lower motor neuron lesion makes muscle tone :c1[fall].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nA LMN lesion causes :c1[flaccid :c2[weakness]] and :c3[atrophy].\n:::',
  ],
  notOk: [
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[low].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nA lower motor neuron lesion is told from others by :c1[low tone and lost reflexes in one limb].\n:::',
  ],
  check(deck, report) {
    for (const card of deck.cardTexts) {
      if (card.block.kind !== 'cloze') continue;
      const { file, answer } = card;
      const telling = tellingWords(card);
      if (telling < LEAST_CONTEXT)
        report(file, {
          span: answer.span,
          message: `This gap has ${telling} telling ${telling === 1 ? 'word' : 'words'} around it; it could hide anything.`,
          hint: 'Say in the sentence what it is about.',
        });
      // Hyphens and dashes divide the words of an answer, but nobody counts `10–15%` as two.
      const longest = answer.words.length > MOST_HIDDEN ? longestPart(answer.text) : 0;
      if (longest > MOST_HIDDEN)
        report(file, {
          span: answer.span,
          message: `This gap hides ${longest} words; at most ${MOST_HIDDEN} can be recalled as one.`,
          hint: 'Hide the word that matters and show the rest.',
        });
    }
  },
};

function tellingWords({ shown }: CardText): number {
  let telling = 0;
  for (const word of shown) if (word.meaningful || word.numeric) telling += 1;
  return telling;
}

/** Of the gaps of one key, which are joined by semicolons. */
function longestPart(answer: string): number {
  return Math.max(...answer.split('; ').map(wordCount));
}
