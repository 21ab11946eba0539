import type { KnownWord } from '../language/known-word';
import type { Block } from '../parse/block';
import type { CardText } from '../parse/facts';
import type { Rule } from './rule';

/** From this share of common words on (Jaccard index) two questions are taken for each other. */
const ALIKE = 0.7;
/** Cards that are compared with one card at most: a deck cast in one mould costs no more for its size than another. */
const MOST_COMPARED = 24;
/** Words of a front that is compared: longer ones are told by rule F14, and nobody takes one for another. */
const MOST_WORDS = 80;

/**
 * No two cards of a deck ask nearly the same and want different answers. Compared are the telling words before the eyes
 * of the learner; questions that differ in a number (`type 1`, `C5`) tell themselves apart. Not every pair is looked at:
 * of two questions as alike as that, each has one of its rarest words in common with the other, so a card is compared
 * with the earlier ones that share one (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export const interference: Rule = {
  id: 'F09-interference',
  severity: 'warning',
  summary: 'Word questions so that no other card of the deck could be meant.',
  why: 'Two answers to what looks like one question block each other, however often they are asked. Wozniak, Twenty rules (1999), rule 11.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nWhat happens to tone after a lower motor neuron lesion?\n\n---\n\nIt falls\n:::\n\n:::qa{#b obj=L1 src=adams}\nHow does an upper motor neuron lesion change tone?\n\n---\n\nIt rises\n:::',
    ':::qa{#a obj=L1 src=adams}\nAt what age does spinal muscular atrophy type 1 begin?\n\n---\n\nUnder 6 months\n:::\n\n:::qa{#b obj=L1 src=adams}\nAt what age does spinal muscular atrophy type 2 begin?\n\n---\n\n6 to 18 months\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nWhat happens to muscle tone after a lower motor neuron lesion?\n\n---\n\nIt falls\n:::\n\n:::qa{#b obj=L1 src=adams}\nWhat happens to the muscle after a lower motor neuron lesion?\n\n---\n\nIt shrinks\n:::',
  ],
  check(deck, report) {
    const questions = deck.cardTexts.length < 2 ? NONE : comparable(deck.cardTexts);
    const rarity = rarityOf(questions);
    const holders: Question[][] = [];
    for (const question of questions) {
      const rare = rarest(question.words, rarity);
      const other = lookAlike(question, rare, holders);
      if (other !== null) {
        const { file, block } = other.card;
        report(question.card.file, {
          span: question.card.asked.span,
          message: `This asks nearly what the card at ${file.path}:${file.rangeOf(block.span).line} asks, and wants another answer.`,
          hint: 'Begin one of the two with what sets it apart.',
        });
      }
      for (const word of rare) {
        const known = holders[word.index];
        if (known === undefined) holders[word.index] = [question];
        else known.push(question);
      }
    }
  },
};

/** The telling words of a card's front, each once, and a number that stands for its numbers; 0 where it has none. */
type Question = Readonly<{ card: CardText; words: readonly KnownWord[]; numbers: number }>;

/** The questions that share their numbers with another block's: no other can be meant by the rest. */
function comparable(cards: readonly CardText[]): readonly Question[] {
  const numbers = cards.map(numbersOf);
  /** By its numbers, the first block that has them; null where more than one has. */
  const holder = new Map<number, Block | null>();
  for (const [at, { block }] of cards.entries()) {
    const mark = numbers[at] ?? 0;
    const known = holder.get(mark);
    if (known === undefined) holder.set(mark, block);
    else if (known !== block) holder.set(mark, null);
  }
  const found: Question[] = [];
  for (const [at, card] of cards.entries()) {
    const mark = numbers[at] ?? 0;
    if (holder.get(mark) === null && card.shown.length <= MOST_WORDS)
      found.push({ card, words: tellingWords(card), numbers: mark });
  }
  return found;
}

function numbersOf({ shown }: CardText): number {
  let numbers = 0;
  for (const word of shown) if (word.numeric) numbers = (Math.imul(numbers, 31) + word.index + 1) | 0;
  return numbers;
}

function tellingWords({ shown }: CardText): readonly KnownWord[] {
  const words: KnownWord[] = [];
  for (const word of shown) if (word.meaningful && !word.numeric && !words.includes(word)) words.push(word);
  return words;
}

/** By number of word: how many questions hold it; words held by as many are kept apart by their number. */
function rarityOf(questions: readonly Question[]): readonly number[] {
  const rarity: number[] = [];
  for (const { words } of questions)
    for (const { index } of words) rarity[index] = (rarity[index] ?? index / 1e9) + 1;
  return rarity;
}

/** So many of the rarest words that two questions as alike as `ALIKE` cannot differ in all of them. */
function rarest(words: readonly KnownWord[], rarity: readonly number[]): readonly KnownWord[] {
  const wanted = words.length - Math.ceil(words.length * ALIKE) + 1;
  const found: KnownWord[] = [];
  let above = -1;
  while (found.length < wanted && found.length < words.length) {
    let next: KnownWord | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const word of words) {
      const own = rarity[word.index] ?? 0;
      if (own > above && own < least) {
        least = own;
        next = word;
      }
    }
    if (next === undefined) break;
    found.push(next);
    above = least;
  }
  return found;
}

function lookAlike(
  question: Question,
  rare: readonly KnownWord[],
  holders: readonly (readonly Question[])[],
): Question | null {
  let left = MOST_COMPARED;
  for (const word of rare) {
    const others = holders[word.index] ?? NONE;
    for (let at = others.length - 1; at >= 0 && left > 0; at -= 1, left -= 1) {
      const other = others[at] as Question;
      if (areAlike(question, other)) return other;
    }
  }
  return null;
}

const NONE: readonly Question[] = [];

function areAlike(a: Question, b: Question): boolean {
  if (a.card.block === b.card.block || a.numbers !== b.numbers) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.includes(word)) shared += 1;
  const all = a.words.length + b.words.length - shared;
  return shared >= all * ALIKE && a.words.length > 1 && !sameWords(a.card.answer.words, b.card.answer.words);
}

/** Whether two texts read the same, word by word. */
export function sameWords(a: readonly KnownWord[], b: readonly KnownWord[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
