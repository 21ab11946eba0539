import type { ReactNode } from 'react';
import { BeginButton } from './begin-button';
import { FreshIdField } from './fresh-id-field';

type BeginFormProps = Readonly<{
  /** Begins an attempt under the name in the field `id` and leads to it. */
  action: (form: FormData) => Promise<void>;
  /** A name for browsers without scripts. */
  offeredId: string;
  label: string;
  /** More fields. */
  children?: ReactNode;
  className?: string;
}>;

/** One click to an attempt whose items are not the learner's to choose. */
export function BeginForm({ action, offeredId, label, children, className = '' }: BeginFormProps) {
  return (
    <form action={action}>
      <FreshIdField offered={offeredId} />
      {children}
      <BeginButton label={label} className={className} />
    </form>
  );
}
