'use client';

import { useFormStatus } from 'react-dom';

type BeginButtonProps = Readonly<{ label: string; className?: string; disabled?: boolean }>;

/** Sends its form, once. */
export function BeginButton({ label, className = '', disabled = false }: BeginButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      disabled={disabled || pending}
      className={`button disabled:border-edge disabled:bg-transparent disabled:text-soft ${className}`}
    >
      {pending ? 'Starting …' : label}
    </button>
  );
}
