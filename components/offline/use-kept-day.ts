'use client';

import { useEffect } from 'react';
import type { LearnerId } from '@/lib/base/ids';
import { type Instant, MINUTE_MS } from '@/lib/base/time';
import { keepFiles } from './keep-files';
import { useOutboxSnapshot } from './use-outbox';

/** The page itself goes first. */
const AFTER_PAGE_MS = 500;
/** Answers come every few seconds; what they change is folded in on the device anyway. */
const AT_MOST_EVERY_MS = 5 * MINUTE_MS;

/** Keeps the learner's day on this device: at every place that is opened, and after answers were acknowledged. */
export function useKeptDay(learnerId: LearnerId, place: string): void {
  const unsaved = useOutboxSnapshot(learnerId).pending.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is a reason to ask, although it is not asked about
  useEffect(() => {
    if (unsaved) return;
    const timer = setTimeout(
      () => void ask(learnerId).catch(() => {}),
      Math.max(AFTER_PAGE_MS, notBefore(learnerId) - Date.now()),
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
      .then(() => keepFiles(files()))
      // Without a worker Hornbook works as before, with a network.
      .catch(() => {});
  }, []);
}

let asked: Readonly<{ learnerId: LearnerId; at: Instant }> | null = null;

function notBefore(learnerId: LearnerId): Instant {
  return asked?.learnerId === learnerId ? asked.at + AT_MOST_EVERY_MS : 0;
}

async function ask(learnerId: LearnerId): Promise<void> {
  asked = { learnerId, at: Date.now() };
  // Loaded when it is needed: nothing of it concerns the first paint. The day kept before outlives any failure.
  const { askForDay } = await import('./ask-for-day');
  await askForDay(learnerId);
}
