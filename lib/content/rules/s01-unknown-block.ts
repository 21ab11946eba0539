import { isUnitKind, LATER_KINDS, UNIT_KINDS } from '../blocks/block-kinds';
import { spanOf, startOf } from '../parse/markdown';
import { nearest } from '../parse/nearest';
import type { Problem, Span } from '../parse/span';
import type { Rule } from './rule';

/** A block of a kind that the format does not have, or that this version does not read yet. */
export const unknownBlock: Rule = {
  id: 'S01-unknown-block',
  severity: 'error',
  summary: 'Use only the kinds of block that the format has, and no block inside another.',
  why: 'What the compiler does not know it cannot ask: a card would be missing and nobody would notice.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::', 'Seen at 10:30, HLA:DR3.'],
  notOk: [
    ':::ga{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::table{#a}\n| A |\n|---|\n:::',
    '::widget{name=x}',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const block of file.blocks)
        if (!isUnitKind(block.kind)) report(file, problemWith(block.kind, block.head.nameSpan));
      for (const { node, inBlock } of file.nestedBlocks)
        if (inBlock)
          report(file, {
            span: { start: startOf(node), end: startOf(node) + 3 + node.name.length },
            message: 'A block cannot stand inside another block.',
            hint: 'Close the outer block before this one begins.',
          });
      for (const node of file.leafDirectives) report(file, problemWith(node.name, spanOf(node), '::'));
    }
  },
};

function problemWith(kind: string, span: Span, colons = ':::'): Problem {
  if (LATER_KINDS.includes(kind))
    return {
      span,
      message: `The block \`${colons}${kind}\` is not supported yet by this version.`,
      hint: `Supported so far: ${Object.keys(UNIT_KINDS).join(', ')}.`,
    };
  const close = nearest(kind, [...Object.keys(UNIT_KINDS), ...LATER_KINDS]);
  const hint =
    close === null ? `Known kinds: ${Object.keys(UNIT_KINDS).join(', ')}.` : `Did you mean \`${close}\`?`;
  return { span, message: `There is no block \`${colons}${kind}\`.`, hint };
}
