import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { BetterAuthPlugin } from 'better-auth/types';
import type { Passwords } from '@/lib/accounts/passwords';
import { authClient } from '@/lib/db/auth-client';
import type { Attempt, TooMany } from '@/lib/ops/accounts/admit-attempt';
import type { Db } from '@/lib/ops/ctx';

/**
 * Sessions last so long and are not prolonged: an absolute end is easy to explain, and reading a session never writes.
 * Seconds.
 */
const SESSION_LIFE = 90 * 24 * 60 * 60;

/** What the door needs of its surroundings. */
export type AuthSurroundings = Readonly<{
  db: Db;
  secret: string;
  secureCookies: boolean;
  baseUrl: string;
  /** From which network a request came, by its headers; null when unknown. */
  networkOf: (headers: Headers) => string | null;
  admit: (attempt: Attempt) => Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; error: TooMany }>>;
  giveBack: (attempt: Attempt) => Promise<void>;
  passwords: Passwords;
  plugins?: BetterAuthPlugin[];
}>;

/** scrypt, as better-auth does it: about a tenth of a second off the event loop for each. */
export const scrypt: Passwords = {
  hash: hashPassword,
  verify: (password, hash) => verifyPassword({ password, hash }),
};

/**
 * better-auth as Hornbook uses it: it checks passwords at the door, keeps sessions and writes their cookies. Nothing of
 * it is mounted under an address (docs/decisions/011); the rest of what accounts can do are our operations.
 * Attempts are counted in its hooks, so that calling its API directly does not get around the count.
 */
export function makeAuth(surroundings: AuthSurroundings) {
  const attemptOf = (context: Readonly<{ body?: unknown; headers?: Headers | undefined }>): Attempt => {
    const email = (context.body as { email?: unknown } | undefined)?.email;
    return {
      kind: 'sign-in',
      network: surroundings.networkOf(context.headers ?? new Headers()),
      account: typeof email === 'string' ? email.trim().toLowerCase() : null,
    };
  };
  return betterAuth({
    database: prismaAdapter(authClient(surroundings.db), { provider: 'sqlite' }),
    secret: surroundings.secret,
    baseURL: surroundings.baseUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Signing up is an operation of ours: account, password and learner in one transaction.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: surroundings.passwords.hash,
        verify: ({ password, hash }) => surroundings.passwords.verify(password, hash),
      },
    },
    user: { modelName: 'authUser' },
    session: { modelName: 'authSession', expiresIn: SESSION_LIFE, disableSessionRefresh: true },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    // Its own limiter watches mounted routes only.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: surroundings.secureCookies,
      cookiePrefix: 'hornbook',
      // The counters know networks; a session does not need to.
      ipAddress: { disableIpTracking: true },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path !== '/sign-in/email') return;
        const admitted = await surroundings.admit(attemptOf(context));
        if (!admitted.ok) throw new APIError('TOO_MANY_REQUESTS', { waitMs: admitted.error.waitMs });
      }),
      after: createAuthMiddleware(async (context) => {
        if (context.path !== '/sign-in/email' || context.context.newSession === null) return;
        await surroundings.giveBack(attemptOf(context));
      }),
    },
    plugins: surroundings.plugins ?? [],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
