import type { SessionId, UserId } from '@/lib/base/ids';
import { findAccount } from '@/lib/db/accounts';
import type { Actor, Ctx } from '../ctx';

/**
 * The actor behind a session whose token was checked. The role is read with each request, so that taking it away works
 * at once. Nobody, when the account is gone.
 */
export async function identifyAccount(
  { db }: Pick<Ctx, 'db'>,
  { userId, sessionId }: Readonly<{ userId: UserId; sessionId: SessionId }>,
): Promise<Actor> {
  const account = await findAccount(db.read, userId);
  if (account === null || account.learnerId === null) return { kind: 'nobody' };
  return {
    kind: 'learner',
    learnerId: account.learnerId,
    account: { userId, sessionId, role: account.role },
  };
}
