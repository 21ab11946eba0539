import { countersOf } from '@/lib/accounts/attempts';
import { giveBack } from '@/lib/db/attempt-counts';
import type { Ctx } from '../ctx';
import type { Attempt } from './admit-attempt';

/** Takes an attempt back that succeeded: limits are for guessing, not for people who know their password. */
export async function returnAttempt({ db }: Pick<Ctx, 'db'>, attempt: Attempt): Promise<void> {
  const { kind, network, account } = attempt;
  const keys = countersOf({ kind, address: network, account }).map(({ key }) => key);
  await db.write((tx) => giveBack(tx, keys));
}
