import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** Answers promise nothing that medicine cannot keep. */
export const absolute: Rule = {
  id: 'F19-absolute',
  severity: 'warning',
  summary: 'Do not answer with `always` or `never`.',
  why: 'Learners take the word at its letter, and there is nearly always a patient who does not. Where it is true, say why in `ignore`.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nHow often is sensation spared in poliomyelitis?\n\n---\n\nAs a rule\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nHow often is sensation spared in poliomyelitis?\n\n---\n\nIt is always spared\n:::',
    ':::cloze{#a obj=L1 src=adams}\nSensation in poliomyelitis of the limbs is :c1[never] lost.\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const { file, variant, answer } of deck.cardTexts) {
      if (variant === 'rev') continue;
      const word = answer.words.find(({ text }) => text === 'always' || text === 'never');
      if (word !== undefined)
        report(file, {
          span: answer.span,
          message: `“${word.text}” is more than most facts of medicine can promise.`,
          hint: 'Say how often, or name the exception; keep it with `ignore="F19 why"`.',
        });
    }
  },
};
