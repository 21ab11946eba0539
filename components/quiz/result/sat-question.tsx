import { Prose } from '@/components/ui/prose';
import type { Explanation, PublicOption, PublicQuestion, SlotState } from '@/lib/quiz/model';
import { markedHtml } from './mark-text';
import { OutcomeMark } from './outcome-mark';

type SatQuestionProps = Readonly<{
  question: PublicQuestion;
  state: SlotState;
  explanation: Explanation;
}>;

/** The question with what the learner did to it: the marked stretches, the options chosen and struck out. */
export function SatQuestion({ question, state, explanation }: SatQuestionProps) {
  const { kind, stemHtml, leadInHtml, language, options } = question;
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
      <ol className="mt-5">
        {options.map((option) => (
          <SatOption key={option.key} option={option} lang={language} state={state} keys={explanation.keys} />
        ))}
      </ol>
    </>
  );
}

type SatOptionProps = Readonly<{
  option: PublicOption;
  lang: string;
  state: SlotState;
  keys: readonly string[];
}>;

function SatOption({ option, lang, state, keys }: SatOptionProps) {
  const { key, letter, html } = option;
  const chosen = state.chosen === key;
  const isKey = keys.includes(key);
  const struck = state.struck.includes(key);
  return (
    <li className="flex gap-3 border-b border-hairline py-2">
      <span className="font-semibold tabular-nums">{letter}</span>
      <div className="min-w-0 grow">
        <Prose html={html} lang={lang} className={struck ? 'text-soft line-through' : ''} />
      </div>
      <span className="flex shrink-0 items-start gap-2 text-sm text-soft">
        {struck && <span className="sr-only">you had ruled it out</span>}
        {chosen && <span className="font-semibold text-ink">your choice</span>}
        {isKey && (
          <span className="flex items-center gap-1 font-semibold text-good">
            <OutcomeMark outcome="right" /> right
          </span>
        )}
      </span>
    </li>
  );
}
