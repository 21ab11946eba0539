import { isUnitKind } from '../blocks/block-kinds';
import { ID_GRAMMAR, isId, slugOf } from '../identity';
import type { Block, DeckFacts } from '../parse/facts';
import { plainText } from '../render/plain-text';
import type { Rule } from './rule';

/** Every unit has an id that its author gave: learners' progress hangs on it. */
export const unitId: Rule = {
  id: 'S05-unit-id',
  severity: 'error',
  summary: 'Give every unit an id of its own that will stay.',
  why: 'Learners’ progress hangs on the id. Made from a place or a wording it would change with the next edit, and everybody’s history would be lost.',
  ok: [':::qa{#lmn-tone obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [
    ':::qa{obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#LMN_tone obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa\nQ?\n\n---\n\nA\n:::',
  ],
  check(deck, report) {
    const proposed = new Set<string>();
    for (const file of deck.files)
      for (const block of file.blocks) {
        if (!isUnitKind(block.kind) || !block.head.readable) continue;
        if (block.id === null)
          report(file, {
            span: block.head.nameSpan,
            message: 'This block has no id.',
            hint: `Give it one that will stay, for example \`{#${proposal(deck, block, proposed)}}\`.`,
          });
        else if (!isId(block.id.value))
          report(file, {
            span: block.id.span,
            message: `\`${block.id.value.slice(0, 100)}\` cannot be an id: ids are ${ID_GRAMMAR}.`,
            hint: `For example \`#${slugOf(block.id.value) || proposal(deck, block, proposed)}\`.`,
          });
      }
  },
};

/** The first words of the block, made unique in the deck. */
function proposal(deck: DeckFacts, block: Block, proposed: Set<string>): string {
  const words = slugOf(plainText(block.parts[0] ?? []).slice(0, 200), 32) || block.kind;
  let id = words;
  for (let count = 2; deck.units.has(id) || proposed.has(id); count += 1) id = `${words}-${count}`;
  proposed.add(id);
  return id;
}
