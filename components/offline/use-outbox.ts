'use client';

import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { LearnerId } from '@/lib/base/ids';
import { deviceOutbox } from './device-outbox';
import type { OutboxSnapshot } from './outbox-model';
import { tieToPage } from './tie-to-page';

const NOTHING: OutboxSnapshot = { pending: [], rejected: [], trouble: 'none', kept: true };

/** What of a learner's answers is not yet saved; on the server nothing is known of that. */
export function useOutboxSnapshot(learnerId: LearnerId): OutboxSnapshot {
  const subscribe = useCallback(
    (listener: () => void) => deviceOutbox(learnerId).subscribe(listener),
    [learnerId],
  );
  const snapshot = useCallback(() => deviceOutbox(learnerId).snapshot(), [learnerId]);
  return useSyncExternalStore(subscribe, snapshot, () => NOTHING);
}

/** Ties the outbox to the life of the page: resend when the network is back, hand over when the page goes. */
export function useOutboxAtPageEvents(learnerId: LearnerId): void {
  useEffect(() => tieToPage(deviceOutbox(learnerId)), [learnerId]);
}

/** Has the browser ask before the page is left, only as long as it must: such a listener keeps pages out of its cache. */
export function useWarningBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

const ASKED = 'hornbook.persistence-asked';

/**
 * Asks the browser, once and after the first answer, not to clear this site's data when space is short. Earlier there
 * would be nothing to keep, and some browsers put the question to the person.
 */
export function usePersistence(somethingToKeep: boolean): void {
  useEffect(() => {
    if (!somethingToKeep) return;
    try {
      if (window.localStorage.getItem(ASKED) !== null) return;
      window.localStorage.setItem(ASKED, '1');
      void navigator.storage?.persist().catch(() => {});
    } catch {
      // Site data is forbidden: there is nothing to make persistent.
    }
  }, [somethingToKeep]);
}
