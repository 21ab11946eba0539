import type { ReactNode } from 'react';
import type { Instant } from '@/lib/base/time';
import type { PublicQuestion, SlotScore, SlotState } from '@/lib/quiz/model';
import { CONFIDENCE_WORDS, clockSpan } from '../quiz-words';
import { OutcomeMark } from './outcome-mark';
import { textOf } from './plain-text';
import { isScoredAnew, outcomeWords } from './result-words';

type SatItemProps = Readonly<{
  question: PublicQuestion;
  state: SlotState;
  score: SlotScore;
  /** When the attempt was over. */
  finishedAt: Instant;
  /** The question, what was done to it, and why it is so. */
  children: ReactNode;
}>;

/** One item exactly as it was sat: its line says how it went, and opens. */
export function SatItem({ question, state, score, finishedAt, children }: SatItemProps) {
  const { slot, language } = question;
  const isRegraded = isScoredAnew(score, finishedAt);
  return (
    <details id={`item-${slot + 1}`} data-slot={slot} className="group scroll-mt-2 border-b border-hairline">
      <summary className="-mx-3 grid grid-cols-[2rem_1fr] gap-x-3 px-3 py-4 marker:content-none hover:bg-wash [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="font-serif text-xl leading-6 tabular-nums text-soft">
          {slot + 1}
        </span>
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <h3 className="flex items-center gap-1.5 font-semibold">
              <OutcomeMark outcome={score.outcome} />
              <span className="sr-only">Item {slot + 1}: </span>
              {outcomeWords(score.outcome)}
            </h3>
            {state.confidence !== null && (
              <span className="text-soft">{CONFIDENCE_WORDS[state.confidence]}</span>
            )}
            <span className="tabular-nums text-soft">{clockSpan(state.spentMs)}</span>
            {state.flagged && <span className="font-medium text-rubric">flagged</span>}
            {state.note !== '' && <span className="text-soft">noted</span>}
            {isRegraded && <span className="text-soft">scored anew</span>}
            {state.late && <span className="text-soft">late</span>}
          </span>
          <span lang={language} className="mt-1 line-clamp-2 font-serif leading-snug group-open:hidden">
            {textOf(question.stemHtml)}
          </span>
        </span>
      </summary>
      <div className="pb-10 sm:pl-11">{children}</div>
    </details>
  );
}
