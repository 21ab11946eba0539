import type { Rule } from './rule';

/** An id belongs to one unit of the deck. */
export const duplicateId: Rule = {
  id: 'S06-duplicate-id',
  severity: 'error',
  summary: 'Give each id to one unit of the deck only.',
  why: 'Two units of one name cannot be told apart: the answers to one would schedule the other.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::\n\n:::qa{#b obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::\n\n:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const block of file.blocks) {
        if (block.id === null) continue;
        const first = deck.units.get(block.id.value);
        if (first === undefined || first.block === block) continue;
        const { line } = first.file.rangeOf(first.block.id?.span ?? first.block.span);
        report(file, {
          span: block.id.span,
          message: `The id \`${block.id.value}\` is taken by the block at ${first.file.path}:${line}.`,
          hint: 'Give the newer of the two another id; the older keeps its learners.',
        });
      }
  },
};
