'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instant } from '@/lib/base/time';
import { handsInAt } from '@/lib/quiz/time-left';
import type { Sitting } from './use-sitting';

export type Ending = Readonly<{
  state: 'open' | 'time-up' | 'handing-in' | 'finished' | 'finished-elsewhere';
  /** Called when the time has run out by the server's clock. */
  timeIsUp: () => void;
  /** The learner hands in. */
  finish: () => void;
}>;

/**
 * How a block ends: the learner hands in, the time runs out, or it was handed in elsewhere. Where time alone ended it,
 * what was answered is sent at once, and handed in a little later within the grace, so that a class does not come in one
 * second. Extra time that is granted meanwhile opens the block again.
 */
export function useEnding({ standing, queue, flush, finish }: Sitting): Ending {
  const { deadlineAt, graceMs, latePolicy, finished } = standing.attempt;
  const [upFor, setUpFor] = useState<Instant | null>(null);
  const [endedHere, setEndedHere] = useState(false);
  const wasUp = latePolicy === 'refuse' && deadlineAt !== null && upFor === deadlineAt;
  const isUp = wasUp && finished === null;
  const aheadMs = useRef(0);
  aheadMs.current = queue.clock?.aheadMs ?? 0;

  useEffect(() => {
    if (!isUp || deadlineAt === null) return;
    flush();
    const waitMs = handsInAt(deadlineAt, graceMs, Math.random()) - (Date.now() + aheadMs.current);
    const timer = setTimeout(() => finish(deadlineAt), Math.max(0, waitMs));
    return () => clearTimeout(timer);
  }, [isUp, deadlineAt, graceMs, flush, finish]);

  const wantsOut = endedHere || wasUp;
  const hasNothingToTell = queue.pending.length === 0 && queue.refused.length === 0;
  useEffect(() => {
    // Whoever ended it here goes on to the result by itself; whoever did not is told first.
    if (finished !== null && wantsOut && hasNothingToTell) goToResult(standing.attempt.id);
  }, [finished, wantsOut, hasNothingToTell, standing.attempt.id]);

  return {
    state:
      finished !== null
        ? wantsOut
          ? 'finished'
          : 'finished-elsewhere'
        : isUp
          ? 'time-up'
          : queue.finishing
            ? 'handing-in'
            : 'open',
    timeIsUp: useCallback(() => setUpFor(deadlineAt), [deadlineAt]),
    finish: useCallback(() => {
      setEndedHere(true);
      finish(null);
    }, [finish]),
  };
}

/** A whole new page: nothing of the sitting is needed any more, and the result is of this moment. */
function goToResult(attemptId: string): void {
  window.location.assign(`/quiz/${attemptId}/result`);
}
