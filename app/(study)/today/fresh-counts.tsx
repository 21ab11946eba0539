'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useOutboxSnapshot } from '@/components/offline/use-outbox';
import type { LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';

/** When the pages that this tab has shown were counted: the same again comes from its memory, by Back or Forward. */
const shown = new Set<Instant>();

/** Counts the day again where the page is an old one, and once answers that were on their way have arrived. Shows nothing. */
export function FreshCounts({
  learnerId,
  countedAt,
}: Readonly<{ learnerId: LearnerId; countedAt: Instant }>) {
  const router = useRouter();
  const unsaved = useOutboxSnapshot(learnerId).pending.length > 0;
  const wasUnsaved = useRef(unsaved);
  const mounted = useRef<Instant | null>(null);
  useEffect(() => {
    if (mounted.current !== countedAt && shown.has(countedAt)) router.refresh();
    mounted.current = countedAt;
    shown.add(countedAt);
  }, [router, countedAt]);
  useEffect(() => {
    // A whole page that the browser had put aside runs on without being mounted anew.
    const restored = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh();
    };
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, [router]);
  useEffect(() => {
    if (wasUnsaved.current && !unsaved) router.refresh();
    wasUnsaved.current = unsaved;
  }, [router, unsaved]);
  return null;
}
