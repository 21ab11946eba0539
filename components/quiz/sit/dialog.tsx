'use client';

import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';

type DialogProps = Readonly<{
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** What closes it at the top right. */
  closeLabel?: string;
  /** What is written in: it has the focus at once. */
  field?: RefObject<HTMLElement | null>;
}>;

/** A native dialog that is open as long as it is rendered. Esc closes it, the focus goes back where it came from. */
export function Dialog({ title, onClose, children, closeLabel = 'Close', field }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Not a button: Enter that opened it must not press one.
    (field ?? heading).current?.focus();
    return () => element?.close();
  }, [field]);
  return (
    <dialog
      ref={dialog}
      onClose={() => {
        if (dialog.current?.open !== true) onClose();
      }}
      aria-labelledby={titleId}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] rounded-md border border-edge bg-raised p-5 text-ink backdrop:bg-paper/80 sm:p-6"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="font-serif text-2xl font-semibold">
          {title}
        </h2>
        <button type="button" className="link -mr-2 min-h-11 px-2 font-semibold" onClick={onClose}>
          {closeLabel}
        </button>
      </div>
      {children}
    </dialog>
  );
}
