import { quantityOf } from '../language/numbers';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const TIMES_SHORTER = 0.6;
const FEWER_WORDS = 2;
const LEAST_DIFFERENCE = 5;

/** The mirror of M07 in one item: a key that stands out because it is short. */
export const shortestKey: Rule = {
  id: 'M08-shortest-key',
  severity: 'warning',
  summary: 'Keep the right option as full as the others.',
  why: 'An option that stands out is chosen for its looks; distractors padded with detail give the short key away as surely as a long one.',
  ok: [vignette({ options: ['Anterior horn', '*Dorsal root', 'Peripheral nerve'] })],
  notOk: [
    vignette({
      options: ['Lateral corticospinal tract fibers', 'Sensory axons of peripheral nerves', '*S1 nerve root'],
    }),
  ],
  check(deck, report) {
    for (const { file, item, key, distractors } of englishItemsOf(deck)) {
      if (item.kind === 'match' || key === null || distractors.length === 0 || quantityOf(key.text) !== null)
        continue;
      const shortest = Math.min(...distractors.map(({ text }) => text.length));
      const words = Math.min(...distractors.map(({ contentWords }) => contentWords.size));
      if (shortest - key.text.length < LEAST_DIFFERENCE) continue;
      if (key.text.length >= TIMES_SHORTER * shortest && key.contentWords.size > words - FEWER_WORDS)
        continue;
      report(file, {
        span: key.option.textSpan,
        message: `The right option is the shortest: ${key.text.length} characters, and the next has ${shortest}.`,
        hint: 'Take the padding out of the distractors, or say as much in the key.',
      });
    }
  },
};
