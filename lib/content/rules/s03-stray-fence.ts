import type { FenceLine } from '../parse/fence';
import { startOf } from '../parse/markdown';
import type { Problem } from '../parse/span';
import type { Rule } from './rule';

/** Three colons that neither open nor close a block, or a block that does not stand at the margin. */
export const strayFence: Rule = {
  id: 'S03-stray-fence',
  severity: 'error',
  summary: 'Let colons begin at the left margin, and only where a block opens or closes.',
  why: 'Colons in any other place do not divide the text as they seem to: a block would end too early, or be read as prose.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\n| A |\n|---|\n| b |\n:::',
    '```\n:::\n```',
    'A colon: three of them, :::, in a line are text.',
  ],
  notOk: [
    'Text\n\n:::\n',
    '> :::\n',
    '> :::qa{#a obj=L1 src=adams}\n> Q?\n>\n> ---\n>\n> A\n> :::\n',
    '- :::qa{#a obj=L1 src=adams}\n  Q?\n  :::\n',
    '::: qa\nQ?\n',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const fence of file.strayFences) report(file, problemWith(fence, file.source.text));
      for (const { node, inBlock } of file.nestedBlocks) {
        if (inBlock) continue;
        report(file, {
          span: { start: startOf(node), end: startOf(node) + 3 + node.name.length },
          message: 'A block cannot stand inside a quotation or a list.',
          hint: 'Let its colons begin at the left margin, after an empty line.',
        });
      }
    }
  },
};

function problemWith(fence: FenceLine, text: string): Problem {
  const span = { start: fence.start, end: fence.end };
  if (fence.closing)
    return {
      span,
      message: 'These colons close no block.',
      hint: 'Remove them, or see whether the block above was opened as `:::kind{#id …}` at the margin.',
    };
  const rest = text.slice(fence.start + fence.colons, fence.end).trim();
  return {
    span,
    message: 'These colons open no block.',
    hint: /^[a-z]+/.test(rest)
      ? `Write \`:::${rest.slice(0, 40)}\` without a blank, at the left margin.`
      : 'A block begins with three colons and its kind, `:::qa{#id …}`.',
  };
}
