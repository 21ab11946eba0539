import type { LearnerId, SessionId, UserId } from '@/lib/base/ids';

/** What a person with an account is to Hornbook; each may all that the one before it may. */
export const ROLES = ['student', 'instructor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person and the browser they sit at. */
export type SignedIn = Readonly<{ userId: UserId; sessionId: SessionId; role: Role }>;

/** Who asks. Operations decide what each may do; nothing before them does. */
export type Actor =
  | Readonly<{ kind: 'nobody' }>
  /** A guest, or with `account` a person who has signed in. */
  | Readonly<{ kind: 'learner'; learnerId: LearnerId; account?: SignedIn }>
  /** A person at the machine: the command line, and jobs the server runs by itself. */
  | Readonly<{ kind: 'operator' }>;

/** The role behind a stored word; a word that is none gives the least. */
export function roleOf(word: string): Role {
  return ROLES.find((role) => role === word) ?? 'student';
}
