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
      {/* As wide as before: else what stands beside it slides under the second half of a double click. */}
      <span className="inline-grid justify-items-center">
        <span className={`[grid-area:1/1] ${pending ? 'invisible' : ''}`}>{label}</span>
        {pending && <span className="[grid-area:1/1]">Starting …</span>}
      </span>
    </button>
  );
}
