'use client';

import { useActionState, useId } from 'react';
import { UNTRIED } from '@/lib/accounts/form-answer';
import type { FormAction } from './action-form';

type ResetLinkFormProps = Readonly<{ action: FormAction; userId: string; email: string }>;

/** Makes a link for a forgotten password and shows it, this once, to be handed over by whoever asked for it. */
export function ResetLinkForm({ action, userId, email }: ResetLinkFormProps) {
  const [answer, send, pending] = useActionState(action, UNTRIED);
  const id = useId();
  return (
    <form action={send} className="space-y-5">
      <input type="hidden" name="userId" value={userId} />
      {answer.kind === 'done' && (
        <div>
          <label htmlFor={id} className="font-semibold">
            Link for {email}
          </label>
          <p className="text-sm text-soft">It works once, for 15 minutes. It is not shown again.</p>
          <input
            id={id}
            readOnly
            value={`${window.location.origin}/reset-password#${answer.message ?? ''}`}
            className="mt-1.5 block min-h-12 w-full rounded border border-edge bg-raised px-3"
          />
        </div>
      )}
      {answer.kind === 'refused' && (
        <p role="alert" className="text-again">
          {answer.message}
        </p>
      )}
      <button type="submit" disabled={pending} className="button button-quiet">
        Link for a forgotten password
      </button>
    </form>
  );
}
