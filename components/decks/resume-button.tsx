'use client';

import { useState } from 'react';
import { v7 } from 'uuid';
import { deviceOutbox } from '@/components/offline/device-outbox';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';

type ResumeButtonProps = Readonly<{ learnerId: LearnerId; uid: CardUid; question: string }>;

/** Puts a suspended card back into the queues. The event goes the way of all answers, through the outbox. */
export function ResumeButton({ learnerId, uid, question }: ResumeButtonProps) {
  const [resumed, setResumed] = useState(false);
  const resume = () => {
    deviceOutbox(learnerId).add([
      {
        id: v7() as EventId,
        kind: 'resume',
        cardUid: uid,
        answeredAt: Date.now(),
        tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    ]);
    setResumed(true);
  };
  return (
    <span role="status" className="ml-auto shrink-0 text-sm text-soft">
      {resumed ? (
        'Back in the queue'
      ) : (
        <button type="button" className="link min-h-6" onClick={resume} aria-label={`Resume: ${question}`}>
          Resume
        </button>
      )}
    </span>
  );
}
