import { HOLDS, type Passage } from '../language/passage';
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
      if (hasTwoQuestions(asked) || (english && asksTwice(asked)))
        report(file, { span: asked.span, message: 'This card asks two questions.', hint: HINT });
      if (variant === 'fwd' && hasTwoClauses(answer))
        report(file, { span: answer.span, message: 'This answer makes two statements.', hint: HINT });
    }
  },
};

const HINT = 'Make two cards of it, or move the second part behind another `---`.';

function hasTwoQuestions({ text }: Passage): boolean {
  return text.indexOf('?') !== text.lastIndexOf('?');
}

/** `which …, and how …`: a second word of question directly behind an `and`, or one short word later (`and by whom`). */
function asksTwice(asked: Passage): boolean {
  if (!asked.mayHold(HOLDS.and) || !asked.text.includes(' and ')) return false;
  const { words } = asked;
  let isOpen = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]?.text ?? '';
    if (INTERROGATIVES.has(word)) isOpen = true;
    if (
      isOpen &&
      word === 'and' &&
      [at + 1, at + 2].some((next) => INTERROGATIVES.has(words[next]?.text ?? ''))
    )
      return true;
  }
  return false;
}

/** Three words on each side of a semicolon are taken for a clause. */
function hasTwoClauses(answer: Passage): boolean {
  if (!answer.mayHold(HOLDS.semicolon)) return false;
  const { text } = answer;
  const at = text.indexOf(';');
  if (at < 0) return false;
  return CLAUSE.test(text.slice(0, at)) && CLAUSE.test(text.slice(at + 1));
}

const CLAUSE = /\S\s+\S+\s+\S/;
