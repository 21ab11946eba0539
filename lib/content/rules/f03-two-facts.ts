import type { KnownWord } from '../language/vocabulary';
import { INTERROGATIVES } from './interrogatives';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** A card asks once and is answered once. */
export const twoFacts: Rule = {
  id: 'F03-two-facts',
  severity: 'warning',
  summary: 'Ask one question a card.',
  why: 'Of two questions on one card one may be known and the other not: no grade is then true, and the easy half drags the hard one along. Wozniak, Twenty rules (1999), rule 4.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nWeak arm and brisk reflexes: where is the lesion?\n\n---\n\nAbove the anterior horn\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nBy which route is risdiplam given, and how often?\n\n---\n\nBy mouth, daily\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhere is the lesion? Why?\n\n---\n\nIn the anterior horn\n:::',
    ':::qa{#a obj=L1 src=adams}\nHow does tone change?\n\n---\n\nThe tone falls; the reflexes are lost\n:::',
  ],
  check(deck, report) {
    const english = isEnglish(deck);
    for (const { file, variant, asked, answer } of deck.cardTexts) {
      if (variant !== 'fwd' && variant !== 'rev') continue;
      const { text, words, span } = asked;
      if (text.indexOf('?') !== text.lastIndexOf('?') || (english && asksTwice(text, words)))
        report(file, { span, message: 'This card asks two questions.', hint: HINT });
      if (variant === 'fwd' && hasTwoClauses(answer.text))
        report(file, { span: answer.span, message: 'This answer makes two statements.', hint: HINT });
    }
  },
};

const HINT = 'Make two cards of it, or move the second part behind another `---`.';

/** `which …, and how …`: a second word of question directly behind an `and`, or one short word later (`and by whom`). */
function asksTwice(text: string, words: readonly KnownWord[]): boolean {
  if (!text.includes(' and ')) return false;
  let asked = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]?.text ?? '';
    if (INTERROGATIVES.has(word)) asked = true;
    if (
      asked &&
      word === 'and' &&
      [at + 1, at + 2].some((next) => INTERROGATIVES.has(words[next]?.text ?? ''))
    )
      return true;
  }
  return false;
}

/** Three words on each side of a semicolon are taken for a clause. */
function hasTwoClauses(text: string): boolean {
  const at = text.indexOf(';');
  if (at < 0) return false;
  return CLAUSE.test(text.slice(0, at)) && CLAUSE.test(text.slice(at + 1));
}

const CLAUSE = /\S\s+\S+\s+\S/;
