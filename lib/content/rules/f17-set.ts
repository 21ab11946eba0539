import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** A card does not ask for a set. */
export const setAsked: Rule = {
  id: 'F17-set',
  severity: 'warning',
  summary: 'Do not ask to list or to name all of something.',
  why: 'The members of a set come in another order each time, so nothing ties one to the next. Wozniak, Twenty rules (1999), rule 9.',
  ok: [':::qa{#a obj=L1 src=adams}\nName the muscle that closes the eye.\n\n---\n\nOrbicularis oculi\n:::'],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nList the signs of a lower motor neuron lesion.\n\n---\n\nLow tone, lost reflexes\n:::',
    ':::qa{#a obj=L1 src=adams}\nName the three serotypes of poliovirus.\n\n---\n\nOne, two, three\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const { file, variant, asked } of deck.cardTexts)
      if ((variant === 'fwd' || variant === 'rev') && SET.test(asked.text))
        report(file, {
          span: asked.span,
          message: 'This asks for a set.',
          hint: 'Ask for its members one by one, or hide them in a cloze.',
        });
  },
};

const SET = /^(?:list|name (?:all|the (?:\d+|two|three|four|five|six|seven|eight|nine|ten)))\b/i;
