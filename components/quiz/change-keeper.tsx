'use client';

import { useEffect } from 'react';
import { device } from '@/components/offline/device';
import type { LearnerId } from '@/lib/base/ids';
import { attemptsWithChanges } from './change-storage';
import { deviceQueue } from './device-queue';

/** Sends what earlier visits to a block left behind, from whatever page is open. Shows nothing. */
export function ChangeKeeper({ learnerId }: Readonly<{ learnerId: LearnerId }>) {
  useEffect(() => {
    // Opening a queue reads the disk and sends what is there. A device that stores nothing has left nothing behind.
    void attemptsWithChanges(device, learnerId, Date.now())
      .then((attempts) => {
        for (const attemptId of attempts) deviceQueue(learnerId, attemptId);
      })
      .catch(() => {});
  }, [learnerId]);
  return null;
}
