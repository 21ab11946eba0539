import { valueNamed, wordsNamed } from '../blocks/attribute-values';
import type { Rule } from './rule';

/** Tags of what is known by a name: both the name and the thing are asked for at the bedside. */
const PAIRS: ReadonlySet<string> = new Set(['pair', 'eponym', 'gene', 'virus']);
/** What only a list of tags with one of them holds: most lists need no dividing. */
const MAYBE = /pair|eponym|gene|virus/;

/** Names are learned in both directions. */
export const reverseMissing: Rule = {
  id: 'F20-reverse-missing',
  severity: 'warning',
  summary: 'Ask both ways (`dir=both`) what is tagged `pair`, `eponym`, `gene` or `virus`.',
  why: 'Who knows what a name means does not yet find the name. Wozniak, Twenty rules (1999), rule 17.',
  ok: [
    ':::qa{#a obj=L1 src=adams tags=eponym dir=both back="By which eponym is type 1 known?"}\nWerdnig–Hoffmann disease is which type?\n\n---\n\nType 1\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams tags="types eponym"}\nWerdnig–Hoffmann disease is which type?\n\n---\n\nType 1\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const { kind, head } of file.blocks) {
        if (kind !== 'qa' || !MAYBE.test(valueNamed(head.attributes, 'tags') ?? '')) continue;
        if (valueNamed(head.attributes, 'dir') === 'both') continue;
        const tag = wordsNamed(head.attributes, 'tags').find((word) => PAIRS.has(word));
        if (tag !== undefined)
          report(file, {
            span: head.nameSpan,
            message: `This is tagged \`${tag}\` and asked one way only.`,
            hint: 'Add `dir=both` and, in `back=`, the question for the other way.',
          });
      }
  },
};
