'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import { device } from '@/components/offline/device';
import type { EventId, LearnerId } from '@/lib/base/ids';
import { EARLIEST_AT, type Instant, LATEST_AT } from '@/lib/base/time';
import type { AttemptView, Change, SlotState } from '@/lib/quiz/model';
import {
  type ChangedPart,
  differences,
  laidOver,
  nextRev,
  type Standing,
  standingOf,
} from '@/lib/quiz/sitting-model';
import type { QueueSnapshot } from '../change-queue-model';
import { forgetAttempt, keepAttempt } from '../change-storage';
import { deviceQueue } from '../device-queue';
import type { Act } from './acts';

const NOTHING: QueueSnapshot = {
  pending: [],
  refused: [],
  trouble: 'none',
  kept: true,
  finishing: false,
  standing: null,
  clock: null,
};

/** What somebody else than the learner at this screen did: another tab, another device. */
export type Elsewhere = Readonly<{ slot: number; parts: readonly ChangedPart[] }>;

export type Sitting = Readonly<{
  queue: QueueSnapshot;
  standing: Standing;
  /** What the learner sees: the server's slots with what is on its way laid over. */
  slots: readonly SlotState[];
  isLoaded: boolean;
  elsewhere: readonly Elsewhere[];
  forgetElsewhere: () => void;
  perform: (...acts: readonly Act[]) => void;
  flush: () => void;
  finish: (deadlineAt: Instant | null) => void;
  dismissRefused: () => void;
}>;

/** Sits an attempt on this device: acts take effect at once and go to the queue; what stands elsewhere comes in. */
export function useSitting(view: AttemptView, learnerId: LearnerId): Sitting {
  const { id: attemptId } = view.attempt;
  const queueOf = useCallback(() => deviceQueue(learnerId, attemptId), [learnerId, attemptId]);
  const subscribe = useCallback((listener: () => void) => queueOf().subscribe(listener), [queueOf]);
  const queue = useSyncExternalStore(
    subscribe,
    () => queueOf().snapshot(),
    () => NOTHING,
  );
  const [isLoaded, setLoaded] = useState(false);
  const standing = useMemo(() => queue.standing ?? standingOf(view), [queue.standing, view]);
  const slots = useMemo(() => laidOver(standing.slots, queue.pending), [standing.slots, queue.pending]);

  useKeptAttempt(view, standing, learnerId, isLoaded);

  // What this screen's own acts led to: whatever differs from it was done elsewhere.
  const own = useRef(slots);
  const [elsewhere, setElsewhere] = useState<readonly Elsewhere[]>([]);

  useEffect(() => {
    let wanted = true;
    queueOf().take(view);
    void queueOf().loaded.then(() => {
      if (!wanted) return;
      own.current = pictureOf(queueOf().snapshot(), view);
      setLoaded(true);
    });
    return () => {
      wanted = false;
    };
  }, [queueOf, view]);

  useEffect(() => {
    const apart = differences(own.current, slots).filter(({ parts }) => isLoaded && !isOwnReveal(parts));
    own.current = slots;
    if (apart.length > 0) setElsewhere(apart);
  }, [slots, isLoaded]);

  const perform = useCallback(
    (...acts: readonly Act[]) => {
      const device = queueOf();
      const before = device.snapshot();
      const first = nextRev(before.standing ?? standingOf(view), before.pending);
      device.add(acts.map((act, index) => changeOf(act, first + index)));
      own.current = pictureOf(device.snapshot(), view);
      if (acts.some(({ kind }) => kind === 'reveal')) device.flush();
    },
    [queueOf, view],
  );

  return {
    queue,
    standing,
    slots,
    isLoaded,
    elsewhere,
    forgetElsewhere: useCallback(() => setElsewhere([]), []),
    perform,
    flush: useCallback(() => queueOf().flush(), [queueOf]),
    finish: useCallback((deadlineAt) => queueOf().finish(deadlineAt), [queueOf]),
    dismissRefused: useCallback(() => queueOf().dismissRefused(), [queueOf]),
  };
}

/** Keeps the block on the device, so that it can be sat without a network; one that is over is let go. */
function useKeptAttempt(
  view: AttemptView,
  standing: Standing,
  learnerId: LearnerId,
  isLoaded: boolean,
): void {
  useEffect(() => {
    if (!isLoaded) return;
    const { id } = standing.attempt;
    const aheadMs = deviceQueue(learnerId, id).snapshot().clock?.aheadMs ?? 0;
    // The instant of the server goes with that of the device, so that the time left can be told from them later.
    const kept =
      standing.attempt.finished === null
        ? keepAttempt(device, learnerId, { ...view, ...standing }, standing.now - aheadMs)
        : forgetAttempt(device, id);
    void kept.catch(() => {});
  }, [view, standing, learnerId, isLoaded]);
}

function pictureOf({ standing, pending }: QueueSnapshot, view: AttemptView): readonly SlotState[] {
  return laidOver((standing ?? standingOf(view)).slots, pending);
}

/** That an answer was told is seen at the answer itself. */
function isOwnReveal(parts: readonly ChangedPart[]): boolean {
  return parts.length === 1 && parts[0] === 'revealed';
}

function changeOf(act: Act, rev: number): Change {
  // A clock that is years off must not make a change unreadable: the instant is for the record only.
  const madeAt = Math.min(LATEST_AT - 1, Math.max(EARLIEST_AT, Date.now()));
  return { ...act, id: v7() as EventId, rev, madeAt };
}
