'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { Slot } from '@/lib/quiz/model';

/** The address names the question, `#3`: a reload comes back to it. */
export function usePlaceInAddress(current: Slot, setCurrent: (slot: Slot) => void, count: number): void {
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      const number = Number(window.location.hash.slice(1));
      if (Number.isInteger(number) && number >= 1 && number <= count) {
        setCurrent(number - 1);
        return;
      }
    }
    window.history.replaceState(window.history.state, '', `#${current + 1}`);
  }, [current, setCurrent, count]);
}

/**
 * Moves the focus to what is new, so that reading goes on there, and to where it begins when the page opens, unless the
 * learner is somewhere already.
 */
export function useFocusOn(target: RefObject<HTMLElement | null>, place: string): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (last.current === place) return;
    const opens = last.current === null;
    last.current = place;
    if (opens && document.activeElement !== document.body) return;
    target.current?.focus({ preventScroll: true });
  }, [target, place]);
}

/** The answer of the question in view has just been told: reading goes on there. */
export function useFocusOnceTold(target: RefObject<HTMLElement | null>, slot: Slot, told: boolean): void {
  const last = useRef({ slot, told });
  useEffect(() => {
    const before = last.current;
    last.current = { slot, told };
    if (before.slot !== slot || before.told || !told) return;
    target.current?.focus({ preventScroll: true });
    target.current?.scrollIntoView({ block: 'nearest' });
  }, [target, slot, told]);
}
