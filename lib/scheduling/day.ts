import type { LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Today } from './sitting';
import type { Stock } from './stock';

/**
 * What a device keeps for being without a network, and what it has to know about answers it holds: a study day, the
 * cards of it and of the next ones, and with them what it takes to show those (`Faces`).
 */
export type Day<Faces> = Readonly<{
  today: Today;
  stock: Stock;
  /** Guests who are this learner now: what the device still holds of theirs is this learner's. */
  formerly: readonly LearnerId[];
  /** The backup that took the place of the server's database last, and when it was made; null when none did. */
  restored: Readonly<{ id: string; backupAt: Instant }> | null;
}> &
  Faces;
