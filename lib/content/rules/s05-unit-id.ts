import type { RootContent } from 'mdast';
import { BLOCK_KINDS, isUnitKind } from '../blocks/block-kinds';
import { ID_GRAMMAR, isId, slugOf } from '../identity';
import type { Attribute } from '../parse/attributes';
import type { FileFacts } from '../parse/facts';
import type { Item } from '../parse/item';
import { lineEnd } from '../parse/line-ends';
import { plainText } from '../render/plain-text';
import { reportCells } from './cell-problems';
import type { Report, Rule } from './rule';

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
    const counts = new Map<string, number>();
    for (const file of deck.files) {
      for (const block of file.blocks) {
        const { id, head, kind } = block;
        if (!Object.hasOwn(BLOCK_KINDS, kind) || !head.readable) continue;
        if (id !== null ? isId(id.value) : !isUnitKind(kind)) continue;
        const span = id?.span ?? head.nameSpan;
        report(file, {
          span,
          ...problemWith('block', id, proposal(block.parts[0], kind, deck.units, counts)),
        });
      }
      for (const { items } of file.itemSets) checkStems(file, items, report);
    }
  },
};

function checkStems(file: FileFacts, items: readonly Item[], report: Report): void {
  const taken = new Set(items.map(({ id }) => id?.value ?? ''));
  const counts = new Map<string, number>();
  for (const { kind, id, span, stem } of items) {
    if (kind === 'vignette' || (id !== null && isId(id.value))) continue;
    const line = { start: span.start, end: Math.min(span.end, lineEnd(file.source.text, span.start)) };
    report(file, {
      span: id?.span ?? line,
      ...problemWith('stem', id, proposal(stem, 'stem', taken, counts)),
    });
  }
}

function problemWith(
  what: string,
  id: Attribute | null,
  proposed: () => string,
): Readonly<{ message: string; hint: string }> {
  if (id === null)
    return {
      message: `This ${what} has no id.`,
      hint: `Give it one that will stay, for example \`{#${proposed()}}\`.`,
    };
  return {
    message: `\`${id.value.slice(0, 100)}\` cannot be an id: ids are ${ID_GRAMMAR}.`,
    hint: `For example \`#${slugOf(id.value) || proposed()}\`.`,
  };
}

/** The first words of `nodes`, made different from the ids in `taken`; `counts` remembers what was proposed before. */
function proposal(
  nodes: readonly RootContent[] = [],
  instead: string,
  taken: Readonly<{ has: (id: string) => boolean }>,
  counts: Map<string, number>,
): () => string {
  return () => {
    const words = slugOf(plainText(nodes).slice(0, 200), 32) || instead;
    let count = counts.get(words) ?? 1;
    const id = () => (count === 1 ? words : `${words}-${count}`);
    while (taken.has(id())) count += 1;
    counts.set(words, count + 1);
    return id();
  };
}
