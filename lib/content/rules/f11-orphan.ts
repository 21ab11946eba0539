import { valueNamed } from '../blocks/attribute-values';
import { isUnitKind } from '../blocks/block-kinds';
import type { Block } from '../parse/block';
import type { Rule } from './rule';

/**
 * Every unit serves an objective: one that serves none is learned without knowing what for. The catalogue also asks for
 * a tag, which decks of this format do not need: sections and objectives sort them. Claims are looked up by rule S12.
 */
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
      for (const block of file.blocks)
        if (givesCards(block) && (valueNamed(block.head.attributes, 'obj') ?? '').trim() === '')
          report(file, { span: block.head.nameSpan, message: 'This block serves no objective.', hint });
  },
};

/** Of an item, whose stems may each serve an objective of their own, it is an error that M27 tells. */
function givesCards({ kind, head }: Block): boolean {
  return isUnitKind(kind) && kind !== 'vignette' && kind !== 'match' && head.readable;
}
