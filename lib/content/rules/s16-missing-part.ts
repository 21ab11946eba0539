import { valueNamed } from '../blocks/attribute-values';
import type { Block } from '../parse/block';
import type { FileFacts } from '../parse/facts';
import { spanOf } from '../parse/markdown';
import { plainText } from '../render/plain-text';
import { WIDGETS } from '../widgets';
import { isBlank } from './blank';
import { reportCells } from './cell-problems';
import { checkItemParts } from './check-item-parts';
import type { Report, Rule } from './rule';
import { underlined } from './s08-question-as-heading';

/** A block has all its parts, each with something to read, and no more of them. */
export const missingPart: Rule = {
  id: 'S16-missing-part',
  severity: 'error',
  summary: 'Give a block all its parts, each with something to read, and no more of them.',
  why: 'A card without an answer cannot be graded, and a part too many would not be shown.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n\n---\n\nExtra\n\n***\n\nmore\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhich nerve?\n\n---\n\n![Facial nerve](media/cn7.svg)\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[low].\n\n---\n\nExtra\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n\n**Key point:** So.\n\n---\n\nExtra.\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n- **B.** Horn\n\n1. One. {#x key=A}\n   > Why.\n:::',
    ':::note{asOf=2025-10-01 src=adams}\nTwo countries.\n:::\n\n::widget{name=facial-palsy-face}',
    ':::table{#a obj=L1 src=adams}\nIn weak limbs:\n\n| Sign | LMN |\n|---|---|\n| Tone | Low |\n\n---\n\nExtra\n:::',
    ':::figure{#a obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Label | Accept |\n|---|---|---|\n| `#temporal` | Temporal branch | frontal branch |\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n:::',
    ':::qa{#a obj=L1 src=adams}\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\n:::',
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n\n---\n\nE\n\n---\n\nF\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[low].\n\n---\n\nE\n\n---\n\nF\n:::',
    ':::qa{#a obj=L1 src=adams type=in}\nQ?\n\n---\n\n![](media/a.svg)\n:::',
    ':::vignette{#a obj=L1 src=adams}\n**Which?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n\n**Key point:** So.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n\n**Key point:** So.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n**Key point:** So.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.**\n- [x] **B.** Horn\n\n**Key point:** So.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] Root\n- [x] **B.** Horn\n\n**Key point:** So.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n\n**Key point:**\n:::',
    ':::match{#a obj=L1 src=adams}\n- **A.** Root\n- **B.** Horn\n\n1. One. {#x key=A}\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n1. One. {#x key=A}\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n- **B.** Horn\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n- **B.** Horn\n\n1. One. {#x}\n:::',
    ':::note{asOf=2025-10-01}\n:::',
    '::widget',
    ':::table{#a obj=L1 src=adams}\nNo table.\n:::',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| Tone | – |\n:::',
    ':::figure{#a obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n:::',
    ':::figure{#a obj=L1 src=adams}\n| Mask | Label |\n|---|---|\n| `#temporal` | Temporal |\n:::',
    ':::figure{#a obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Name |\n|---|---|\n| `#temporal` | Temporal |\n:::',
    ':::figure{#a obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `90,0,20,5` {#b} | Temporal |\n:::',
  ],
  check(deck, report) {
    reportCells(deck, 'S16', report);
    for (const file of deck.files) {
      for (const block of file.blocks) {
        // A block whose end or division was lost is told by the rule that says how to mend it.
        if (!block.closed || underlined(block, file.source.text).length > 0) continue;
        if (block.kind === 'qa') checkParts(file, block, QA_PARTS, 2, report);
        if (block.kind === 'cloze') checkParts(file, block, CLOZE_PARTS, 1, report);
        if (block.kind === 'table') checkParts(file, block, TABLE_PARTS, 1, report);
        if (block.kind === 'figure') checkParts(file, block, FIGURE_PARTS, 1, report);
        if (block.kind === 'qa') checkTyped(file, block, report);
        if (block.kind === 'note' && isBlank(block.children))
          report(file, {
            span: block.head.nameSpan,
            message: 'This note says nothing.',
            hint: 'Write it, or remove it.',
          });
      }
      for (const set of file.itemSets)
        if (set.block.closed && underlined(set.block, file.source.text).length === 0)
          checkItemParts(file, set, report);
      for (const { attributes, span } of file.widgets)
        if (!attributes.some(({ name }) => name === 'name'))
          report(file, {
            span,
            message: 'This widget has no name.',
            hint: `Name one there is: \`::widget{name=${Object.keys(WIDGETS)[0]}}\`.`,
          });
    }
  },
};

const QA_PARTS = ['question', 'answer', 'extra'];
const CLOZE_PARTS = ['text', 'extra'];
const TABLE_PARTS = ['table', 'extra'];
const FIGURE_PARTS = ['picture', 'extra'];

function checkParts(
  file: FileFacts,
  block: Block,
  names: readonly string[],
  needed: number,
  report: Report,
): void {
  for (let index = 0; index < names.length; index += 1) {
    const part = block.parts[index];
    if (part === undefined ? index >= needed : !isBlank(part)) continue;
    const name = names[index];
    let hint = `Write the ${name}, or remove the \`---\` above it.`;
    if (part === undefined) hint = `Put an empty line, \`---\`, an empty line and then the ${name}.`;
    if (index === 0) hint = `Write the ${name} first.`;
    report(file, { span: block.head.nameSpan, message: `This block has no ${name}.`, hint });
  }
  const tooMany = block.parts[names.length];
  if (tooMany === undefined) return;
  report(file, {
    span: tooMany[0] === undefined ? block.head.nameSpan : spanOf(tooMany[0]),
    message: `A \`${block.kind}\` has at most ${names.length} parts: ${names.join(', ')}.`,
    hint: 'A line `***` draws a rule without dividing.',
  });
}

function checkTyped(file: FileFacts, block: Block, report: Report): void {
  const { attributes } = block.head;
  const answer = block.parts[1];
  if (valueNamed(attributes, 'type') !== 'in' || valueNamed(attributes, 'accept') !== null) return;
  if (answer === undefined || isBlank(answer) || plainText(answer) !== '') return;
  report(file, {
    span: block.head.nameSpan,
    message: 'This answer has no text that could be typed.',
    hint: 'List what counts as right: `accept="one; another"`.',
  });
}
