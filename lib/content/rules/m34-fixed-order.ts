import { valueNamed } from '../blocks/attribute-values';
import { vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * What the catalogue calls shuffling off: options are never shuffled, so what is left to check is `pin`, which keeps an
 * option out of the order of the others, at their end. That a logical order has a reason is asked by rule S07.
 */
export const fixedOrder: Rule = {
  id: 'M34-fixed-order',
  severity: 'error',
  summary: 'Pin an option only at the end of options that are in alphabetical or ascending order.',
  why: 'A pin that pins nothing tells the next author something false, and one in the midst of the others breaks their order (QTI: fixed choices).',
  ok: [
    vignette({
      head: '#a obj=L1 src=adams order="logical craniocaudal"',
      options: ['Cortex', '*Brainstem', 'Cord'],
    }),
    vignette({ options: ['*Biopsy', 'Electromyography', 'Another test {pin}'] }),
  ],
  notOk: [
    vignette({
      head: '#a obj=L1 src=adams order="logical craniocaudal"',
      options: ['Cortex', '*Brainstem', 'None needed {pin}'],
    }),
    vignette({ options: ['*Biopsy', 'Another test {pin}', 'Electromyography'] }),
  ],
  check(deck, report) {
    for (const { file, item, options, firstOfSet } of itemsOf(deck)) {
      if (!firstOfSet) continue;
      const isLogical = /^logical\b/.test(valueNamed(item.block.head.attributes, 'order') ?? '');
      const isPinned = options.map(({ option }) => valueNamed(option.attributes, 'pin') !== null);
      for (const [index, { option }] of options.entries()) {
        const pin = option.attributes.find(({ name }) => name === 'pin');
        if (pin === undefined || (!isLogical && isPinned.slice(index).every(Boolean))) continue;
        report(file, {
          span: pin.span,
          message: isLogical
            ? '`pin` says nothing here: a logical order moves no option.'
            : '`pin` stands before options that are not pinned.',
          hint: isLogical ? 'Remove it.' : 'Move the pinned option to the end, or remove `pin`.',
        });
      }
    }
  },
};
