import { useId } from 'react';
import { isAccepted } from '@/lib/content/typed-answer';

type AnswerFieldProps = Readonly<{ typed: string; onType: (typed: string) => void; onReveal: () => void }>;

/** A line to write the answer on. Enter shows the answer. */
export function AnswerField({ typed, onType, onReveal }: AnswerFieldProps) {
  const field = useId();
  return (
    <form
      className="mt-8 font-sans"
      onSubmit={(event) => {
        event.preventDefault();
        onReveal();
      }}
    >
      <label htmlFor={field} className="block text-sm text-soft">
        Your answer
      </label>
      <input
        id={field}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        className="mt-1 min-h-12 w-full border-b border-edge bg-transparent font-serif text-2xl"
      />
    </form>
  );
}

/** What was written, held against the spellings that count as right. The grade stays the learner's own. */
export function TypedAnswer({ typed, accept }: Readonly<{ typed: string; accept: readonly string[] }>) {
  if (typed.trim() === '') return null;
  const right = isAccepted(typed, accept);
  return (
    <p className="mt-4 font-sans text-base">
      <span className={`font-semibold ${right ? 'text-good' : 'text-again'}`}>
        {right ? 'You wrote, rightly,' : 'You wrote'}
      </span>{' '}
      <q className="font-serif text-xl">{typed.trim()}</q>
    </p>
  );
}
