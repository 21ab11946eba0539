import type { Rule } from './rule';

/** A block without its closing colons: it would swallow what follows. */
export const unclosedBlock: Rule = {
  id: 'S04-unclosed-block',
  severity: 'error',
  summary: 'Close every block with as many colons as opened it.',
  why: 'An open block runs to the end of the file, and the next question becomes part of its answer.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n',
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n\n:::qa{#b obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    '::::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const { closed, head } of file.blocks) {
        if (closed) continue;
        report(file, {
          span: head.span,
          message: 'This block is not closed.',
          hint: `Put a line \`${':'.repeat(Math.min(head.colons, 8))}\` at its end.`,
        });
      }
  },
};
