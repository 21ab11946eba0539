'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { spokenText } from './spoken-text';

type ReadingPlace = Readonly<{
  /** Names what is shown; while it stays the same, nothing happens. */
  place: string;
  /** The new part of the screen, with a label. */
  target: RefObject<HTMLElement | null>;
  /** A polite live region, empty as far as React knows. */
  announcer: RefObject<HTMLElement | null>;
  /** What the last move did, said before what is new. */
  news: string;
  /** Whether the new part stands below what was there before, or in its place. */
  below: boolean;
  /** Whether the focus goes to the line to write on, where the new part has one: keys are letters there. */
  writing: boolean;
}>;

/**
 * Brings what is new into view, moves the focus there (the button that had it may be gone, and Space must never press
 * it again), and has it read out.
 */
export function useReadingPlace({ place, target, announcer, news, below, writing }: ReadingPlace): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place || target.current === null) return;
    last.current = place;
    if (below) target.current.scrollIntoView({ block: 'nearest' });
    else window.scrollTo(0, 0);
    const field = writing ? target.current.querySelector('input') : null;
    (field ?? target.current).focus({ preventScroll: true });
    const label = target.current.ariaLabel;
    const parts = [below ? '' : news, label ?? '', spokenText(target.current)];
    if (announcer.current) announcer.current.textContent = parts.filter(Boolean).join('. ');
  }, [place, target, announcer, news, below, writing]);
}
