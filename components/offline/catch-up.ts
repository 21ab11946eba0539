import type { LearnerId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import type { Day } from '@/lib/scheduling/day';
import type { Outbox } from './outbox-model';
import type { OutboxStorage } from './outbox-storage';

/** Which restored database this device has sent its answers to already, by learner. */
export type SeenRestorations = Readonly<{
  get: (learnerId: LearnerId) => string | null;
  set: (learnerId: LearnerId, id: string) => void;
}>;

/** A device's clock may be wrong by days; what is sent again needlessly counts once all the same. */
const MARGIN_MS = 7 * DAY_MS;

/**
 * Brings to the server what it lacks of this device's answers: those a guest gave who is this learner now, and, after a
 * backup took the place of its database, those it had acknowledged since that backup was made. Interrupted, it does the
 * same again next time.
 */
export async function catchUp(
  { stock, formerly, restored }: Pick<Day<object>, 'stock' | 'formerly' | 'restored'>,
  { storage, outbox, seen }: Readonly<{ storage: OutboxStorage; outbox: Outbox; seen: SeenRestorations }>,
): Promise<void> {
  const { learnerId } = stock;
  await outbox.loaded;
  const adopted = formerly.length > 0 ? await storage.adopt(formerly) : 0;
  const lost = restored !== null && seen.get(learnerId) !== restored.id ? restored : null;
  const reopened = lost === null ? 0 : await storage.reopen(lost.backupAt - MARGIN_MS);
  if (adopted + reopened > 0) await outbox.lookAgain();
  if (lost !== null) seen.set(learnerId, lost.id);
}
