'use client';

import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { spokenSpan } from '@/components/ui/quantity';
import { type Instant, SECOND_MS } from '@/lib/base/time';

type WaitingViewProps = Readonly<{
  resumesAt: Instant;
  /** Called once a second, so that the card shows as soon as it is due. */
  onTick: () => void;
  finish: ReactNode;
  target: RefObject<HTMLElement | null>;
}>;

/** Only cards that come back within the day are left, and none is due: wait, or call it a day. */
export function WaitingView({ resumesAt, onTick, finish, target }: WaitingViewProps) {
  const [now, setNow] = useState<Instant | null>(null);
  useEffect(() => {
    const tick = () => {
      setNow(Date.now());
      onTick();
    };
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [onTick]);
  return (
    <section className="mx-auto w-full max-w-xl grow px-5 py-[clamp(1.5rem,9vh,6rem)] sm:px-8">
      <header ref={target} tabIndex={-1}>
        <h2 className="font-serif text-4xl font-semibold text-balance sm:text-5xl">A short pause</h2>
        <p className="mt-4 text-lg leading-relaxed text-soft">
          The next card returns {now === null ? 'soon' : `in ${spokenSpan(Math.max(0, resumesAt - now))}`}. It
          appears here by itself. You can also stop: it will wait for you.
        </p>
      </header>
      <div className="mt-10">{finish}</div>
    </section>
  );
}
