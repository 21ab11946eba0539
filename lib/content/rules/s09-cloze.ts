import type { Block, Deletion } from '../parse/block';
import type { FileFacts } from '../parse/facts';
import { endOf, type Node, spanOf, startOf } from '../parse/markdown';
import type { Problem } from '../parse/span';
import { walk } from '../parse/walk';
import { ankiDeletionsIn } from './anki-deletions';
import type { Report, Rule } from './rule';

/** A cloze has deletions, each with a key and a text, and there are none elsewhere. */
export const cloze: Rule = {
  id: 'S09-cloze',
  severity: 'error',
  summary:
    'Mark at least one deletion in a cloze, each with a key from c1 to c999 and a text on one line, and none anywhere else.',
  why: 'A deletion that is read as text shows the answer in the question, and an empty one asks for nothing.',
  ok: [
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[flaccid :c2[and low]], reflexes are :c1[absent] at 10:30.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nAnki writes `{{c1::large}}` or \\{{c1::large}}, we write :c1[large].\n:::',
    'The ratio is 1:100, the clock says 10:30, and :c1 without brackets is text.',
  ],
  notOk: [
    ':::cloze{#a obj=L1 src=adams}\nTone is flaccid.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[flaccid\nand low].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1 and :c2[low].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c[flaccid] and :c2[low].\n:::',
    ':::cloze{#a obj=L1 src=adams}\nSee https://example.org/:c1[x] and :c2[low].\n:::',
    ':::cloze{#a obj=L1 src=adams}\n:c2[Low]\n\n![A :c1[nerve]](media/n.svg)\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[low].\n\n---\n\nAnd :c2[flaccid].\n:::',
    'Tone is :c1[flaccid].',
    ':::qa{#a obj=L1 src=adams}\nTone is :c1[flaccid]?\n\n---\n\nA\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[flaccid.\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is {{c1::flaccid}} here, reflexes are :c2[absent].\n:::',
    ':::qa{#a obj=L1 src=adams}\nTone is {{c1::flaccid}}?\n\n---\n\nA\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const node of file.strayDeletions)
        report(file, {
          span: spanOf(node),
          message: 'A deletion means nothing outside a `:::cloze`.',
          hint: `Write the text alone, or \`\\:${node.name}[\` to show it as it is.`,
        });
      for (const block of file.blocks) {
        const foreign = ankiDeletionsIn(file.source.text, block);
        for (const problem of foreign) report(file, problem);
        if (block.kind === 'cloze') checkCloze(file, block, foreign.length, report);
      }
    }
  },
};

function checkCloze(file: FileFacts, block: Block, foreign: number, report: Report): void {
  const { text } = file.source;
  const found: Problem[] = [];
  const textEnd = endOfText(block);
  for (const deletion of block.deletions) {
    found.push(...deletionProblems(deletion, text));
    if (deletion.span.start >= textEnd)
      found.push({
        span: deletion.span,
        message: 'This deletion stands behind the `---`, where the answer is explained.',
        hint: 'Deletions belong to the text above it.',
      });
  }
  if (hasUnread(block, text)) walk(block.children, (node) => found.push(...unreadIn(node, text)));
  if (block.deletions.length === 0 && found.length + foreign === 0)
    found.push({
      span: block.head.nameSpan,
      message: 'This cloze hides nothing.',
      hint: 'Mark what is to be remembered: `:c1[flaccid]`.',
    });
  for (const problem of found) report(file, problem);
}

/** Where the first part of a cloze ends, which alone may hide something. */
function endOfText({ parts, span }: Block): number {
  for (const part of parts.slice(1)) if (part[0] !== undefined) return startOf(part[0]);
  return span.end;
}

function deletionProblems({ node, span, label }: Deletion, text: string): readonly Problem[] {
  if (!/^c[1-9]\d{0,2}$/.test(node.name))
    return [{ span, message: `\`:${node.name}\` is no key.`, hint: 'Keys are `:c1` to `:c999`.' }];
  const isOpen = text[span.end] === '[' && span.end === span.start + 1 + node.name.length;
  if (isOpen && isClosedLater(text, span.end))
    return [
      {
        span,
        message: 'This deletion is not closed on its line.',
        hint: 'A deletion cannot run over a line break, and its brackets must match; put it on one line.',
      },
    ];
  if (isOpen)
    return [
      {
        span,
        message: 'The bracket of this deletion is not closed.',
        hint: `Put a \`]\` behind the hidden text: \`:${node.name}[flaccid]\`.`,
      },
    ];
  if (label === 'empty')
    return [{ span, message: 'This deletion is empty.', hint: 'Put the hidden text between its brackets.' }];
  if (label === 'text') return [];
  return [
    { span, message: `\`:${node.name}\` hides nothing.`, hint: `Write \`:${node.name}[hidden text]\`.` },
  ];
}

/** Whether the bracket at `open` is closed before its paragraph ends, on whatever line. */
function isClosedLater(text: string, open: number): boolean {
  const paragraph = /\n[ \t]*(?:\n|:::)/.exec(text.slice(open, open + REACH));
  const end = open + (paragraph?.index ?? REACH);
  return text.slice(open, end).includes(']');
}

/** How far behind its beginning the end of a deletion is looked for. */
const REACH = 2_000;

const MEANT = /(?<!\\):[cC]\d*\[/;
const ALL_MEANT = /(?<!\\):[cC]\d*\[/g;

/** Whether the block has a mark that was not read as a deletion: few do, so few trees need to be searched. */
function hasUnread({ deletions, span }: Block, text: string): boolean {
  let read = 0;
  for (const { index } of text.slice(span.start, span.end).matchAll(ALL_MEANT)) {
    const start = span.start + index;
    while (read < deletions.length && (deletions[read]?.span.start ?? 0) < start) read += 1;
    if (deletions[read]?.span.start !== start) return true;
  }
  return false;
}

/** What was meant as a deletion and was read as something else. */
function unreadIn(node: Node, text: string): readonly Problem[] {
  const unread = (message: string, hint: string): readonly Problem[] =>
    MEANT.test(text.slice(startOf(node), endOf(node))) ? [{ span: spanOf(node), message, hint }] : [];
  switch (node.type) {
    case 'link':
      return MEANT.test(node.url)
        ? [
            {
              span: spanOf(node),
              message: 'This address swallows a deletion.',
              hint: 'Put a blank between them.',
            },
          ]
        : [];
    case 'image':
    case 'imageReference':
      return unread("A picture's description cannot hide anything.", 'Put the deletion into the text.');
    case 'text':
      return unread(
        'This was not read as a deletion.',
        'Write `:c1[…]` with a number, and close its bracket.',
      );
    default:
      return [];
  }
}
