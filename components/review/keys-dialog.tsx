'use client';

import { useEffect, useRef } from 'react';
import { KeysTable } from '@/components/ui/keys-table';
import { KEYS } from './keymap';

/** All keys of the review, in a dialog of its own. */
export function KeysDialog({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="keys-title"
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded border border-edge bg-raised p-6 text-ink backdrop:bg-paper/80"
    >
      <div className="flex items-baseline justify-between">
        <h2 id="keys-title" className="font-serif text-2xl font-semibold">
          Keys
        </h2>
        <button type="button" className="link min-h-11 px-2 font-semibold" onClick={onClose}>
          Close
        </button>
      </div>
      <KeysTable rows={KEYS} />
    </dialog>
  );
}
