import type { FileFacts } from '../parse/facts';
import { endOf, type Node, spanOf, startOf } from '../parse/markdown';
import type { Problem } from '../parse/span';
import { walk } from '../parse/walk';
import type { Rule } from './rule';

/** Code and maths show their text as it is: a deletion in there hides nothing, and their brackets end one too early. */
export const clozeInCode: Rule = {
  id: 'S10-cloze-in-code',
  severity: 'error',
  summary: 'Keep deletions out of code and maths, and brackets of code and maths out of deletions.',
  why: 'Code and maths show what is written, so the answer would stand in the question.',
  ok: [
    ':::cloze{#a obj=L1 src=adams}\nThe gene is :c1[`SMN1`], a ratio :c2[$$a/b$$].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe list :c1[`x[0]`], the range :c2[$$[0, 1]$$].\n:::',
    'Outside a cloze, `:c1[x]` is only code.',
  ],
  notOk: [
    ':::cloze{#a obj=L1 src=adams}\nThe gene `:c1[SMN1]` and :c2[more].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe sum $$:c1[a] + b$$ and :c2[more].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe interval :c1[`0, 1]`] ends early.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nThe interval :c1[$$0, 1]$$] ends early.\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const block of file.blocks) {
        if (block.kind !== 'cloze') continue;
        if (!MAY_HOLD_CODE.test(file.source.text.slice(block.span.start, block.span.end))) continue;
        walk(block.children, (node) => {
          const problem = inOpaque(node) ?? cutShort(file, node);
          if (problem !== null) report(file, problem);
        });
      }
  },
};

/** What code and maths begin with; without one of these no tree needs to be searched. */
const MAY_HOLD_CODE = /[`~$\t]| {4}/;

const OPAQUE: ReadonlySet<string> = new Set(['inlineCode', 'code', 'inlineMath', 'math']);

function inOpaque(node: Node): Problem | null {
  if (!OPAQUE.has(node.type) || !('value' in node) || !/:c\d+\[/.test(node.value)) return null;
  return {
    span: spanOf(node),
    message: 'A deletion in code or maths is shown as it is and hides nothing.',
    hint: 'Put the whole of it into the deletion: `:c1[`…`]`.',
  };
}

/** A deletion whose bracket stands inside code or maths begins that code or maths and does not end it. */
function cutShort(file: FileFacts, node: Node): Problem | null {
  if (node.type !== 'textDirective') return null;
  const { text } = file.source;
  for (const child of node.children) {
    if (child.type !== 'text') continue;
    const written = text.slice(startOf(child), endOf(child));
    const mark = /(?<!\\)(?:`|\$\$)/.exec(written)?.[0];
    if (mark !== undefined && text.slice(endOf(node), endOf(node) + REACH).includes(mark))
      return {
        span: spanOf(node),
        message: 'A `]` inside code or maths ends this deletion too early.',
        hint: 'Leave the brackets out of the deletion, or write them without code or maths.',
      };
  }
  return null;
}

/** How far behind a deletion the other end of its code is looked for. */
const REACH = 500;
