import { HOLDS } from '../language/passage';
import { isYear } from './f08-trivial-cloze';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/**
 * A number in an answer says what it counts. A year does by itself, and so do numbers that are names (`type 0`, `C5`,
 * `2+0`) or part of a ratio (`1 in 200`). Gaps of a cloze are judged by rule F08, which sees what follows them.
 */
export const bareNumber: Rule = {
  id: 'F18-bare-number',
  severity: 'warning',
  summary: 'Write the unit behind every number of an answer.',
  why: 'Twelve is no answer where months and years, milligrams and millilitres are at stake. Wozniak, Twenty rules (1999), rule 18.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nUntil what age can an extensor plantar be normal?\n\n---\n\n12 months\n:::',
    ':::qa{#a obj=L1 src=adams}\nHow many infections end in paralysis?\n\n---\n\nAbout 1 in 200\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhich type of spinal muscular atrophy is the worst?\n\n---\n\nType 0\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhen did eradication begin?\n\n---\n\nIn 1988\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nUntil what age can an extensor plantar be normal?\n\n---\n\nAbout 12\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const { file, variant, answer } of deck.cardTexts) {
      if (variant !== 'fwd' || !answer.mayHold(HOLDS.number)) continue;
      const bare = bareNumberIn(answer.text);
      if (bare !== null)
        report(file, {
          span: answer.span,
          message: `\`${bare}\` does not say what it counts.`,
          hint: 'Write its unit or what there are so many of.',
        });
    }
  },
};

/** A number or a range that no letter, sign or other number touches. */
const NUMBER =
  /(?<![\p{Letter}\p{Number}.,:+/–-])\d{1,12}(?:[.,]\d{1,6})?(?:\s?[–-]\s?\d{1,12}(?:[.,]\d{1,6})?)?(?![\p{Letter}\p{Number}:+/%°‰])/gu;
/** What makes a number a name when it stands before it. */
const LABEL =
  /(?:type|grade|stage|class|level|phase|group|chromosome|exon|lobe|area|layer|number|serotype|[A-Z]+)\s$/i;

function bareNumberIn(text: string): string | null {
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const behind = text.slice(index + number.length, index + number.length + 4);
    const before = text.slice(Math.max(0, index - 12), index);
    if (!/^\s?[\p{Letter}%°‰]/u.test(behind) && !isLabel(before) && !isYear(number)) return number;
  }
  return null;
}

const RATIO = /\d\s(?:in|of|to)\s$/;

function isLabel(before: string): boolean {
  if (RATIO.test(before)) return true;
  return LABEL.test(before) && !/\b(?:about|is|at|to|of|in|and|or|than|by|only|nearly)\s$/i.test(before);
}
