import type { ReactNode, RefObject } from 'react';
import { Prose } from '@/components/ui/prose';
import type { PublicQuestion } from '@/lib/quiz/model';

type QuestionViewProps = Readonly<{
  question: PublicQuestion;
  count: number;
  flagged: boolean;
  /** The numbers of the questions that share one list of options, where this is one of them. */
  set: readonly [first: number, last: number] | null;
  heading: RefObject<HTMLHeadingElement | null>;
  stem: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}>;

/** One question as on the day of the examination: what is told, what is asked, then the options. */
export function QuestionView({ question, count, flagged, set, heading, stem, children }: QuestionViewProps) {
  const { slot, kind, language, stemHtml, leadInHtml } = question;
  const told = (
    <div ref={stem} key="stem">
      <Prose html={stemHtml} lang={language} className="text-lg leading-relaxed lg:text-[1.1875rem]" />
    </div>
  );
  const asked = (
    <Prose
      key="question"
      html={leadInHtml}
      lang={language}
      className="my-5 text-lg font-semibold leading-snug lg:text-[1.1875rem]"
    />
  );
  return (
    <section aria-labelledby="question-title" className="min-w-0">
      <h2
        id="question-title"
        ref={heading}
        tabIndex={-1}
        className="mb-4 flex items-center gap-2 font-semibold text-soft"
      >
        Question {slot + 1} of {count}
        {flagged && (
          <span className="inline-flex items-center gap-1 text-rubric">
            <FlagIcon filled /> Flagged
          </span>
        )}
      </h2>
      {set !== null && (
        <p className="-mt-2 mb-4 text-sm text-soft">
          Questions {set[0]} to {set[1]} share one list of options.
        </p>
      )}
      {kind === 'match' ? [asked, told] : [told, asked]}
      {children}
    </section>
  );
}

export function FlagIcon({ filled }: Readonly<{ filled: boolean }>) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`size-5 stroke-current ${filled ? 'fill-current' : 'fill-none'}`}
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M5 18V3h10.5l-2.5 4 2.5 4H5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
