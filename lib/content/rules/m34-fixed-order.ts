import { valueNamed } from '../blocks/attribute-values';
import { vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * What the catalogue calls shuffling off: options are never shuffled, so what is left to check is `pin`, which keeps an
 * option out of the order of the others. That a logical order has a reason is asked by rule S07.
 */
export const fixedOrder: Rule = {
  id: 'M34-fixed-order',
  severity: 'error',
  summary: 'Pin an option only where the others have an order to be kept out of.',
  why: 'A pin that pins nothing tells the next author something false, and pins everywhere are an order that nobody has given the reason of (QTI: fixed choices).',
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
    vignette({ options: ['*Electromyography {pin}', 'Biopsy {pin}', 'Serology {pin}'] }),
  ],
  check(deck, report) {
    for (const { file, item, options, firstOfSet } of itemsOf(deck)) {
      if (!firstOfSet) continue;
      const pins = options.flatMap(({ option }) => option.attributes.filter(({ name }) => name === 'pin'));
      const isLogical = /^logical\b/.test(valueNamed(item.block.head.attributes, 'order') ?? '');
      if (!isLogical && pins.length < options.length) continue;
      const message = isLogical
        ? '`pin` says nothing here: a logical order moves no option.'
        : '`pin` stands at every option, so nothing is left to order.';
      const hint = isLogical
        ? 'Remove it.'
        : 'Remove the pins; give the reason of an order of your own, `order="logical craniocaudal"`.';
      for (const { span } of pins) report(file, { span, message, hint });
    }
  },
};
