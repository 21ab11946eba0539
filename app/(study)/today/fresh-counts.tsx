'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useOutboxSnapshot } from '@/components/offline/use-outbox';
import type { LearnerId } from '@/lib/base/ids';

/** Counts the day again once answers that were still on their way have arrived. Shows nothing. */
export function FreshCounts({ learnerId }: Readonly<{ learnerId: LearnerId }>) {
  const router = useRouter();
  const unsaved = useOutboxSnapshot(learnerId).pending.length > 0;
  const wasUnsaved = useRef(unsaved);
  useEffect(() => {
    if (wasUnsaved.current && !unsaved) router.refresh();
    wasUnsaved.current = unsaved;
  }, [router, unsaved]);
  return null;
}
