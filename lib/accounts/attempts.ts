import { createHash } from 'node:crypto';
import { HOUR_MS, type Instant, MINUTE_MS } from '@/lib/base/time';

/** What is counted, because it can be tried again and again. */
export type AttemptKind = 'sign-in' | 'sign-up' | 'reset' | 'password';

/** So many attempts under one key until `windowMs` after the first of them. */
export type Limit = Readonly<{ max: number; windowMs: number }>;

type Limits = Readonly<{ address: Limit; account: Limit | null }>;

/**
 * An account's limit stops guessing at one password; an address's stops trying many accounts from one place. A lecture
 * hall shares one address, and attempts that succeed are given back, so honest people seldom meet either.
 */
const LIMITS: Readonly<Record<AttemptKind, Limits>> = {
  'sign-in': {
    account: { max: 10, windowMs: 15 * MINUTE_MS },
    address: { max: 100, windowMs: 15 * MINUTE_MS },
  },
  // The first lecture of a course signs up at once, from one address.
  'sign-up': { account: null, address: { max: 300, windowMs: HOUR_MS } },
  reset: { account: null, address: { max: 20, windowMs: 15 * MINUTE_MS } },
  password: {
    account: { max: 10, windowMs: 15 * MINUTE_MS },
    address: { max: 100, windowMs: 15 * MINUTE_MS },
  },
};

/** One of the counters an attempt goes to. */
export type Counter = Readonly<{ key: string; limit: Limit }>;

/** How often something was tried, until when it counts. */
export type Count = Readonly<{ count: number; expiresAt: Instant }>;

/**
 * The counters of an attempt. `address` is the network's, or null when unknown: all such share one. `account` is an
 * e-mail address or a user id. Keys are hashes: the table of counters lists nobody's address.
 */
export function countersOf(
  attempt: Readonly<{ kind: AttemptKind; address: string | null; account: string | null }>,
): readonly Counter[] {
  const { kind, address, account } = attempt;
  const limits = LIMITS[kind];
  return [
    { key: keyOf(kind, 'address', address ?? ''), limit: limits.address },
    ...(limits.account === null || account === null
      ? []
      : [{ key: keyOf(kind, 'account', account), limit: limits.account }]),
  ];
}

/** The count after one more attempt, or null when the limit is reached. */
export function counted(standing: Count | null, limit: Limit, now: Instant): Count | null {
  if (standing === null || standing.expiresAt <= now) return { count: 1, expiresAt: now + limit.windowMs };
  return standing.count >= limit.max ? null : { ...standing, count: standing.count + 1 };
}

function keyOf(kind: AttemptKind, what: string, value: string): string {
  return createHash('sha256').update(`${kind} ${what} ${value}`).digest('base64url');
}
