'use client';

import { ConfidenceField } from './confidence-field';
import { FootBar } from './foot-bar';
import type { Desk } from './use-desk';

type SittingFootProps = Readonly<{ desk: Desk; finishLabel: string }>;

/** The bar under the question in view: how sure one is, the way back and on, and the one thing to do next. */
export function SittingFoot({ desk, finishLabel }: SittingFootProps) {
  const { mode, current, state, moves, opened, isOpen, isLast } = desk;
  return (
    <FootBar
      isSaved={!desk.unsaved.has(current)}
      confidence={
        desk.told || desk.awaiting ? null : (
          <ConfidenceField
            chosen={state.confidence}
            optional={mode === 'exam'}
            disabled={desk.fixed}
            onChoose={moves.beSure}
          />
        )
      }
      hasPanel={opened.panel !== null}
      hasPrevious={current > 0}
      onPrevious={() => desk.go(current - 1)}
      primary={
        isOpen
          ? { label: 'Answer', disabled: state.chosen === null, onPress: moves.answer }
          : { label: isLast ? `${finishLabel}…` : 'Next', disabled: false, onPress: desk.next }
      }
      skip={isOpen && !isLast ? () => desk.go(current + 1) : null}
    />
  );
}
