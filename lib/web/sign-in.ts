import 'server-only';
import { APIError } from 'better-auth/api';
import { headers } from 'next/headers';
import type { Credentials } from '@/lib/accounts/inputs';
import type { SessionId, UserId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { TooMany } from '@/lib/ops/accounts/admit-attempt';
import { auth } from './session';

/**
 * Opens a session for whoever knows the password and puts its cookie into this browser. An unknown address is answered
 * like a wrong password, after as much work.
 */
export async function checkedIn(
  credentials: Credentials,
): Promise<
  Result<Readonly<{ userId: UserId; sessionId: SessionId }>, TooMany | Readonly<{ why: 'wrong-credentials' }>>
> {
  const door = await auth();
  try {
    const { token, user } = await door.api.signInEmail({
      body: credentials,
      headers: new Headers(await headers()),
    });
    const found = await (await door.$context).internalAdapter.findSession(token);
    if (found === null) throw new Error('The session that was just opened is not there.');
    return ok({ userId: user.id as UserId, sessionId: found.session.id as SessionId });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const waitMs = error.body?.waitMs;
    return refuse(typeof waitMs === 'number' ? { why: 'too-many', waitMs } : { why: 'wrong-credentials' });
  }
}
