import type { CardText } from '../parse/facts';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** A gap hides something worth knowing: no little word, and no number of which nobody knows what it counts. */
export const trivialCloze: Rule = {
  id: 'F08-trivial-cloze',
  severity: 'warning',
  summary: 'Hide a word that matters; hide a number with its unit, or leave the unit behind the gap.',
  why: 'A little word is guessed from the grammar of the sentence, and a bare number is learned without what it means. Wozniak, Twenty rules (1999), rule 5.',
  ok: [
    ':::cloze{#a obj=L1 src=adams}\nAn extensor plantar can be normal until :c1[12 months] of age.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nAn extensor plantar can be normal until :c1[12] months of age.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe campaign against poliomyelitis began in :c1[1988].\n:::',
  ],
  notOk: [
    ':::cloze{#a obj=L1 src=adams}\nTone falls :c1[after] a lower motor neuron lesion.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe number of serotypes of poliovirus is :c1[3].\n:::',
  ],
  check(deck, report) {
    const english = isEnglish(deck);
    for (const card of deck.cardTexts) {
      if (card.block.kind !== 'cloze') continue;
      const { file, answer } = card;
      if (
        english &&
        answer.words.length > 0 &&
        answer.words.every((word) => !word.meaningful && !word.numeric)
      )
        report(file, {
          span: answer.span,
          message: `This gap hides only “${answer.text}”, which the sentence gives away.`,
          hint: 'Hide the word that carries the fact.',
        });
      else if (BARE_NUMBER.test(answer.text) && !isYear(answer.text) && !hasUnitBehind(card))
        report(file, {
          span: answer.span,
          message: 'This gap hides a number that counts nothing.',
          hint: 'Hide the unit along with it, or write the unit directly behind the gap.',
        });
    }
  },
};

const BARE_NUMBER = /^[\d.,\s–-]+$/;

/** Four digits from 1500 to 2199 by themselves are read as a year. */
export function isYear(number: string): boolean {
  return /^(?:1[5-9]|2[01])\d\d$/.test(number);
}

/** A letter, `%` or `°` behind the gap and its braces. */
function hasUnitBehind({ file, answer }: CardText): boolean {
  return /^\s?[\p{Letter}%°‰]/u.test(file.source.text.slice(answer.span.end, answer.span.end + 3));
}
