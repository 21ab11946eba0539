import type { RootContent } from 'mdast';
import type { CardText } from '../parse/facts';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/**
 * A card stands by itself. The catalogue asks for a noun of the deck's glossary; decks have none, so a topic is any
 * content word, abbreviation, number or emphasised word. A single word (`Tone?`) is left to the author.
 */
export const missingContext: Rule = {
  id: 'F06-missing-context',
  severity: 'warning',
  summary: 'Name what a card is about; do not begin with a pronoun.',
  why: 'Cards come in any order, weeks after the page was read: what “it” was is gone by then. Wozniak, Twenty rules (1999), rule 16.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nWhat does a UMN do to tone?\n\n---\n\nIt raises it\n:::',
    ':::qa{#a obj=L1 src=adams}\nStroking the sole makes the big toe go up: what is this called?\n\n---\n\nBabinski sign\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nIt is low in which lesion?\n\n---\n\nThat of a lower motor neuron\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThis destroys motor neurons of the anterior horn and causes :c1[paralysis].\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhat is it like?\n\n---\n\nLow\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const card of deck.cardTexts) {
      const { text, words } = card.asked;
      const [first] = words;
      if (first === undefined || (card.variant !== 'fwd' && isAgain(card))) continue;
      if (PRONOUNS.has(first.text))
        report(card.file, {
          span: card.asked.span,
          message: `This card begins with “${first.text}”, and nobody knows what that is.`,
          hint: 'Name the thing itself.',
        });
      else if (card.variant === 'fwd' && words.length > 1 && !namesTopic(card) && !TELLING.test(text))
        report(card.file, {
          span: card.asked.span,
          message: 'This question does not say what it is about.',
          hint: 'Name the disease, structure or sign it belongs to.',
        });
    }
  },
};

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'this', 'these', 'he', 'she']);

/** An abbreviation or a number. */
const TELLING = /\p{Lu}[\p{Lu}\d]|\d/u;

/** One sentence is told once, whatever number of cards a cloze makes; an answer turned round is no question. */
function isAgain({ block, variant, asked }: CardText): boolean {
  if (variant === 'rev') return asked.span.end > block.head.span.end;
  return block.deletions[0]?.node.name !== variant;
}

function namesTopic({ asked, block }: CardText): boolean {
  return asked.words.some((word) => word.content) || (block.parts[0] ?? []).some(isEmphatic);
}

function isEmphatic(node: RootContent): boolean {
  if (node.type !== 'paragraph')
    return node.type === 'image' || node.type === 'table' || node.type === 'code';
  return node.children.some(({ type }) => type === 'strong' || type === 'emphasis' || type === 'image');
}
