import type { CardUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { CardFace } from '@/lib/content/card-face';
import type { Sitting, Today } from '@/lib/scheduling/sitting';
import { DAY, type DeviceDatabase, resultOf } from './device-database';

/** A learner's whole study day as the server planned it. */
export type Day = Readonly<{
  today: Today;
  sitting: Sitting;
  faces: Readonly<Record<CardUid, CardFace>>;
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
  return day ?? null;
}

/** Nobody studies here any more. */
export function forgetDay(database: DeviceDatabase): Promise<void> {
  return database.write(DAY, async (store) => {
    store.delete(CURRENT);
  });
}
