import type { Rule } from './rule';

const MOST_WORDS = 20;
/** A sentence to be completed carries its context with it. */
const MOST_WORDS_OF_CLOZE = 40;

/** A question is read at a glance. The catalogue names 20 words for all; clozes are sentences and may have twice that. */
export const frontLength: Rule = {
  id: 'F14-front-length',
  severity: 'warning',
  summary: `Ask in at most ${MOST_WORDS} words; a cloze may have ${MOST_WORDS_OF_CLOZE}.`,
  why: 'Every review reads the whole front again, and in a long one the eye learns the shape of the text instead of the fact. Wozniak, Twenty rules (1999), rule 12.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nHow does tone change after a lower motor neuron lesion?\n\n---\n\nIt falls\n:::',
  ],
  notOk: [
    `:::qa{#a obj=L1 src=adams}\nAfter a lesion${' of this and that'.repeat(5)}, how does the tone change?\n\n---\n\nIt falls\n:::`,
    `:::cloze{#a obj=L1 src=adams}\nAfter a lesion${' of this and that'.repeat(9)} the tone of the muscle :c1[falls].\n:::`,
  ],
  check(deck, report) {
    let last: unknown = null;
    for (const { file, block, variant, asked } of deck.cardTexts) {
      // An answer that is asked the other way round is an answer still; a sentence is told once.
      if (asked === last || (variant === 'rev' && asked.span.end > block.head.span.end)) continue;
      last = asked;
      const most = block.kind === 'cloze' ? MOST_WORDS_OF_CLOZE : MOST_WORDS;
      if (asked.words.length > most)
        report(file, {
          span: asked.span,
          message: `This front has ${asked.words.length} words; at most ${most} are read at a glance.`,
          hint: 'Cut what does not decide the answer, or move it into a case (`:::vignette`).',
        });
    }
  },
};
