import { valueNamed } from '../blocks/attribute-values';
import { vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * What the catalogue calls shuffling off: options are never shuffled, so an order of the author's own needs its reason in
 * `order="logical …"`, and `pin` only has a meaning for an option that stands outside the order, at the end.
 */
export const fixedOrder: Rule = {
  id: 'M34-fixed-order',
  severity: 'error',
  summary: 'Give the reason of a logical order, and pin only options at the end of another order.',
  why: 'An order nobody can explain is a cue; a pin that pins nothing tells the next author something false (QTI: fixed choices).',
  ok: [
    vignette({
      head: '#a obj=L1 src=adams order="logical craniocaudal"',
      options: ['Cortex', '*Brainstem', 'Cord'],
    }),
    vignette({ options: ['*Biopsy', 'Electromyography', 'Another test {pin}'] }),
  ],
  notOk: [
    vignette({ head: '#a obj=L1 src=adams order=logical', options: ['Cortex', '*Brainstem', 'Cord'] }),
    vignette({
      head: '#a obj=L1 src=adams order="logical craniocaudal"',
      options: ['Cortex', '*Brainstem', 'None needed {pin}'],
    }),
    vignette({ options: ['*Biopsy', 'Another test {pin}', 'Electromyography'] }),
  ],
  check(deck, report) {
    for (const { file, item, options, firstOfSet } of itemsOf(deck)) {
      if (!firstOfSet) continue;
      const order = item.block.head.attributes.find(({ name }) => name === 'order');
      const isLogical = /^logical\b/i.test(order?.value ?? '');
      if (order !== undefined && /^logical\s*$/i.test(order.value))
        report(file, {
          span: order.span,
          message: 'This order has no reason.',
          hint: 'Say what it follows: `order="logical craniocaudal"`.',
        });
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
