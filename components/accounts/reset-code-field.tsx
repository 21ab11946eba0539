'use client';

import { useId, useSyncExternalStore } from 'react';

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/**
 * The code of a reset link. It comes in the part of the address that browsers keep to themselves, so that no log and no
 * referrer has it; where no script runs it can be pasted.
 */
export function ResetCodeField() {
  const id = useId();
  const code = useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => '',
  );
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        Code
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        It is in your link already; else paste what follows the # sign.
      </p>
      <input
        key={code}
        id={id}
        name="code"
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        className="mt-1.5 block min-h-12 w-full rounded border border-edge bg-raised px-3"
      />
    </div>
  );
}
