import type { Instant } from '@/lib/base/time';
import type { CardFaces } from '@/lib/content/place-figures';
import type { QueueName, Sitting, Today } from '@/lib/scheduling/sitting';
import { dayNow } from './day-now';
import { device } from './device';
import { deviceOutbox } from './device-outbox';
import { keptDay } from './kept-day';
import { outboxStorage } from './outbox-storage';

/** What this device has for somebody without a network. */
export type Found =
  | Readonly<{ kind: 'nothing' }>
  | (Readonly<{ kind: 'day'; now: Instant; askedAt: Instant }> & DayHere);

/** The present study day as this device plans it. */
type DayHere = CardFaces & Readonly<{ today: Today; sitting: Sitting }>;

/** The kept day as it stands now, with what was answered on this device since. Browser only. */
export async function findDay(): Promise<Found> {
  try {
    const kept = await keptDay(device);
    if (kept === null) return { kind: 'nothing' };
    const { askedAt, faces, drawings } = kept;
    const { learnerId } = kept.stock;
    await deviceOutbox(learnerId).loaded;
    const answers = await outboxStorage(device, learnerId).answers();
    const now = { at: Date.now(), tz: Intl.DateTimeFormat().resolvedOptions().timeZone };
    return { kind: 'day', now: now.at, askedAt, faces, drawings, ...dayNow(kept, answers, now) };
  } catch {
    return { kind: 'nothing' };
  }
}

/** The sitting with the cards of one deck only; of all for null. */
export function ofDeck({ sitting, faces }: DayHere, deck: string | null): Sitting {
  if (deck === null) return sitting;
  const cards = sitting.cards.filter(({ uid }) => faces[uid]?.deck === deck);
  const count = (name: QueueName) => cards.filter(({ queue }) => queue === name).length;
  return {
    ...sitting,
    cards,
    remaining: { learning: count('learning'), review: count('review'), new: count('new') },
    // The plan is of all decks: how many of this one rest is not known here.
    resting: 0,
  };
}
