import { useEffect, useRef } from 'react';

/** The second click of a double-click on a grade would land here, on a card nobody has read. Milliseconds. */
const STILL_CLICKING_MS = 350;

type ShowAnswerProps = Readonly<{
  onReveal: () => void;
  /** Whether a grade stood here a moment ago, so that a click may be the second of two on it. */
  afterGrade: boolean;
  typing: boolean;
}>;

/** The one thing to do on the front of a card. As high as the grades that take its place. */
export function ShowAnswer({ onReveal, afterGrade, typing }: ShowAnswerProps) {
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
        if (afterGrade && detail > 0 && timeStamp - shownAt.current < STILL_CLICKING_MS) return;
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
