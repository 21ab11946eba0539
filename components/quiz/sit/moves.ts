import { isMarked, type TextRange, toggled } from '@/lib/quiz/highlight-ranges';
import type { Confidence, PublicQuestion, SlotState } from '@/lib/quiz/model';
import { CONFIDENCE_LABELS } from './confidence-field';
import type { Sitting } from './use-sitting';

type Here = Readonly<{
  question: PublicQuestion;
  state: SlotState;
  /** The block is over: nothing can be done any more. */
  locked: boolean;
  /** The answer stands: it was told, or is being told. */
  fixed: boolean;
  perform: Sitting['perform'];
  /** Has what was done read out. */
  say: (text: string) => void;
  /** The answer was ruled out, so that nothing is chosen now. */
  onWithdrawn: (option: string) => void;
}>;

/** What one can do to the question in view. What makes no sense there does nothing, or says why. */
export function movesOn({ question, state, locked, fixed, perform, say, onWithdrawn }: Here) {
  const { slot } = state;
  return {
    choose(key: string | null) {
      if (key === null || fixed || key === state.chosen) return;
      const isStruck = state.struck.includes(key);
      if (isStruck) perform({ kind: 'strike', slot, option: key, struck: false });
      perform({ kind: 'choose', slot, option: key });
      say(`Option ${letterOf(question, key)} chosen.`);
    },
    strike(key: string | null) {
      if (key === null || fixed) return;
      if (key === state.chosen) {
        perform({ kind: 'choose', slot, option: null }, { kind: 'strike', slot, option: key, struck: true });
        onWithdrawn(key);
        say(withdrawnText(question, key));
        return;
      }
      const struck = !state.struck.includes(key);
      perform({ kind: 'strike', slot, option: key, struck });
      say(`Option ${letterOf(question, key)} ${struck ? 'ruled out' : 'taken back in'}.`);
    },
    beSure(confidence: Confidence) {
      if (fixed || confidence === state.confidence) return;
      perform({ kind: 'confidence', slot, confidence });
      say(`${CONFIDENCE_LABELS[confidence]}.`);
    },
    flag() {
      if (locked) return;
      perform({ kind: 'flag', slot, flagged: !state.flagged });
      say(state.flagged ? 'Flag taken off.' : 'Flagged.');
    },
    mark(range: TextRange) {
      if (locked) return;
      perform({ kind: 'highlight', slot, ranges: toggled(state.highlights, range) });
      say(isMarked(state.highlights, range) ? 'Highlight removed.' : 'Highlighted.');
    },
    clearMarks() {
      if (locked) return;
      perform({ kind: 'highlight', slot, ranges: [] });
      say('All highlights removed.');
    },
    write: (text: string) => perform({ kind: 'note', slot, text }),
    answer() {
      if (state.chosen === null) say('Choose an answer first.');
      else if (!fixed) perform({ kind: 'reveal', slot });
    },
  };
}

/** What is said when the answer itself is ruled out. */
export function withdrawnText(question: PublicQuestion, key: string): string {
  return `You ruled out ${letterOf(question, key)}, which was your answer. Nothing is chosen now.`;
}

function letterOf({ options }: PublicQuestion, key: string): string {
  return options.find((option) => option.key === key)?.letter ?? key;
}
