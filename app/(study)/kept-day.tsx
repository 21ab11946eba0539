'use client';

import { usePathname } from 'next/navigation';
import { useKeptDay, useServiceWorker } from '@/components/offline/use-kept-day';
import type { LearnerId } from '@/lib/base/ids';

/** Sees to it that today and a sitting are there without a network. Shows nothing. */
export function KeptDay({ learnerId }: Readonly<{ learnerId: LearnerId }>) {
  useKeptDay(learnerId, usePathname());
  useServiceWorker();
  return null;
}
