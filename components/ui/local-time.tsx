'use client';

import { useSyncExternalStore } from 'react';
import type { Instant } from '@/lib/base/time';

const never = () => () => {};

/** An instant by the clock on the reader's wall: `24 November 2026, 14:05`. Until the page is alive, by that of Greenwich. */
export function LocalTime({ at }: Readonly<{ at: Instant }>) {
  const timeZone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const words = new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  return <time dateTime={new Date(at).toISOString()}>{words}</time>;
}
