'use client';

import { useEffect } from 'react';
import type { LearnerId } from '@/lib/base/ids';
import { type Instant, SECOND_MS } from '@/lib/base/time';
import { device } from './device';
import { type Day, forgetDay, keepDay } from './kept-day';
import type { KeepFiles } from './service-worker';
import { useOutboxSnapshot } from './use-outbox';

/** The page itself goes first. */
const AFTER_PAGE_MS = 500;
/** Answers come every few seconds; what they change is folded in on the device anyway. */
const AT_MOST_EVERY_MS = 30 * SECOND_MS;

/** Keeps the learner's day on this device: at every place that is opened, and after answers were acknowledged. */
export function useKeptDay(learnerId: LearnerId, place: string): void {
  const unsaved = useOutboxSnapshot(learnerId).pending.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is a reason to ask, although it is not asked about
  useEffect(() => {
    if (unsaved) return;
    const timer = setTimeout(
      () => void askForDay(learnerId),
      Math.max(AFTER_PAGE_MS, notBefore - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [learnerId, place, unsaved]);
}

/** Registers the service worker and has it keep the files this page runs on. */
export function useServiceWorker(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const files = () =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name, window.location.href).pathname);
    void navigator.serviceWorker
      .register('/sw.js', { scope: '/' })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active?.postMessage({ kind: 'keep', paths: files() } satisfies KeepFiles))
      // Without a worker Hornbook works as before, with a network.
      .catch(() => {});
  }, []);
}

/** Forgets whose day this device has kept: nobody studies here now. */
export function useForgottenDay(): void {
  useEffect(() => {
    void forgetDay(device).catch(() => {});
  }, []);
}

let notBefore: Instant = 0;

async function askForDay(learnerId: LearnerId): Promise<void> {
  const askedAt = Date.now();
  notBefore = askedAt + AT_MOST_EVERY_MS;
  try {
    const response = await fetch('/api/day');
    if (response.status === 401) await forgetDay(device);
    if (!response.ok) return;
    const day = (await response.json()) as Day;
    if (day.sitting.learnerId === learnerId) await keepDay(device, { ...day, askedAt });
  } catch {
    // The day that was kept before is still there.
  }
}
