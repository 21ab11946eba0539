import { type MouseEvent, useId } from 'react';
import { Prose } from '@/components/ui/prose';
import type { PublicOption, PublicQuestion, SlotState } from '@/lib/quiz/model';

type OptionsFieldProps = Readonly<{
  question: PublicQuestion;
  state: SlotState;
  disabled: boolean;
  /** What is to be known of the choice; null when nothing is. It is read out where it is made. */
  note: string | null;
  onChoose: (key: string) => void;
  onStrike: (key: string) => void;
}>;

/** The options as native radio buttons with their letters; each can be ruled out by mouse, key and button. */
export function OptionsField({ question, state, disabled, note, onChoose, onStrike }: OptionsFieldProps) {
  const name = useId();
  return (
    <fieldset className="mt-5" disabled={disabled}>
      <legend className="sr-only">Options</legend>
      <ul className="overflow-hidden rounded-md border border-edge bg-raised">
        {question.options.map((option) => (
          <OptionRow
            key={option.key}
            name={name}
            option={option}
            language={question.language}
            chosen={state.chosen === option.key}
            struck={state.struck.includes(option.key)}
            disabled={disabled}
            onChoose={() => onChoose(option.key)}
            onStrike={() => onStrike(option.key)}
          />
        ))}
      </ul>
      {note !== null && <p className="mt-3 border-l-2 border-rubric bg-wash px-4 py-2 text-sm">{note}</p>}
    </fieldset>
  );
}

type OptionRowProps = Readonly<{
  name: string;
  option: PublicOption;
  language: string;
  chosen: boolean;
  struck: boolean;
  disabled: boolean;
  onChoose: () => void;
  onStrike: () => void;
}>;

function OptionRow(props: OptionRowProps) {
  const { name, option, language, chosen, struck, disabled, onChoose, onStrike } = props;
  const ruleOut = (event: MouseEvent) => {
    event.preventDefault();
    if (!disabled) onStrike();
  };
  return (
    <li
      className={`flex border-t border-hairline first:border-t-0 ${chosen ? 'bg-wash' : ''}`}
      onContextMenu={ruleOut}
    >
      <label
        className={`flex min-h-11 min-w-0 grow items-baseline gap-3 py-2.5 pl-4 pr-1 ${disabled ? '' : 'cursor-pointer hover:bg-wash'}`}
      >
        <input
          type="radio"
          name={name}
          value={option.key}
          checked={chosen}
          onChange={onChoose}
          className="size-5 shrink-0 translate-y-1"
        />
        <span className={`w-5 shrink-0 font-semibold tabular-nums ${struck ? 'text-soft' : ''}`}>
          {option.letter}
          <span className="sr-only">{struck ? ', ruled out: ' : ': '}</span>
        </span>
        <Prose
          html={option.html}
          lang={language}
          className={`min-w-0 text-lg leading-snug lg:text-[1.0625rem] ${struck ? 'text-soft line-through decoration-2' : ''}`}
        />
      </label>
      <button
        type="button"
        aria-pressed={struck}
        aria-label={`Rule out option ${option.letter}`}
        title={struck ? 'Take back in' : `Rule out (Shift+${option.letter})`}
        className="inline-flex w-12 shrink-0 items-center justify-center text-soft hover:bg-wash hover:text-ink disabled:invisible"
        onClick={onStrike}
      >
        <svg
          viewBox="0 0 20 20"
          className="size-5 fill-none stroke-current"
          strokeWidth="1.6"
          aria-hidden="true"
        >
          {struck ? (
            <path
              d="M5 7.5h7a3.5 3.5 0 0 1 0 7H7M8 4.5l-3 3 3 3"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ) : (
            <path
              d="M13.6 6.4C13.1 4.9 11.8 4 10 4 7.9 4 6.4 5.2 6.4 6.9c0 .9.4 1.6 1.2 2.1M3 10.500h14M12.7 12.500c.6.5.9 1.1.9 1.8 0 1.6-1.5 2.7-3.6 2.7-2 0-3.5-.9-4-2.5"
              strokeLinecap="round"
            />
          )}
        </svg>
      </button>
    </li>
  );
}
