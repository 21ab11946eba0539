import { HOLDS, type Passage } from '../language/passage';
import type { Block } from '../parse/block';
import type { Rule } from './rule';

const MOST_ITEMS = 3;
const TOO_MANY_ITEMS = 5;

/** An answer is no list. Commas count, and lists of Markdown; `or` does not, since either word is then the answer. */
export const enumeration: Rule = {
  id: 'F02-enumeration',
  severity: 'warning',
  summary: `Ask for at most ${MOST_ITEMS} things at once; more than ${TOO_MANY_ITEMS} is an error.`,
  why: 'Lists are the first thing to be forgotten and the last to be noticed: one missing item passes as Good. Wozniak, Twenty rules (1999), rules 9 and 10.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nWhat must accompany fasciculations before they suggest a lesion?\n\n---\n\nWeakness, wasting or reflex change\n:::',
    ':::qa{#a obj=L1 src=adams}\nHow many paralytic cases were there a year?\n\n---\n\nAbout 350,000 cases\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nWhich signs does the lesion give?\n\n---\n\nWeakness, wasting, low tone and lost reflexes\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhich signs does the lesion give?\n\n---\n\n- weakness\n- wasting\n- low tone\n- lost reflexes\n:::',
  ],
  check(deck, report) {
    for (const { file, block, variant, answer } of deck.cardTexts) {
      if (variant !== 'fwd') continue;
      const items = Math.max(itemsIn(answer), longestList(block));
      if (items <= MOST_ITEMS) continue;
      const problem = {
        span: answer.span,
        message: `This answer is a list of ${items}.`,
        hint: 'Ask for one thing a card, or hide the items one by one in a cloze.',
      };
      report(file, problem, items > TOO_MANY_ITEMS ? 'error' : 'warning');
    }
  },
};

/** A comma or semicolon divides where a blank follows it, so that `350,000` is one number. */
const DIVIDER = /[,;]\s+(?:and\s+|or\s+)?|\s+and\s+/g;

function itemsIn(answer: Passage): number {
  if (!answer.mayHold(HOLDS.comma | HOLDS.semicolon | HOLDS.and)) return 1;
  return (answer.text.match(DIVIDER)?.length ?? 0) + 1;
}

function longestList(block: Block): number {
  let longest = 0;
  for (const node of block.parts[1] ?? [])
    if (node.type === 'list') longest = Math.max(longest, node.children.length);
  return longest;
}
