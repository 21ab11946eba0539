'use client';

import { useEffect } from 'react';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import { deviceQueue } from '../device-queue';

/** Ties the queue to the life of the page: sends at once when it is left or the network is back. */
export function useQueueAtPageEvents(learnerId: LearnerId, attemptId: AttemptId): void {
  useEffect(() => {
    const queue = deviceQueue(learnerId, attemptId);
    const leaving = () => queue.flushBeforeLeaving();
    const hidden = () => {
      if (document.visibilityState === 'hidden') queue.flushBeforeLeaving();
    };
    window.addEventListener('online', queue.flush);
    window.addEventListener('blur', queue.flush);
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', queue.flush);
      window.removeEventListener('blur', queue.flush);
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [learnerId, attemptId]);
}
