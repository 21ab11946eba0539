'use client';

import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings what is new into view, and the focus to it when the button that had the focus is gone with its screen.
 * `place` names what is shown; nothing moves while it stays the same, nor at the first.
 */
export function useReadingPlace(
  place: string,
  target: RefObject<HTMLElement | null>,
  scroll: 'to-top' | 'into-view',
): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (scroll === 'to-top') window.scrollTo(0, 0);
    else target.current?.scrollIntoView({ block: 'nearest' });
    if (document.activeElement === document.body) target.current?.focus({ preventScroll: true });
  }, [place, scroll, target]);
}
