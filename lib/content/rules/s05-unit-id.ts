import { BLOCK_KINDS, isUnitKind } from '../blocks/block-kinds';
import { ID_GRAMMAR, isId, slugOf } from '../identity';
import type { Attribute } from '../parse/attributes';
import type { FileFacts } from '../parse/facts';
import type { Item } from '../parse/item';
import { lineEnd } from '../parse/line-ends';
import { proposeIds } from '../parse/propose-ids';
import type { Span } from '../parse/span';
import { reportCells } from './cell-problems';
import type { Rule } from './rule';

/** Every unit, and every stem, has an id that its author gave: learners' progress hangs on it. */
export const unitId: Rule = {
  id: 'S05-unit-id',
  severity: 'error',
  summary: 'Give every unit, and every stem of a match, an id of its own that will stay.',
  why: 'Learners’ progress hangs on the id. Made from a place or a wording it would change with the next edit, and everybody’s history would be lost.',
  ok: [
    ':::qa{#lmn-tone obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::match{#where obj=L1 src=adams}\n**For each patient, choose the site.**\n\n- **A.** Horn\n- **B.** Root\n\n1. Wasting. {#horn key=A}\n:::',
    ':::note{asOf=2025-10-01}\nTwo countries.\n:::',
  ],
  notOk: [
    ':::qa{obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#LMN_tone obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa\nQ?\n\n---\n\nA\n:::',
    ':::match{#where obj=L1 src=adams}\n**For each patient, choose the site.**\n\n- **A.** Horn\n- **B.** Root\n\n1. Wasting. {key=A}\n:::',
    ':::note{#Polio_2025 asOf=2025-10-01}\nTwo countries.\n:::',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| + | Low |\n:::',
    ':::figure{#a obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `1,2,3,4` | Pons |\n:::',
  ],
  check(deck, report) {
    reportCells(deck, 'S05', report);
    const proposed = proposeIds(deck);
    for (const file of deck.files) {
      for (const block of file.blocks) {
        const { id, head, kind } = block;
        if (!Object.hasOwn(BLOCK_KINDS, kind) || !head.readable) continue;
        if (id !== null ? isId(id.value) : !isUnitKind(kind)) continue;
        report(file, { span: id?.span ?? head.nameSpan, ...problemWith('block', id, proposed.get(block)) });
      }
      for (const { items } of file.itemSets)
        for (const item of items)
          if (item.kind === 'match' && (item.id === null || !isId(item.id.value)))
            report(file, {
              span: item.id?.span ?? firstLineOf(item, file),
              ...problemWith('stem', item.id, proposed.get(item)),
            });
    }
  },
};

function firstLineOf({ span }: Item, { source }: FileFacts): Span {
  return { start: span.start, end: Math.min(span.end, lineEnd(source.text, span.start)) };
}

function problemWith(
  what: string,
  id: Attribute | null,
  proposed: string | undefined,
): Readonly<{ message: string; hint: string }> {
  if (id === null)
    return {
      message: `This ${what} has no id.`,
      hint: `Give it one that will stay, for example \`{#${proposed}}\`; \`content format\` does.`,
    };
  return {
    message: `\`${id.value.slice(0, 100)}\` cannot be an id: ids are ${ID_GRAMMAR}.`,
    hint: `For example \`#${slugOf(id.value) || proposed}\`.`,
  };
}
