import { findForeignRun, RUN_LENGTH } from '../foreign-runs';
import { Vocabulary } from '../language/vocabulary';
import { type Node, spanOf } from '../parse/markdown';
import { plainText } from '../render/plain-text';
import type { Rule } from './rule';

/**
 * Nothing is copied. What belongs to others is known by hashes of its runs of words (`content/foreign-runs.txt`), so
 * that none of its text is kept here. Each paragraph, list, table or part of a block is compared by itself.
 */
export const foreignWords: Rule = {
  id: 'D06-foreign-words',
  severity: 'error',
  summary: `Say it in your own words: no ${RUN_LENGTH} words in a row from a text that belongs to somebody else.`,
  why: 'Facts are free, sentences are not: a copied one puts the whole deck under a licence that forbids changing it, or breaks it.',
  ok: ['The quick brown fox jumps over a dog that is lazy.'],
  notOk: [
    'We read that the quick brown fox **jumps** over the lazy dog.',
    ':::qa{#a obj=L1 src=adams}\nWhat does the quick brown fox, jumps over the lazy dog and all, tell?\n\n---\n\nNothing\n:::',
  ],
  check(deck, report) {
    const { foreignRuns } = deck.context;
    if (foreignRuns === null) return;
    const vocabulary = new Vocabulary();
    for (const file of deck.files) {
      const compare = (node: Node) => {
        const run = findForeignRun(vocabulary.wordsIn(plainText([node])), foreignRuns);
        if (run !== null)
          report(file, {
            span: spanOf(node),
            message: `These words stand in a text that belongs to others: “${run}”.`,
            hint: 'Close that text and write the fact down as you would explain it.',
          });
      };
      for (const node of file.prose) compare(node);
      for (const block of file.blocks) for (const node of block.children) compare(node);
    }
  },
};
