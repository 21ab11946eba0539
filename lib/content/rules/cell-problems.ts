import type { DeckFacts } from '../parse/facts';
import { readFigure } from '../parse/read-figure';
import { type CellProblem, readTable } from '../parse/read-table';
import type { Report } from './rule';

/** Tells what one rule has to say of the tables and figures of a deck. Blocks without an end are told by rule S04. */
export function reportCells(deck: DeckFacts, rule: CellProblem['rule'], report: Report): void {
  for (const file of deck.files)
    for (const block of file.blocks) {
      if (!block.closed || (block.kind !== 'table' && block.kind !== 'figure')) continue;
      const read = block.kind === 'table' ? readTable : readFigure;
      for (const { rule: own, ...problem } of read(file.source.text, block).problems)
        if (own === rule) report(file, problem);
    }
}
