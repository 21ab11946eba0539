import { valueNamed } from '../blocks/attribute-values';
import { isUnitKind } from '../blocks/block-kinds';
import type { Rule } from './rule';

/** Every unit serves an objective: one that serves none is learned without knowing what for. */
export const orphan: Rule = {
  id: 'F11-orphan',
  severity: 'warning',
  summary: 'Let every unit serve an objective.',
  why: 'A fact that serves none is learned without knowing what for (Wozniak, Twenty rules of formulating knowledge, 1999), and no report on objectives counts it.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [':::qa{#a src=adams}\nQ?\n\n---\n\nA\n:::', ':::cloze{#a src=adams}\nTone is :c1[low].\n:::'],
  check(deck, report) {
    const known = Object.keys(deck.info?.objectives ?? {}).slice(0, 3);
    const hint = `Add \`obj=${known[0] ?? 'LMN-1'}\`, an objective of the front matter.`;
    for (const file of deck.files)
      for (const { kind, head } of file.blocks)
        if (isUnitKind(kind) && head.readable && (valueNamed(head.attributes, 'obj') ?? '').trim() === '')
          report(file, { span: head.nameSpan, message: 'This block serves no objective.', hint });
  },
};
