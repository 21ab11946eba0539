import type { LearnerId, UserId } from '@/lib/base/ids';
import type { Actor, Role } from './actor';

/** What an actor is in the eyes of the policy. */
export type Standing = 'nobody' | 'guest' | Role | 'operator';

const ACCOUNTS = ['student', 'instructor', 'admin'] as const;
const LEARNERS = ['guest', ...ACCOUNTS] as const;
const EVERYONE = ['nobody', ...LEARNERS, 'operator'] as const;

/** The whole policy: who may do what. What has an owner asks `owns` besides. */
const POLICY = {
  'read the decks': EVERYONE,
  'begin as a guest': EVERYONE,
  'see whether the server is well': EVERYONE,
  'sign up': ['nobody', 'guest'],
  'use a reset link': EVERYONE,
  study: LEARNERS,
  'take own data along': LEARNERS,
  'erase own data': LEARNERS,
  'look after own account': ACCOUNTS,
  'manage accounts': ['admin', 'operator'],
  'publish content': ['operator'],
  'decide how cases are scored': ['admin', 'operator'],
  'see how cases are answered': ['instructor', 'admin', 'operator'],
  'see who sits what': ['admin', 'operator'],
  'grant extra time': ['instructor', 'admin', 'operator'],
  'finish overdue attempts': ['operator'],
} as const satisfies Record<string, readonly Standing[]>;

/** Something that not everybody may do. */
export type Deed = keyof typeof POLICY;

/** Whether the actor may do this at all. Says nothing about whose things it is done to. */
export function may(actor: Actor, deed: Deed): boolean {
  const allowed: readonly Standing[] = POLICY[deed];
  return allowed.includes(standingOf(actor));
}

/** Whether something of this learner or account is the actor's own. An operator owns nothing. */
export function owns(actor: Actor, owner: Readonly<{ learnerId: LearnerId } | { userId: UserId }>): boolean {
  if (actor.kind !== 'learner') return false;
  return 'learnerId' in owner ? owner.learnerId === actor.learnerId : owner.userId === actor.account?.userId;
}

/** Nobody, guest, the account's role, or operator. */
export function standingOf(actor: Actor): Standing {
  if (actor.kind !== 'learner') return actor.kind;
  return actor.account?.role ?? 'guest';
}
