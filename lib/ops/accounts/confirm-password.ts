import type { SignedIn } from '@/lib/accounts/actor';
import type { Passwords } from '@/lib/accounts/passwords';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findPasswordHash } from '@/lib/db/accounts';
import type { Ctx } from '../ctx';
import { type Attempt, admitAttempt, type TooMany } from './admit-attempt';
import { returnAttempt } from './return-attempt';

/**
 * Whether the person at the keyboard knows the account's password, before something that cannot be taken back.
 * Returns the hash that was checked. Guesses are counted like those at the door.
 */
export async function confirmPassword(
  ctx: Ctx,
  account: SignedIn,
  given: Readonly<{ password: string; network: string | null }>,
  passwords: Passwords,
): Promise<Result<string, TooMany | Readonly<{ why: 'wrong-password' }>>> {
  const attempt: Attempt = { kind: 'password', network: given.network, account: account.userId };
  const admitted = await admitAttempt(ctx, attempt);
  if (!admitted.ok) return admitted;
  const hash = await findPasswordHash(ctx.db.read, account.userId);
  if (hash === null || !(await passwords.verify(given.password, hash)))
    return refuse({ why: 'wrong-password' });
  await returnAttempt(ctx, attempt);
  return ok(hash);
}
