import type { KnownWord } from '../language/known-word';
import type { CardText } from '../parse/facts';
import { offersItsAnswer } from './f04-yes-or-no';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** The share of an answer's content words and numbers that a question may not already hold. */
const LEAK = 0.5;
/** Words of an answer that is looked at: longer ones are told by rule F01, or are the question of a reverse. */
const MOST_WORDS = 60;

/**
 * A question does not say its answer. Words of the kind asked for are no leak: to “which facial nerve branch” the answer
 * may be a branch. A question that offers a choice is told by rule F04 alone. Words are compared by their stems.
 */
export const answerLeak: Rule = {
  id: 'F05-answer-leak',
  severity: 'error',
  summary: 'Keep the words of the answer out of the question.',
  why: 'What can be read off the question is graded as remembered and then not known in the ward.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nWhich nerve closes the eyelids?\n\n---\n\nThe facial nerve\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe facial nerve leaves the skull through the stylomastoid :c1[foramen], and this foramen is narrow.\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nWhat do fasciculations in a wasting muscle tell?\n\n---\n\nMuscle wasting\n:::',
    ':::qa{#a obj=L1 src=adams dir=both back="Which reflex arc is lost in areflexia?"}\n**Areflexia** of which part?\n\n---\n\nThe tendon jerk\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const card of deck.cardTexts) {
      if (card.variant !== 'fwd' && card.variant !== 'rev') continue;
      const { asked, answer } = card;
      if (answer.words.length > MOST_WORDS) continue;
      let content = 0;
      let shared = 0;
      for (const word of answer.words) {
        if (!isTelling(word)) continue;
        content += 1;
        if (word.content && isSaid(word, asked.words)) shared += 1;
      }
      if (shared === 0 || shared < content * LEAK || !isLeak(card)) continue;
      report(card.file, {
        span: asked.span,
        message: `This question says ${quoted(card)}, which is what it asks for.`,
        hint: 'Reword the question without the words of its answer.',
      });
    }
  },
};

/** Asked only where many words are shared: the same share once more, without words of the kind asked for. */
function isLeak(card: CardText): boolean {
  if (offersItsAnswer(card)) return false;
  const kinds = kindsAskedFor(card.asked.words);
  const content = card.answer.words.filter((word) => isTelling(word) && !isSaid(word, kinds));
  const shared = content.filter((word) => word.content && isSaid(word, card.asked.words));
  return shared.length > 0 && shared.length >= content.length * LEAK;
}

/** Up to three words behind `which` or `what` that mean something: “which cranial nerve”. */
function kindsAskedFor(words: readonly KnownWord[]): readonly KnownWord[] {
  const kinds: KnownWord[] = [];
  for (const [at, { text }] of words.entries()) {
    if (text !== 'which' && text !== 'what') continue;
    for (const word of words.slice(at + 1, at + 4)) {
      if (!word.meaningful) break;
      kinds.push(word);
    }
  }
  return kinds;
}

/** A number is what many questions ask for, short as it is; to have it in common gives nothing away. */
function isTelling(word: KnownWord): boolean {
  return word.content || word.numeric;
}

function isSaid(word: KnownWord, among: readonly KnownWord[]): boolean {
  for (const other of among) if (other === word || other.stem === word.stem) return true;
  return false;
}

function quoted({ asked, answer }: CardText): string {
  const said = answer.words.filter((word) => word.content && isSaid(word, asked.words));
  return [...new Set(said.map(({ text }) => `“${text}”`))].slice(0, 4).join(', ');
}
