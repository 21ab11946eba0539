'use client';

import type { ReactNode } from 'react';
import { useOutboxSnapshot } from '@/components/offline/use-outbox';
import type { LearnerId } from '@/lib/base/ids';

type SignOutFormProps = Readonly<{
  action: () => Promise<void>;
  learnerId: LearnerId;
  /** What else stands beside the button. */
  children: ReactNode;
}>;

/** Signs this browser out, and says before that what becomes of answers that are not saved yet. */
export function SignOutForm({ action, learnerId, children }: SignOutFormProps) {
  const unsaved = useOutboxSnapshot(learnerId).pending.length;
  return (
    <form action={action}>
      <div role="status">
        {unsaved > 0 && (
          <p className="mb-4">
            {unsaved === 1
              ? '1 answer is not saved yet. It stays on this device and is sent when you sign in again.'
              : `${unsaved} answers are not saved yet. They stay on this device and are sent when you sign in again.`}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="button button-quiet">
          Sign out
        </button>
        {children}
      </div>
    </form>
  );
}
