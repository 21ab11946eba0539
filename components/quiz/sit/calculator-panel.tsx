'use client';

import { useId, useRef, useState } from 'react';
import { type CalculatorProblem, calculated, shownNumber } from '@/lib/quiz/calculator';
import { Panel } from './panel';

const PROBLEMS: Readonly<Record<CalculatorProblem, string>> = {
  empty: '',
  unreadable: 'Use numbers, + − × ÷ ^ and brackets.',
  unfinished: 'Something is missing at the end.',
  'no-number': 'This has no result.',
  'two-numbers': 'A sign is missing between two numbers.',
  thousands: 'Write thousands without commas.',
};
/** Five to a row: four rows are as high as the panel is on a small phone. */
const BUTTONS = [...'789÷⌫', ...'456×(', ...'123−)', ...'0.^+='] as const;
const NAMES: Readonly<Record<string, string>> = {
  '÷': 'divided by',
  '×': 'times',
  '−': 'minus',
  '+': 'plus',
  '^': 'to the power of',
  '.': 'point',
  '(': 'open bracket',
  ')': 'close bracket',
  '⌫': 'Delete the last sign',
  '=': 'Take the result',
};

/** A small calculator: type the calculation, or press it together. */
export function CalculatorPanel({ onClose }: Readonly<{ onClose: () => void }>) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const resultId = useId();
  const result = calculated(text);
  // Whoever presses a button may go on by typing.
  const write = (next: string) => {
    setText(next);
    field.current?.focus();
  };
  const press = (sign: string) => {
    if (sign === '⌫') write(text.slice(0, -1));
    else if (sign !== '=') write(text + sign);
  };
  return (
    <Panel title="Calculator" onClose={onClose} field={field}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (result.ok) setText(shownNumber(result.value));
        }}
      >
        <label className="sr-only" htmlFor={fieldId}>
          Calculation
        </label>
        <input
          id={fieldId}
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby={resultId}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          className="block min-h-11 w-full rounded border border-edge bg-paper px-3 text-lg tabular-nums text-ink"
        />
        <div className="my-1 flex min-h-11 items-center justify-between gap-3">
          <button type="button" className="link min-h-11 min-w-11 font-semibold" onClick={() => write('')}>
            Clear
          </button>
          <output
            id={resultId}
            className={`min-w-0 text-right wrap-anywhere ${result.ok ? 'text-xl font-semibold tabular-nums' : 'text-sm text-soft'}`}
          >
            {result.ok ? `= ${shownNumber(result.value)}` : PROBLEMS[result.error]}
          </output>
        </div>
        <div className="grid grid-cols-5 gap-1.5">
          {BUTTONS.map((sign) => (
            <button
              key={sign}
              type={sign === '=' ? 'submit' : 'button'}
              className={`flex min-h-11 items-center justify-center rounded border text-lg ${sign === '=' ? 'border-ink bg-ink text-paper hover:bg-ink/85' : 'border-edge bg-paper hover:bg-wash'}`}
              aria-label={NAMES[sign]}
              onClick={() => press(sign)}
            >
              {sign}
            </button>
          ))}
        </div>
      </form>
    </Panel>
  );
}
