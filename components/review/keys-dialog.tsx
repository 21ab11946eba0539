'use client';

import { useEffect, useRef } from 'react';
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
      <table className="mt-2 w-full text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {KEYS.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row" className="w-32 py-2 pr-3 font-normal">
                <span className="flex gap-1.5">
                  {keys.map((key) => (
                    <kbd key={key} className="key font-sans">
                      {key}
                    </kbd>
                  ))}
                </span>
              </th>
              <td className="py-2">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </dialog>
  );
}
