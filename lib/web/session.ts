import 'server-only';
import { nextCookies } from 'better-auth/next-js';
import { headers } from 'next/headers';
import { clientNetwork } from '@/lib/accounts/client-address';
import type { SessionId, UserId } from '@/lib/base/ids';
import { admitAttempt } from '@/lib/ops/accounts/admit-attempt';
import { identifyAccount } from '@/lib/ops/accounts/identify-account';
import { returnAttempt } from '@/lib/ops/accounts/return-attempt';
import type { Actor, Db } from '@/lib/ops/ctx';
import { type Auth, makeAuth, scrypt } from './auth';
import { database } from './database';
import { settings } from './env';
import { PEER_HEADER } from './peer-address';

let made: Readonly<{ db: Db; auth: Auth }> | null = null;

/** better-auth on this process's database. */
export async function auth(): Promise<Auth> {
  const db = await database();
  if (made?.db !== db) made = { db, auth: authOn(db) };
  return made.auth;
}

function authOn(db: Db): Auth {
  const { secret, secureCookies, appUrl } = settings();
  return makeAuth({
    db,
    secret,
    secureCookies,
    // No address of ours is ever made from it; better-auth warns without one.
    baseUrl: appUrl ?? 'http://localhost',
    networkOf,
    admit: (attempt) => admitAttempt({ db, now: Date.now() }, attempt),
    giveBack: (attempt) => returnAttempt({ db }, attempt),
    passwords: scrypt,
    plugins: [nextCookies()],
  });
}

/** Who has signed in in this browser; null when nobody has, or the session was ended. */
export async function signedInActor(db: Db): Promise<Actor | null> {
  const sent = new Headers(await headers());
  if (!sent.get('cookie')?.includes('hornbook.session_token=')) return null;
  const session = await (await auth()).api.getSession({ headers: sent });
  if (session === null) return null;
  const actor = await identifyAccount(
    { db },
    { userId: session.user.id as UserId, sessionId: session.session.id as SessionId },
  );
  return actor.kind === 'nobody' ? null : actor;
}

/** The network this request came from, for counting attempts; null when unknown. */
export async function requestNetwork(): Promise<string | null> {
  return networkOf(new Headers(await headers()));
}

function networkOf(sent: Headers): string | null {
  return clientNetwork({
    peer: sent.get(PEER_HEADER),
    forwardedFor: sent.get('x-forwarded-for'),
    trustedProxies: settings().trustedProxies,
  });
}
