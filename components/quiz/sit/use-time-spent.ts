'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { SECOND_MS } from '@/lib/base/time';
import type { Slot } from '@/lib/quiz/model';

/** Often enough to hear soon of extra time and of a block handed in elsewhere; seldom enough for a class. */
const TOLD_EVERY_MS = 30 * SECOND_MS;
/** A page that was kept by the browser shows an old instant: the clock is asked for soon. */
const FIRST_AFTER_MS = 3 * SECOND_MS;

/**
 * Tells how long each question was looked at, while the page was seen: when it is left, when the page is hidden, and
 * every half minute in between. Each telling is answered, so this is also how the device hears of the server's clock.
 */
export function useTimeSpent(slot: Slot, counts: boolean, tell: (slot: Slot, ms: number) => void): void {
  const spent = useEffectEvent((at: Slot, ms: number) => tell(at, ms));
  const begun = useRef(false);
  useEffect(() => {
    if (!counts) return;
    let since: number | null = document.visibilityState === 'visible' ? performance.now() : null;
    const settle = () => {
      if (since === null) return;
      const ms = Math.round(performance.now() - since);
      since = performance.now();
      if (ms > 0) spent(slot, Math.min(ms, 24 * 3600 * SECOND_MS));
    };
    const seen = () => {
      if (document.visibilityState === 'visible') since ??= performance.now();
      else {
        settle();
        since = null;
      }
    };
    const timer = setInterval(settle, TOLD_EVERY_MS);
    const first = begun.current ? null : setTimeout(settle, FIRST_AFTER_MS);
    begun.current = true;
    // Before the queue hands everything over.
    document.addEventListener('visibilitychange', seen, { capture: true });
    window.addEventListener('pagehide', settle, { capture: true });
    return () => {
      clearInterval(timer);
      if (first !== null) clearTimeout(first);
      document.removeEventListener('visibilitychange', seen, { capture: true });
      window.removeEventListener('pagehide', settle, { capture: true });
      settle();
    };
  }, [slot, counts]);
}
