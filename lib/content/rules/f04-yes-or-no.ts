import { HOLDS } from '../language/passage';
import type { CardText } from '../parse/facts';
import { questionStart } from './interrogatives';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** A question cannot be answered by yes, no, or one of the words it offers. */
export const yesOrNo: Rule = {
  id: 'F04-yes-or-no',
  severity: 'warning',
  summary:
    'Ask so that the answer has to be produced: neither yes or no, nor one of two words that the question offers.',
  why: 'A coin would pass half of these cards, and recognising takes less effort than recalling. Matuschak, How to write good prompts (2020), effortful.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nHow does tone change after a lower motor neuron lesion?\n\n---\n\nIt falls\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhich nerve is hit when stapedius or the lacrimal gland fails?\n\n---\n\nThe facial nerve\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nIs tone low after a lower motor neuron lesion?\n\n---\n\nYes\n:::',
    ':::qa{#a obj=L1 src=adams}\nA limb is limp. Does this prove a lower motor neuron lesion?\n\n---\n\nNo, a fresh central lesion can do it too\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhat is tone after a lower motor neuron lesion: low or high?\n\n---\n\nLow\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const card of deck.cardTexts) {
      if (card.variant !== 'fwd' && card.variant !== 'rev') continue;
      const { text } = card.asked;
      AUXILIARY.lastIndex = questionStart(card.asked);
      if (AUXILIARY.test(text) && text.endsWith('?'))
        report(card.file, {
          span: card.asked.span,
          message: 'This question can be answered by yes or no.',
          hint: 'Ask what, which, where, when, why or how.',
        });
      else if (offersItsAnswer(card))
        report(card.file, {
          span: card.asked.span,
          message: 'This question offers its answer as one of two words.',
          hint: 'Ask without naming the choices.',
        });
    }
  },
};

const AUXILIARY =
  /(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\s/iy;

/** Whether the question holds an `or`, and every word of the answer that means something. */
export function offersItsAnswer({ asked, answer }: CardText): boolean {
  if (!asked.mayHold(HOLDS.or) || !asked.text.includes(' or ')) return false;
  const telling = answer.words.filter((word) => word.meaningful);
  return telling.length > 0 && telling.every((word) => asked.words.includes(word));
}
