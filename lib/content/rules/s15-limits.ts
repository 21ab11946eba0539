import { valueNamed } from '../blocks/attribute-values';
import { MAX_BLOCK_LENGTH, MAX_CARDS, MAX_OPTIONS, MAX_STEMS, MAX_TREE_DEPTH } from '../limits';
import type { Block } from '../parse/block';
import type { FileFacts } from '../parse/facts';
import type { ItemSet } from '../parse/item';
import { readFigure } from '../parse/read-figure';
import { isAsked, readTable } from '../parse/read-table';
import type { Report, Rule } from './rule';

/** The caps of the format, which keep every text quick to read. */
export const limits: Rule = {
  id: 'S15-limits',
  severity: 'error',
  summary: 'Stay within the limits of length, number and depth that the format sets.',
  why: 'Each limit bounds how long a text can take to read. What goes beyond is slow to review long before it is slow to compile.',
  ok: ['> Quoted > text.', `${'- '.repeat(40)}\n`],
  notOk: [
    `${'> '.repeat(40)}deep`,
    `${'a b '.repeat(5_000)}`,
    `${'10:30 '.repeat(1_200)}`,
    `${':c1['.repeat(40)}${']'.repeat(40)}`,
    `:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\n${`${'long '.repeat(500)}\n\n`.repeat(8)}:::`,
    `${'**a *b '.repeat(120)}${'c* d** '.repeat(120)}`,
    `:::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n${'- [ ] **A.** Root\n'.repeat(27)}:::`,
    `:::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n\n${'1. One. {key=A}\n'.repeat(51)}:::`,
  ],
  check(deck, report) {
    let cards = 0;
    for (const file of deck.files) {
      const items = new Map(file.itemSets.map((set) => [set.block, set.items.length]));
      for (const problem of file.source.overLimits) report(file, problem);
      if (!file.parsed)
        report(file, {
          span: { start: 0, end: 0 },
          message: 'This file cannot be read as Markdown.',
          hint: 'Take out what nests deeply, or divide the file.',
        });
      for (const span of file.tooDeep)
        report(file, {
          span,
          message: `This stands more than ${MAX_TREE_DEPTH} levels deep in lists, quotations and emphasis.`,
          hint: 'Make it simpler.',
        });
      for (const block of file.blocks) {
        const length = block.span.end - block.span.start;
        if (block.closed && length > MAX_BLOCK_LENGTH)
          report(file, {
            span: block.head.span,
            message: `This block has ${length} characters; at most ${MAX_BLOCK_LENGTH} are read.`,
            hint: 'Divide it: a card asks one thing.',
          });
        const before = cards;
        cards += cardCount(file, block) + (items.get(block) ?? 0);
        if (before <= MAX_CARDS && cards > MAX_CARDS)
          report(file, {
            span: block.head.span,
            message: `This deck has more than ${MAX_CARDS} cards and items; this block goes beyond.`,
            hint: 'Divide the deck into several.',
          });
      }
      for (const set of file.itemSets) checkSet(file, set, report);
    }
    for (const { file, ...problem } of deck.limitProblems) report(file, problem);
  },
};

function checkSet(file: FileFacts, { block, options, items }: ItemSet, report: Report): void {
  const tell = (count: number, what: string, most: number, hint: string) => {
    if (count > most)
      report(file, {
        span: block.head.span,
        message: `This ${block.kind} has ${count} ${what}; there can be at most ${most}.`,
        hint,
      });
  };
  tell(options.length, 'options', MAX_OPTIONS, 'Keep those that a learner might choose.');
  tell(items.length, 'stems', MAX_STEMS, 'Divide it into several sets.');
}

function cardCount(file: FileFacts, block: Block): number {
  if (block.kind === 'table') {
    const { rows, asked } = readTable(file.source.text, block);
    return rows.flatMap(({ cells }) => asked.filter(({ index }) => isAsked(cells[index]))).length;
  }
  if (block.kind === 'figure') return readFigure(file.source.text, block).masks.length;
  if (block.kind === 'qa') return valueNamed(block.head.attributes, 'dir') === 'both' ? 2 : 1;
  return new Set(block.deletions.map(({ node }) => node.name)).size;
}
