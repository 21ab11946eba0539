import type { FileFacts } from '../parse/facts';
import type { ItemSet } from '../parse/item';
import type { Report, Rule } from './rule';

/** An id belongs to one unit of the deck; a letter to one option of its set, and a stem's id to one stem of its match. */
export const duplicateId: Rule = {
  id: 'S06-duplicate-id',
  severity: 'error',
  summary: 'Give each id to one unit of the deck only, and each letter and stem’s id to one line of its set.',
  why: 'Two units of one name cannot be told apart: the answers to one would schedule the other.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::\n\n:::qa{#b obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::\n\n:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root\n- [x] **A.** Horn\n\n**Key point:** So.\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n- **B.** Horn\n\n1. One. {#x key=A}\n2. Two. {#x key=B}\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const set of file.itemSets) checkSet(file, set, report);
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
    }
  },
};

function checkSet(file: FileFacts, { options, items }: ItemSet, report: Report): void {
  const letters = new Set<string>();
  for (const { letter, textSpan } of options) {
    if (letter !== '' && letters.has(letter))
      report(file, {
        span: textSpan,
        message: `The letter \`${letter}\` stands before another option already.`,
        hint: 'Give the newer of the two the next letter that was never used; the letter shown follows the place.',
      });
    letters.add(letter);
  }
  const ids = new Set<string>();
  for (const { id } of items) {
    if (id === null) continue;
    if (ids.has(id.value))
      report(file, {
        span: id.span,
        message: `The id \`${id.value.slice(0, 100)}\` is taken by another stem of this match.`,
        hint: 'Give the newer of the two another id; the older keeps its learners.',
      });
    ids.add(id.value);
  }
}
