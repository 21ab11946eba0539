import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { CardFace } from '@/lib/content/card-face';
import type { Drawings } from '@/lib/content/place-figures';
import type { Today } from '@/lib/scheduling/sitting';
import type { Stock } from '@/lib/scheduling/stock';
import { DAY, type DeviceDatabase, resultOf } from './device-database';

/** What the server sends for being without a network. */
export type Day = Readonly<{
  today: Today;
  /** The cards of the study day and of the next ones. */
  stock: Stock;
  faces: Readonly<Record<CardUid, CardFace>>;
  /** What the faces name and `placeOnFace` sets in. */
  drawings: Drawings;
  /** Guests who are this learner now: what the device still holds of theirs is this learner's. */
  formerly: readonly LearnerId[];
  /** The backup that took the place of the server's database last, and when it was made; null when none did. */
  restored: Readonly<{ id: string; backupAt: Instant }> | null;
}>;

/** The day as it came, with the device's clock when it was asked for. */
export type KeptDay = Day & Readonly<{ askedAt: Instant }>;

const CURRENT = 'current';

/**
 * Keeps the day of whoever studies here. There is one place for it: another learner's day takes it, so nobody finds
 * on a shared device what somebody else was studying.
 */
export function keepDay(database: DeviceDatabase, day: KeptDay): Promise<void> {
  return database.write(DAY, async (store) => {
    store.put(day, CURRENT);
  });
}

/** The day kept last; null if there is none. */
export async function keptDay(database: DeviceDatabase): Promise<KeptDay | null> {
  const day = await database.read(DAY, (store) => resultOf<KeptDay | undefined>(store.get(CURRENT)));
  // One that an earlier version kept lacks what this one plans and shows with; the next visit keeps a new one.
  return day !== undefined && 'drawings' in day ? day : null;
}

/** Nobody studies here any more. */
export function forgetDay(database: DeviceDatabase): Promise<void> {
  return database.write(DAY, async (store) => {
    store.delete(CURRENT);
  });
}
