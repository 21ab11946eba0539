import { type Node, spanOf } from '../parse/markdown';
import type { Rule } from './rule';

/** Anything on the first line of a block behind its attributes: it would be lost. */
export const textAfterHead: Rule = {
  id: 'S02-text-after-head',
  severity: 'error',
  summary:
    'Write nothing on the first line of a block but its kind and its attributes, and no blank between the two.',
  why: 'What stands there is not read: words are lost, or the id and with it every learner’s history.',
  ok: [':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::', '::widget{name=facial-palsy-face}'],
  notOk: [
    ':::qa{#a obj=L1 src=adams} Q?\n\n---\n\nA\n:::',
    ':::qa {#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa[Q?]{#a obj=L1 src=adams}\n\n---\n\nA\n:::',
    '::widget {name=facial-palsy-face}',
    '::widget{name=facial-palsy-face} Try it.',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const node of file.prose)
        if (isMeantAsWidget(node))
          report(file, {
            span: spanOf(node),
            message: 'This widget is not read: other text stands on its lines.',
            hint: 'Write `::widget{name=…}` without blanks, between empty lines.',
          });
      for (const { head, kind } of file.blocks) {
        if (head.tail === null) continue;
        const tail = file.source.text.slice(head.tail.start, head.tail.end);
        if (tail.trimStart().startsWith('{'))
          report(file, {
            span: head.tail,
            message: `A blank between \`${kind}\` and the braces hides the attributes.`,
            hint: `Write them together: \`:::${kind}${tail.trimStart()}\`.`,
          });
        else
          report(file, {
            span: head.tail,
            message: 'Text on the first line of a block is not read.',
            hint: 'Begin the text on the next line.',
          });
      }
    }
  },
};

/** Whether a paragraph begins as a widget does. */
function isMeantAsWidget(node: Node): boolean {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && /^::widget\b/.test(first.value);
}
