import { nearest } from '@/lib/base/nearest';
import { BLOCK_KINDS, isBlockKind } from '../blocks/block-kinds';
import { spanOf, startOf } from '../parse/markdown';
import type { Problem, Span } from '../parse/span';
import type { Rule } from './rule';

/** A block of a kind that the format does not have, or in a place where no block can stand. */
export const unknownBlock: Rule = {
  id: 'S01-unknown-block',
  severity: 'error',
  summary: 'Use only the kinds of block that the format has, and no block inside another.',
  why: 'What the compiler does not know it cannot ask: a card would be missing and nobody would notice.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    'Seen at 10:30, HLA:DR3.',
    ':::note{asOf=2025-10-01 src=adams}\nTwo countries.\n:::\n\n::widget{name=facial-palsy-face}',
  ],
  notOk: [
    ':::ga{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    '::qa{#a obj=L1 src=adams}',
    ':::widget{name=facial-palsy-face}\n:::',
    '- ::widget{name=facial-palsy-face}',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const block of file.blocks)
        if (!isBlockKind(block.kind)) report(file, problemWith(block.kind, block.head.nameSpan));
      for (const { node, inBlock } of file.nestedBlocks)
        if (inBlock)
          report(file, {
            span: { start: startOf(node), end: startOf(node) + 3 + node.name.length },
            message: 'A block cannot stand inside another block.',
            hint: 'Close the outer block before this one begins.',
          });
      for (const node of file.strayLines) report(file, strayLine(node.name, spanOf(node)));
    }
  },
};

function problemWith(kind: string, span: Span): Problem {
  const known = Object.keys(BLOCK_KINDS);
  const message = `There is no block \`:::${kind}\`.`;
  if (kind === 'widget') return { span, message, hint: ON_ITS_LINE };
  const close = nearest(kind, known);
  const hint = close === null ? `Known kinds: ${known.join(', ')}.` : `Did you mean \`${close}\`?`;
  return { span, message, hint };
}

const ON_ITS_LINE = 'A widget is one line of the notes with two colons: `::widget{name=…}`.';

function strayLine(name: string, span: Span): Problem {
  if (name === 'widget') return { span, message: 'A widget cannot stand here.', hint: ON_ITS_LINE };
  const isBlock = Object.hasOwn(BLOCK_KINDS, name);
  return {
    span,
    message: `There is no line \`::${name}\`.`,
    hint: isBlock ? `A block opens with three colons: \`:::${name}{#id …}\`.` : ON_ITS_LINE,
  };
}
