import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { guestTokenHash } from '@/lib/accounts/guest-token';
import { settings } from './env';

const NAME = 'hornbook_guest';
/** Browsers cap the life of a cookie at 400 days; it is renewed whenever the learner comes to study. Seconds. */
const MAX_AGE = 400 * 24 * 60 * 60;
const TOKEN_BYTES = 32;

/** The keyed hash of the guest's token in this request's cookie; null when the browser sent none. */
export async function presentedTokenHash(): Promise<string | null> {
  const token = (await cookies()).get(NAME)?.value;
  return token === undefined ? null : guestTokenHash(token, settings().secret);
}

/** Gives this browser a new token and returns its keyed hash, the only trace of it the server keeps. */
export async function issueGuestToken(): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  (await cookies()).set(NAME, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: settings().secureCookies,
    path: '/',
    maxAge: MAX_AGE,
  });
  return guestTokenHash(token, settings().secret);
}

/** Takes the guest's token from this browser: an account opens the learner now, or nobody does. */
export async function dropGuestToken(): Promise<void> {
  (await cookies()).delete(NAME);
}
