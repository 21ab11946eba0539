import { match, vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

const LEAST = { vignette: 3, match: 6 };
const MOST_OF_VIGNETTE = 5;

/** Enough options to choose from, and no more than work. That a match has at most 26 is a limit of the format, S15. */
export const numberOfOptions: Rule = {
  id: 'M02-number-of-options',
  severity: 'error',
  summary: 'Give a vignette three to five options, and a match 6 to 26.',
  why: 'Two options make guessing pay; beyond five hardly any distractor is ever chosen (NBME Item-Writing Guide; Rodriguez 2005). A match lives from being long.',
  ok: [
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'Peripheral nerve'] }),
    match(
      'For each patient, choose the site of the lesion.',
      ['Anterior horn', 'Cortex', 'Dorsal root', 'Muscle', 'Peripheral nerve', 'Plexus'],
      ['Wasting, fasciculations, normal sensation. {#horn key=A}'],
    ),
  ],
  notOk: [
    vignette({ options: ['*Anterior horn', 'Dorsal root'] }),
    vignette({ options: ['Brainstem', 'Cortex', '*Horn', 'Muscle', 'Nerve', 'Root'] }),
    match(
      'For each patient, choose the site of the lesion.',
      ['Anterior horn', 'Cortex'],
      ['Wasting, fasciculations, normal sensation. {#horn key=A}'],
    ),
  ],
  check(deck, report) {
    for (const { file, item, firstOfSet } of itemsOf(deck)) {
      const { options } = item;
      // A block without options is told by rule S16.
      if (!firstOfSet || options.length === 0) continue;
      const least = LEAST[item.kind];
      const count = options.length === 1 ? 'one option' : `${options.length} options`;
      if (options.length < least)
        report(file, {
          span: item.leadIn?.span ?? item.block.head.nameSpan,
          message: `Only ${count}: a ${item.kind} needs at least ${least}.`,
          hint: 'Add what a learner with half the knowledge would choose.',
        });
      const beyond = item.kind === 'vignette' ? options[MOST_OF_VIGNETTE] : undefined;
      if (beyond !== undefined)
        report(file, {
          span: beyond.span,
          message: `There are ${count}: a vignette has at most ${MOST_OF_VIGNETTE}.`,
          hint: 'Leave out those that nobody would choose.',
        });
    }
  },
};
