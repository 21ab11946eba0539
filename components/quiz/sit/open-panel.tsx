'use client';

import { CalculatorPanel } from './calculator-panel';
import { HighlightsPanel } from './highlights-panel';
import { RangesPanel } from './ranges-panel';
import type { Desk } from './use-desk';

/** The panel that is open beside the question, if one is. */
export function OpenPanel({ desk }: Readonly<{ desk: Desk }>) {
  const { current, question, state, stem, moves, opened } = desk;
  switch (opened.panel) {
    case null:
      return null;
    case 'ranges':
      return <RangesPanel onClose={opened.closePanel} />;
    case 'calculator':
      return <CalculatorPanel onClose={opened.closePanel} />;
    case 'highlights':
      return (
        <HighlightsPanel
          stem={stem}
          place={`${current}`}
          language={question.language}
          ranges={state.highlights}
          onToggle={moves.mark}
          onRemoveAll={moves.clearMarks}
          onClose={opened.closePanel}
        />
      );
  }
}
