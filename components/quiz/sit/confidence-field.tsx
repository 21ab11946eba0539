import { useId } from 'react';
import { CONFIDENCES, type Confidence } from '@/lib/quiz/model';

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  guess: 'Guess',
  think: 'Think so',
  sure: 'Sure',
};
const KEY_OF: Readonly<Record<Confidence, string>> = { guess: 'G', think: 'T', sure: 'S' };

type ConfidenceFieldProps = Readonly<{
  chosen: Confidence | null;
  optional: boolean;
  disabled: boolean;
  onChoose: (confidence: Confidence) => void;
}>;

/** How sure the learner is, said before anything is told. */
export function ConfidenceField({ chosen, optional, disabled, onChoose }: ConfidenceFieldProps) {
  const name = useId();
  return (
    <fieldset
      disabled={disabled}
      className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 max-sm:w-full sm:gap-x-3"
    >
      <legend className="float-left mr-1 text-sm text-soft">
        How sure<span className="@max-2xl/foot:sr-only"> are you</span>?
        {optional && <span className="@max-2xl/foot:sr-only"> (optional)</span>}
      </legend>
      <div className="flex overflow-hidden rounded border border-edge bg-raised max-sm:ml-auto">
        {CONFIDENCES.map((confidence) => (
          <label
            key={confidence}
            className="flex min-h-11 cursor-pointer items-center gap-2 border-l border-edge px-3 text-sm font-medium first:border-l-0 hover:bg-wash has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-rubric has-disabled:cursor-default forced-colors:has-checked:outline-2"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={chosen === confidence}
              onChange={() => onChoose(confidence)}
            />
            {CONFIDENCE_LABELS[confidence]}
            <span aria-hidden="true" className="key hidden font-sans opacity-70 pointer-fine:sm:inline-block">
              {KEY_OF[confidence]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
