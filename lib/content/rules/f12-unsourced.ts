import { valueNamed } from '../blocks/attribute-values';
import { isUnitKind } from '../blocks/block-kinds';
import type { Rule } from './rule';

/** Every unit says where its facts come from. */
export const unsourced: Rule = {
  id: 'F12-unsourced',
  severity: 'error',
  summary: 'Name a source for every unit.',
  why: 'A fact that cannot be traced cannot be checked, corrected or trusted, and what it teaches may reach a patient.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [':::qa{#a obj=L1}\nQ?\n\n---\n\nA\n:::', ':::cloze{#a obj=L1}\nTone is :c1[low].\n:::'],
  check(deck, report) {
    const known = Object.keys(deck.info?.sources ?? {});
    const hint = `Add \`src=${known[0] ?? 'adams'}\`, a source of the front matter.`;
    for (const file of deck.files)
      for (const { kind, head } of file.blocks)
        if (isUnitKind(kind) && head.readable && (valueNamed(head.attributes, 'src') ?? '').trim() === '')
          report(file, { span: head.nameSpan, message: 'This block names no source.', hint });
  },
};
