import { adoptChanges, forgetAttempt } from '@/components/quiz/change-storage';
import type { LearnerId } from '@/lib/base/ids';
import { catchUp } from './catch-up';
import { device } from './device';
import { deviceOutbox } from './device-outbox';
import { keepFiles, picturesOn } from './keep-files';
import { forgetDay, type KeptDay, keepDay } from './kept-day';
import { outboxStorage } from './outbox-storage';
import { seenRestorations } from './seen-restorations';

/**
 * Fetches the learner's day and keeps it, and sends what the server turns out to lack; forgets the day if nobody studies
 * here any more. Rejects without a network.
 */
export async function askForDay(learnerId: LearnerId): Promise<void> {
  const askedAt = Date.now();
  const response = await fetch('/api/day');
  if (response.status === 401) await forgetKeptDay();
  if (!response.ok) return;
  const day = (await response.json()) as Omit<KeptDay, 'askedAt'>;
  if (day.stock.learnerId !== learnerId) return;
  await keepDay(device, { ...day, askedAt });
  // In development there is no worker, and nobody waits for one.
  void keepFiles(picturesOn(day.faces)).catch(() => {});
  if (day.formerly.length > 0) await adoptChanges(device, learnerId, day.formerly);
  await catchUp(day, {
    storage: outboxStorage(device, learnerId),
    outbox: deviceOutbox(learnerId),
    seen: seenRestorations(() => window.localStorage),
  });
}

/** Forgets whose day and whose blocks this device has kept to be shown. What waits to be sent stays. */
export async function forgetKeptDay(): Promise<void> {
  await forgetDay(device);
  await forgetAttempt(device, null);
}
