'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { v4, v7 } from 'uuid';
import { deviceOutbox } from '@/components/offline/device-outbox';
import type { EventId, LearnerId } from '@/lib/base/ids';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { Grade } from '@/lib/scheduling/model';
import { reduceSession, startSession } from '@/lib/scheduling/session';
import type { Session, SessionAction } from '@/lib/scheduling/session-model';
import { wantsRefill } from '@/lib/scheduling/session-summary';
import type { Sitting } from '@/lib/scheduling/sitting';
import { excluded, fetchMoreCards, type SittingWithFaces, withoutUnsaved } from './more-cards';

/** What a learner can do; the clock, the zone and fresh ids are added here. */
export type Move =
  | Readonly<{ type: 'reveal' | 'bury' | 'suspend' | 'undo' | 'tick' }>
  | Readonly<{ type: 'grade'; grade: Grade }>
  | Readonly<{ type: 'elsewhere'; events: readonly SentEvent[] }>;

/** Whether more cards of the day are being fetched, or could not be. */
export type Fetching = 'idle' | 'under-way' | 'failed';

/** Sittings of this tab by their making: coming back to the page goes on where it was left, undo included. */
const left = new Map<string, Session>();

/** Runs a sitting on the device: moves take effect at once, events go to the outbox, more cards come in behind. */
export function useReviewSession(
  { sitting, faces, drawings, madeHere }: SittingWithFaces,
  deck: string | null,
) {
  const key = `${sitting.learnerId} ${sitting.builtAt} ${deck}`;
  const [session, setSession] = useState(
    () => left.get(key) ?? startSession(sitting, startAtServerTime(sitting)),
  );
  const [allFaces, setAllFaces] = useState(faces);
  const [allDrawings, setAllDrawings] = useState(drawings);
  const [fetching, setFetching] = useState<Fetching>('idle');
  // The session as of now, for several keys within one frame: what is rendered may be a step behind.
  const present = useRef(session);
  const refilling = useRef(false);
  // Keys that come before the start, a blink after the page; null once it is made.
  const early = useRef<Move[] | null>([]);

  const become = useCallback(
    (next: Session) => {
      present.current = next;
      left.set(key, next);
      setSession(next);
    },
    [key],
  );

  const refill = useCallback(async () => {
    if (refilling.current) return;
    refilling.current = true;
    setFetching('under-way');
    try {
      const unsaved = unsavedUids(sitting.learnerId);
      const more = await fetchMoreCards(deck, excluded(present.current, unsaved));
      setAllFaces((known) => ({ ...known, ...more.faces }));
      setAllDrawings((known) => ({ ...known, ...more.drawings }));
      const { cards, remaining } = withoutUnsaved(more.sitting, unsaved);
      become(reduceSession(present.current, { type: 'refill', cards, remaining, ...instant() }));
      setFetching('idle');
    } catch {
      setFetching('failed');
    } finally {
      refilling.current = false;
    }
  }, [become, deck, sitting.learnerId]);

  /** Gives back the session as it is after the move. */
  const perform = useCallback(
    (move: Move): Session => {
      const before = present.current;
      if (early.current !== null) {
        early.current.push(move);
        return before;
      }
      const next = reduceSession(before, actionOf(move));
      if (next === before) return before;
      deviceOutbox(sitting.learnerId).add(next.events.slice(before.events.length));
      become(next);
      if (wantsRefill(next)) void refill();
      return next;
    },
    [become, refill, sitting.learnerId],
  );

  // The first picture was drawn by the server's clock; from here on the device's counts.
  useEffect(() => {
    const start = () => {
      const plan = madeHere ? sitting : withoutUnsaved(sitting, unsavedUids(sitting.learnerId));
      become(left.get(key) ?? startSession(plan, instant()));
      const moves = early.current ?? [];
      early.current = null;
      for (const move of moves) perform(move);
    };
    const outbox = deviceOutbox(sitting.learnerId);
    if (outbox.isLoaded()) {
      start();
      return;
    }
    let wanted = true;
    void Promise.race([outbox.loaded, pause(LONGEST_LOADING_MS)]).then(() => {
      if (wanted) start();
    });
    return () => {
      wanted = false;
    };
  }, [become, key, madeHere, perform, sitting]);

  return { session, faces: allFaces, drawings: allDrawings, fetching, perform, refill };
}

/** A device that takes longer to say what it still holds must not hold up the sitting. */
const LONGEST_LOADING_MS = 500;

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, delayMs));
}

/** What the server and the browser both draw first; nothing can be answered before the effect above has run. */
function startAtServerTime({ builtAt, tz }: Sitting) {
  return { at: builtAt, tz, nextPresentationId: '' };
}

function instant() {
  return { at: Date.now(), tz: Intl.DateTimeFormat().resolvedOptions().timeZone, nextPresentationId: v4() };
}

function actionOf(move: Move): SessionAction {
  const now = instant();
  switch (move.type) {
    case 'reveal':
      return { type: 'reveal', at: now.at, tz: now.tz };
    case 'tick':
      return { type: 'tick', ...now };
    case 'elsewhere':
      return { type: 'elsewhere', events: move.events, ...now };
    case 'grade':
      return { type: 'grade', grade: move.grade, eventId: v7() as EventId, ...now };
    default:
      return { type: move.type, eventId: v7() as EventId, ...now };
  }
}

function unsavedUids(learnerId: LearnerId) {
  return new Set(
    deviceOutbox(learnerId)
      .snapshot()
      .pending.map(({ cardUid }) => cardUid),
  );
}
