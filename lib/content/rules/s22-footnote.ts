import type { FileFacts } from '../parse/facts';
import { endOf, type Node, spanOf, startOf } from '../parse/markdown';
import { walk } from '../parse/walk';
import type { Report, Rule } from './rule';

/** Each mark of a footnote has its note, and each note a mark. */
export const footnote: Rule = {
  id: 'S22-footnote',
  severity: 'error',
  summary:
    'Give each footnote mark `[^1]` a note `[^1]: …` in its own block or in the prose, and each note a mark.',
  why: 'Learners would meet a bare mark, or the note of another card. A card is read by itself, so its notes stand in it.',
  ok: [
    'Muscle wastes.[^1]\n\n[^1]: Within weeks.',
    ':::qa{#a obj=L1 src=adams}\nWhich nerve?[^1]\n\n---\n\nThe facial nerve[^2]\n\n[^1]: Of the head.\n\n[^2]: Its trunk.\n:::',
    'A class such as `[^a-z]`, or \\[^1] alone.',
  ],
  notOk: [
    'Muscle wastes.[^1]',
    'Muscle wastes.\n\n[^1]: Within weeks.',
    'Muscle wastes.[^1]\n\n[^1]: Within weeks.\n\n[^1]: Within months.',
    'Muscle wastes.[^1]\n\n:::qa{#a obj=L1 src=adams}\nWhich nerve?[^1]\n\n---\n\nA\n\n[^1]: Of the head.\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      const { unresolved, unused, repeated } = file.footnotes;
      for (const node of unresolved)
        report(file, { span: spanOf(node), ...missing(node.label ?? node.identifier) });
      for (const node of repeated)
        report(file, {
          span: markOf(node),
          message: `There is a note \`${node.label ?? node.identifier}\` here already.`,
          hint: 'Give one of the two another name.',
        });
      for (const node of unused)
        report(
          file,
          {
            span: markOf(node),
            message: 'Nothing refers to this note, so nobody will see it.',
            hint: `Put \`[^${node.label ?? node.identifier}]\` where it belongs, in the same block.`,
          },
          'warning',
        );
      checkText(file, report);
    }
  },
};

const MARK = /(?<!\\)\[\^([^\s\]]{1,80})\]/g;

/** A mark that has no note anywhere is not even read as one. */
function checkText(file: FileFacts, report: Report): void {
  const { text } = file.source;
  if (!text.includes('[^')) return;
  const look = (node: Node) => {
    if (node.type !== 'text') return;
    for (const { 0: mark, 1: name = '', index } of text.slice(startOf(node), endOf(node)).matchAll(MARK)) {
      const start = startOf(node) + index;
      report(file, { span: { start, end: start + mark.length }, ...missing(name) });
    }
  };
  walk(file.prose, look);
  for (const block of file.blocks) walk(block.children, look);
}

function missing(name: string): Readonly<{ message: string; hint: string }> {
  return {
    message: `The mark \`[^${name}]\` has no note.`,
    hint: `Add \`[^${name}]: …\` below, in the same block, after an empty line.`,
  };
}

/** The first line of a note is long; its mark is enough to find it by. */
function markOf(node: Extract<Node, { type: 'footnoteDefinition' }>) {
  const start = startOf(node);
  return { start, end: Math.min(endOf(node), start + (node.label ?? node.identifier).length + 4) };
}
