import type { SessionId, UserId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Role } from './actor';

/** A person's account, as its owner and admins see it. */
export type Account = Readonly<{ userId: UserId; email: string; role: Role; createdAt: Instant }>;

/** A browser in which the person is signed in. `here` marks the one that asks. */
export type OpenSession = Readonly<{
  id: SessionId;
  /** The browser in words, such as “Firefox on Windows”. */
  device: string;
  signedInAt: Instant;
  here: boolean;
}>;

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

/** What a browser's user agent says of it, in words a person recognises. Everybody claims to be Safari, so order matters. */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'A browser';
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}
