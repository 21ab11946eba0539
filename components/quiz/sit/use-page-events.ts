'use client';

import { useEffect } from 'react';
import { tieToPage } from '@/components/offline/tie-to-page';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import { deviceQueue } from '../device-queue';

/** Ties the queue to the life of the page: sends at once when it is left or the network is back. */
export function useQueueAtPageEvents(learnerId: LearnerId, attemptId: AttemptId): void {
  useEffect(() => tieToPage(deviceQueue(learnerId, attemptId), ['blur']), [learnerId, attemptId]);
}
