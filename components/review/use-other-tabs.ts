'use client';

import { useEffect, useEffectEvent } from 'react';
import { deviceOutbox } from '@/components/offline/device-outbox';
import type { LearnerId } from '@/lib/base/ids';
import type { SentEvent } from '@/lib/scheduling/inputs';

/** Hands on what the learner answered in other tabs of this browser: at the start what is known, then at once. */
export function useOtherTabs(learnerId: LearnerId, onAnswers: (events: readonly SentEvent[]) => void): void {
  const hear = useEffectEvent(onAnswers);
  useEffect(
    () =>
      deviceOutbox(learnerId).hearOthers((events) => {
        if (events.length > 0) hear(events);
      }),
    [learnerId],
  );
}
