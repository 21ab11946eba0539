import { useId } from 'react';

type ChoiceProps<Value extends string> = Readonly<{
  legend: string;
  options: readonly Value[];
  names: Readonly<Record<Value, string>>;
  chosen: Value;
  onChoose: (value: Value) => void;
  disabled?: boolean;
  /** Two options a line instead of one. */
  paired?: boolean;
}>;

/** One of a few, as native radio buttons with targets for a thumb. */
export function Choice<Value extends string>({
  legend,
  options,
  names,
  chosen,
  onChoose,
  disabled = false,
  paired = false,
}: ChoiceProps<Value>) {
  const group = useId();
  return (
    <fieldset disabled={disabled} className="min-w-0 disabled:opacity-60">
      <legend className="eyebrow mb-1">{legend}</legend>
      <div className={`grid gap-1.5 ${paired ? 'grid-cols-2' : ''}`}>
        {options.map((option) => (
          <label
            key={option}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-sm border border-edge px-2.5 py-1.5 text-[0.9375rem] leading-snug has-checked:border-ink has-checked:bg-wash has-checked:font-semibold"
          >
            <input
              type="radio"
              name={group}
              value={option}
              checked={option === chosen}
              onChange={() => onChoose(option)}
              className="size-4 shrink-0"
            />
            {names[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
