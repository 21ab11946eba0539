type NumberFieldProps = Readonly<{
  name: string;
  label: string;
  min?: number;
  max: number;
  /** Not a number while nothing is typed. */
  value: number;
  onChange: (value: number) => void;
}>;

/** A whole number. What is out of range the browser itself tells when the form is sent. */
export function NumberField({ name, label, min = 1, max, value, onChange }: NumberFieldProps) {
  return (
    <label className="flex items-center gap-4">
      <span className="font-semibold">{label}</span>
      <input
        type="number"
        inputMode="numeric"
        name={name}
        required
        min={min}
        max={max}
        step={1}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="min-h-11 w-24 rounded border border-edge bg-raised px-3 tabular-nums"
      />
    </label>
  );
}
