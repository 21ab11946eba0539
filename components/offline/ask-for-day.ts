import type { LearnerId } from '@/lib/base/ids';
import { device } from './device';
import { type Day, forgetDay, keepDay } from './kept-day';

/** Fetches the learner's day and keeps it; forgets it if nobody studies here any more. Rejects without a network. */
export async function askForDay(learnerId: LearnerId): Promise<void> {
  const askedAt = Date.now();
  const response = await fetch('/api/day');
  if (response.status === 401) await forgetDay(device);
  if (!response.ok) return;
  const day = (await response.json()) as Day;
  if (day.sitting.learnerId === learnerId) await keepDay(device, { ...day, askedAt });
}

/** Forgets whose day this device has kept. */
export function forgetKeptDay(): Promise<void> {
  return forgetDay(device);
}
