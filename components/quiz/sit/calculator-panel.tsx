'use client';

import { useId, useRef, useState } from 'react';
import { type CalculatorProblem, calculated, shownNumber } from '@/lib/quiz/calculator';
import { Panel } from './panel';

const PROBLEMS: Readonly<Record<CalculatorProblem, string>> = {
  empty: '',
  unreadable: 'Use numbers, + − × ÷ ^ and brackets.',
  unfinished: 'Something is missing at the end.',
  'no-number': 'This has no result.',
};
const BUTTONS = [
  '7',
  '8',
  '9',
  '÷',
  '4',
  '5',
  '6',
  '×',
  '1',
  '2',
  '3',
  '−',
  '0',
  '.',
  '^',
  '+',
  '(',
  ')',
] as const;
const NAMES: Readonly<Record<string, string>> = {
  '÷': 'divided by',
  '×': 'times',
  '−': 'minus',
  '+': 'plus',
  '^': 'to the power of',
  '.': 'point',
  '(': 'open bracket',
  ')': 'close bracket',
};
const SHAPE = 'flex min-h-11 items-center justify-center rounded border text-lg';
const BUTTON = `${SHAPE} border-edge bg-paper hover:bg-wash`;

/** A small calculator: type the calculation, or press it together. */
export function CalculatorPanel({ onClose }: Readonly<{ onClose: () => void }>) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const resultId = useId();
  const result = calculated(text);
  // Whoever presses a button may go on by typing.
  const write = (next: string) => {
    setText(next);
    field.current?.focus();
  };
  return (
    <Panel title="Calculator" onClose={onClose} field={field}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (result.ok) setText(shownNumber(result.value));
        }}
      >
        <label className="block text-sm text-soft">
          Calculation
          <input
            ref={field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-describedby={resultId}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            className="mt-1 block min-h-11 w-full rounded border border-edge bg-paper px-3 text-lg tabular-nums text-ink"
          />
        </label>
        <output id={resultId} className="mt-2 block min-h-9 text-right text-2xl font-semibold tabular-nums">
          {result.ok ? (
            `= ${shownNumber(result.value)}`
          ) : (
            <span className="text-sm font-normal text-soft">{PROBLEMS[result.error]}</span>
          )}
        </output>
        <div className="mt-2 grid grid-cols-4 gap-1.5">
          {BUTTONS.map((sign) => (
            <button
              key={sign}
              type="button"
              className={BUTTON}
              aria-label={NAMES[sign]}
              onClick={() => write(text + sign)}
            >
              {sign}
            </button>
          ))}
          <button
            type="button"
            className={BUTTON}
            aria-label="Delete the last sign"
            onClick={() => write(text.slice(0, -1))}
          >
            ⌫
          </button>
          <button
            type="submit"
            className={`${SHAPE} border-ink bg-ink text-paper hover:bg-ink/85`}
            aria-label="Take the result"
          >
            =
          </button>
        </div>
        <button type="button" className="link mt-3 min-h-11 font-semibold" onClick={() => write('')}>
          Clear
        </button>
      </form>
    </Panel>
  );
}
