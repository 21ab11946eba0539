'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { device } from '@/components/offline/device';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import type { AttemptView } from '@/lib/quiz/model';
import { titleOf } from './attempt-title';
import { keptAttempt } from './change-storage';
import { EXIT_LOOK, ExitWords } from './exit-words';
import { Sitting } from './sitting';

type OfflineBlockProps = Readonly<{
  pathname: string;
  /** Whoever studies on this device; nobody else's block is shown. */
  learnerId: LearnerId;
  /** What is shown when the device has not kept the block. */
  otherwise: ReactNode;
}>;

const ADDRESS = /^\/quiz\/([0-9a-f-]{36})$/;

export function isBlockAddress(pathname: string): boolean {
  return ADDRESS.test(pathname);
}

/** A block without a network, from what this device kept of it. What is done waits on the device. */
export function OfflineBlock({ pathname, learnerId, otherwise }: OfflineBlockProps) {
  const [view, setView] = useState<AttemptView | 'looking' | null>('looking');
  useEffect(() => {
    const attemptId = ADDRESS.exec(pathname)?.[1] as AttemptId;
    void keptAttempt(device, attemptId)
      .catch(() => null)
      .then((kept) => setView(kept?.learnerId === learnerId ? atDeviceTime(kept.view, kept.keptAt) : null));
  }, [pathname, learnerId]);
  if (view === 'looking') return <main className="min-h-dvh" aria-busy="true" />;
  if (view === null) return otherwise;
  return (
    <Sitting
      view={view}
      learnerId={learnerId}
      title={titleOf(view.attempt)}
      exit={
        <a href="/quiz" className={EXIT_LOOK}>
          <ExitWords />
        </a>
      }
    />
  );
}

/** The kept view as if it had just come: as much later by the server's clock as it is by the device's. */
function atDeviceTime(view: AttemptView, keptAt: number): AttemptView {
  return { ...view, now: view.now + (Date.now() - keptAt) };
}
