import { vignette } from './items/example';
import { isKey, itemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * One best answer. A stem of a match without a key at all is told by rule S16, which asks for every part of a
 * block.
 */
export const oneKey: Rule = {
  id: 'M01-one-key',
  severity: 'error',
  summary: 'Mark exactly one option as right.',
  why: 'With no key nobody can be right, and with two a learner who knows the matter still has to guess which one counts.',
  ok: [vignette({ options: ['*Anterior horn', 'Dorsal root', 'Peripheral nerve'] })],
  notOk: [
    vignette({ options: ['Anterior horn', 'Dorsal root', 'Peripheral nerve'] }),
    vignette({ options: ['*Anterior horn', 'Dorsal root', '*Peripheral nerve'] }),
  ],
  check(deck, report) {
    for (const { file, item } of itemsOf(deck)) {
      const keys = item.options.filter((option) => isKey(item, option));
      for (const option of keys.slice(1))
        report(file, {
          span: item.kind === 'vignette' ? option.span : item.span,
          message: `More than one option is right: ${keys.map(({ letter }) => letter).join(', ')}.`,
          hint: 'Keep the one best answer, and word the others so that it is better than they are.',
        });
      if (item.kind === 'vignette' && keys.length === 0 && item.options.length > 0)
        report(file, {
          span: item.leadIn?.span ?? item.block.head.nameSpan,
          message: 'No option is marked as right.',
          hint: 'Put an `x` into the box of the best answer: `- [x] **B.** …`.',
        });
    }
  },
};
