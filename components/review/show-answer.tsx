import { useEffect, useRef } from 'react';

/** The second click of a double-click on a grade would land here, on a card nobody has read. Milliseconds. */
const STILL_CLICKING_MS = 350;

/** The one thing to do on the front of a card. As high as the grades that take its place. */
export function ShowAnswer({ onReveal, typing }: Readonly<{ onReveal: () => void; typing: boolean }>) {
  const shownAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  return (
    <button
      type="button"
      className="button button-quiet min-h-16 w-full bg-raised text-lg"
      onClick={({ detail, timeStamp }) => {
        // A key press has no click count and means what it says.
        if (detail > 0 && timeStamp - shownAt.current < STILL_CLICKING_MS) return;
        onReveal();
      }}
    >
      Show answer
      <kbd className="key hidden font-sans text-soft pointer-fine:inline-block">
        {typing ? 'Enter' : 'Space'}
      </kbd>
    </button>
  );
}
