'use client';

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { callBetween, clockText } from '@/lib/quiz/time-left';
import { rememberedSwitch } from './remembered-switch';

const timeHidden = rememberedSwitch(() => window.localStorage, 'hornbook.time-hidden');

type TimerProps = Readonly<{
  deadlineAt: Instant;
  /** How far the server's clock is ahead of this device's. Milliseconds. */
  aheadMs: number;
  /** Whether the server's clock is known at all. */
  ready: boolean;
  /** To be said politely. */
  onCall: (text: string) => void;
  onUp: () => void;
}>;

/**
 * How long is left, by the server's clock. Can be put out of sight, which the device remembers; what is called out is
 * called out all the same.
 */
export function Timer({ deadlineAt, aheadMs, ready, onCall, onUp }: TimerProps) {
  const [leftMs, setLeftMs] = useState<number | null>(null);
  const hidden = useSyncExternalStore(timeHidden.subscribe, timeHidden.isOn, () => false);
  const moved = useEffectEvent((beforeMs: number, nowMs: number) => {
    const call = callBetween(beforeMs, nowMs);
    if (call !== null) onCall(call);
    if (nowMs <= 0 && beforeMs > 0) onUp();
  });
  const before = useRef(Number.POSITIVE_INFINITY);
  const deadlineBefore = useRef(deadlineAt);
  const given = useEffectEvent(() => {
    if (deadlineAt > deadlineBefore.current)
      onCall(`You were given more time: ${clockText(deadlineAt - (Date.now() + aheadMs))} are left.`);
    deadlineBefore.current = deadlineAt;
    before.current = Number.POSITIVE_INFINITY;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another deadline is the reason to say so
  useEffect(() => given(), [deadlineAt]);
  useEffect(() => {
    if (!ready) return;
    const tick = () => {
      const left = deadlineAt - (Date.now() + aheadMs);
      // Coming to the page calls nothing out but that time is up.
      moved(before.current === Number.POSITIVE_INFINITY && left > 0 ? left : before.current, left);
      before.current = left;
      setLeftMs(left);
    };
    tick();
    const timer = setInterval(tick, SECOND_MS / 2);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [deadlineAt, aheadMs, ready]);

  const text = leftMs === null ? '–:––' : clockText(leftMs);
  const act = hidden ? 'Show the time' : 'Hide the time';
  const short = leftMs !== null && leftMs <= 5 * MINUTE_MS;
  return (
    <div className="flex items-center">
      {!hidden && (
        <p role="timer" className={`px-1 font-medium tabular-nums ${short ? 'text-rubric' : ''}`}>
          <span className="sr-only">Time left: </span>
          {text}
        </p>
      )}
      <button
        type="button"
        className="inline-flex min-h-11 min-w-11 items-center justify-center rounded px-1 text-soft hover:bg-wash hover:text-ink"
        aria-label={act}
        title={act}
        onClick={() => timeHidden.set(!hidden)}
      >
        <svg
          viewBox="0 0 20 20"
          className="size-5 fill-none stroke-current"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <circle cx="10" cy="11" r="6.5" />
          <path d="M10 7.5V11l2.2 1.6M8 2h4" strokeLinecap="round" strokeLinejoin="round" />
          {hidden && <path d="M3 18 17 3" strokeLinecap="round" />}
        </svg>
      </button>
    </div>
  );
}
