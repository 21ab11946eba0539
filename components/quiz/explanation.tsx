import type { ReactNode, RefObject } from 'react';
import { Prose } from '@/components/ui/prose';
import type { Explanation as Explained, PublicQuestion, SlotState } from '@/lib/quiz/model';
import { LinkedCards } from './explain/linked-cards';
import { ReviewedOption } from './explain/reviewed-option';
import { verdictOf } from './explain/verdict';

type ExplanationProps = Readonly<{
  question: PublicQuestion;
  state: SlotState;
  explanation: Explained;
  /** Takes the focus when the answer has been told. */
  heading?: RefObject<HTMLHeadingElement | null>;
  /** The level of the verdict in the outline of the page. */
  level?: 2 | 3 | 4;
  /** Whether it stands among others on its page: its parts are then named by the number of the question. */
  among?: boolean;
  /** What belongs directly under the verdict, such as a score before a regrade. */
  children?: ReactNode;
}>;

/**
 * What is told of a question once it may be: whether the answer was right, why each option is or is not, what to keep of
 * it, and where it comes from. Stands in the place of the options, in a block and with its result.
 */
export function Explanation({
  question,
  state,
  explanation,
  heading,
  level = 3,
  among = false,
  children,
}: ExplanationProps) {
  const {
    options,
    rationaleHtml,
    keyPointHtml,
    extraHtml,
    sources,
    objectives,
    asOf,
    concept,
    links,
    notesHref,
    peers,
  } = explanation;
  const { slot, language } = question;
  const of = among ? `question ${slot + 1}` : null;
  const verdict = verdictOf(question, state, explanation);
  const Heading = `h${level}` as const;
  return (
    <div className="mt-6">
      <Heading
        ref={heading}
        tabIndex={-1}
        className={`flex scroll-mt-28 items-center gap-3 font-serif text-2xl font-semibold ${verdict.look}`}
      >
        <VerdictIcon right={verdict.counts} />
        <span>{verdict.title}</span>
      </Heading>
      <p className="mt-1 text-soft">{verdict.text}</p>
      {children}
      <ul className="mt-5 overflow-hidden rounded-md border border-edge bg-raised">
        {question.options.map((option) => (
          <ReviewedOption
            key={option.key}
            option={option}
            language={language}
            isKey={explanation.keys.includes(option.key)}
            isChosen={state.chosen === option.key}
            isVoided={explanation.voided}
            wasStruck={state.struck.includes(option.key)}
            rationaleHtml={options.find(({ key }) => key === option.key)?.rationaleHtml ?? null}
            share={peers === null ? null : (peers.shares[option.key] ?? 0)}
          />
        ))}
      </ul>
      <p className="mt-2 text-sm text-soft">
        {peers === null
          ? 'How others chose is shown once ten have answered.'
          : `Shares are of the first answers of ${peers.n} others.`}
      </p>
      {rationaleHtml !== null && (
        <Prose html={rationaleHtml} lang={language} className="mt-6 text-lg leading-relaxed" />
      )}
      {keyPointHtml !== null && (
        <section
          className="mt-8 border-l-4 border-rubric pl-4"
          aria-label={of === null ? 'Key point' : `Key point of ${of}`}
        >
          <p className="eyebrow" aria-hidden="true">
            Key point
          </p>
          <Prose html={keyPointHtml} lang={language} className="mt-1 text-xl leading-snug font-semibold" />
        </section>
      )}
      {extraHtml !== null && (
        <Prose html={extraHtml} lang={language} className="mt-8 text-lg leading-relaxed" />
      )}
      <LinkedCards links={links} of={of} />
      <footer className="mt-8 space-y-4 border-t border-hairline pt-5 text-sm leading-relaxed text-soft">
        {(concept !== null || objectives.length > 0) && (
          <div>
            {concept !== null && <p>Concept: {concept}</p>}
            {objectives.map(({ id, text }) => (
              <p key={id}>Objective: {text}</p>
            ))}
          </div>
        )}
        {sources.length > 0 && (
          <ul aria-label="Sources" className="space-y-1">
            {sources.map(({ title, url, locator, year }) => (
              <li key={`${title} ${locator}`}>
                {url === null ? (
                  <cite className="not-italic">{title}</cite>
                ) : (
                  <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link">
                    {title}
                  </a>
                )}
                {[year, locator].filter((part) => part !== null).map((part) => `, ${part}`)}
              </li>
            ))}
          </ul>
        )}
        <p>
          <a
            href={notesHref}
            target="_blank"
            rel="noopener"
            className="link inline-block min-h-6 font-semibold"
          >
            Read the notes on this<span className="sr-only"> (new tab)</span>
          </a>
          {asOf !== null && <span> · facts as of {asOf}</span>}
        </p>
      </footer>
    </div>
  );
}

function VerdictIcon({ right }: Readonly<{ right: boolean }>) {
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-7 shrink-0 fill-none stroke-current"
      strokeWidth="2"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="10" />
      <path
        d={right ? 'm7 12.5 3.5 3.5L17 8.5' : 'm8 8 8 8M16 8l-8 8'}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
