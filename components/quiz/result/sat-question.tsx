import type { ReactNode } from 'react';
import { Prose } from '@/components/ui/prose';
import type { Explanation as Explained, PublicQuestion, SlotState } from '@/lib/quiz/model';
import { Explanation } from '../explanation';
import { markedHtml } from './mark-text';

type SatQuestionProps = Readonly<{
  question: PublicQuestion;
  state: SlotState;
  explanation: Explained;
  /** What is said under the verdict. */
  children: ReactNode;
}>;

/** The question with the stretches that the learner marked, and what is told of it; options chosen and struck out stand there. */
export function SatQuestion({ question, state, explanation, children }: SatQuestionProps) {
  const { kind, stemHtml, leadInHtml, language, slot } = question;
  const told = (
    <Prose
      key="told"
      html={markedHtml(stemHtml, state.highlights)}
      lang={language}
      className="my-4 max-w-prose text-lg leading-relaxed"
    />
  );
  const asked = (
    <Prose
      key="asked"
      html={leadInHtml}
      lang={language}
      className="my-4 max-w-prose text-lg font-semibold leading-snug"
    />
  );
  return (
    <>
      {kind === 'match' ? [asked, told] : [told, asked]}
      {state.note !== '' && (
        <section aria-label={`Your note on item ${slot + 1}`} className="my-6 bg-wash px-4 py-3">
          <p className="eyebrow" aria-hidden="true">
            Your note
          </p>
          <p className="mt-1 whitespace-pre-wrap break-words">{state.note}</p>
        </section>
      )}
      <Explanation question={question} state={state} explanation={explanation} level={4} among>
        {children}
      </Explanation>
    </>
  );
}
