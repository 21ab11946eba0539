import { TimeZoneField } from './time-zone-field';

type StartFormProps = Readonly<{
  /** Makes the guest's study place and leads to it; reads the field `tz`. */
  action: (form: FormData) => Promise<void>;
  label: string;
  className?: string;
}>;

/** One click to study. A plain form: it works before and without any script. */
export function StartForm({ action, label, className = '' }: StartFormProps) {
  return (
    <form action={action}>
      <TimeZoneField />
      <button type="submit" className={`button ${className}`}>
        {label}
      </button>
    </form>
  );
}
