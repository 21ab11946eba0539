import type { Instant } from '@/lib/base/time';
import type { CardFaces } from '@/lib/content/place-figures';
import type { Day } from '@/lib/scheduling/day';
import { DAY, type DeviceDatabase, resultOf } from './device-database';

/** The day as it came, with the device's clock when it was asked for. */
export type KeptDay = Day<CardFaces> & Readonly<{ askedAt: Instant }>;

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
