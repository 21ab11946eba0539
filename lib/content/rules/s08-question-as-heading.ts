import type { Block } from '../parse/block';
import type { Node } from '../parse/markdown';
import { spanOf, startOf } from '../parse/markdown';
import type { Rule } from './rule';

/** Hyphens directly under a line make it a heading: the division of the card is lost. */
export const questionAsHeading: Rule = {
  id: 'S08-question-as-heading',
  severity: 'error',
  summary: 'Leave an empty line above and below each `---` that divides a block.',
  why: 'In Markdown, hyphens directly under a line make it a heading: question and answer would run together on one side of the card.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n---\nA\n:::',
    ':::qa{#a obj=L1 src=adams}\r\nQ?\r\n\r\n---\r\n\r\nA\r\n---\r\nE\r\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const block of file.blocks)
        for (const node of underlined(block, file.source.text))
          report(file, {
            span: spanOf(node),
            message: 'The `---` directly under this text makes it a heading.',
            hint: 'Put an empty line before `---` and one after it.',
          });
  },
};

/** The headings of a block that are written by underlining them with hyphens. */
export function underlined(block: Block, text: string): readonly Node[] {
  let found: Node[] | null = null;
  for (const node of block.children) {
    if (node.type !== 'heading' || node.depth !== 2 || text[startOf(node)] === '#') continue;
    found ??= [];
    found.push(node);
  }
  return found ?? NONE;
}

const NONE: readonly Node[] = [];
