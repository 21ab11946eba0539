import type { ReactNode } from 'react';

type ChoiceRowProps = Readonly<{
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  about?: string;
  /** How many concepts this choice can ask. */
  count?: number;
}>;

/** One choice on a line of its own, with room for a thumb, and at its end how much it holds. */
export function ChoiceRow({ type, name, value, checked, onChange, label, about, count }: ChoiceRowProps) {
  return (
    <label className="-mx-3 flex min-h-11 cursor-pointer items-baseline gap-3 rounded px-3 py-2.5 hover:bg-wash">
      <input
        type={type}
        name={name}
        value={value}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 translate-y-0.5"
      />
      <span className="grow leading-snug">
        {label}
        {about && <span className="block text-sm text-soft">{about}</span>}
      </span>
      {count !== undefined && (
        <span className="shrink-0 tabular-nums text-soft">
          {count}
          <span className="sr-only"> can be asked</span>
        </span>
      )}
    </label>
  );
}

/** A group of choices under its name. */
export function ChoiceGroup({
  title,
  hint,
  children,
}: Readonly<{ title: string; hint?: string; children: ReactNode }>) {
  return (
    <fieldset className="min-w-0 border-b border-hairline py-6">
      <legend className="float-left w-full font-serif text-xl font-semibold">{title}</legend>
      {hint && <p className="clear-left pt-0.5 text-sm text-soft">{hint}</p>}
      <div className="clear-left pt-2">{children}</div>
    </fieldset>
  );
}
