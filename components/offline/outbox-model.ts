import type { EventId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { Schedule } from './backoff';
import type { OutboxStorage, RejectedEvent } from './outbox-storage';

/** What came back from one attempt to deliver a batch. */
export type Delivery =
  | Readonly<{ kind: 'answered'; results: readonly AnswerResult[] }>
  /** The request as a whole cannot be read or is too large: something in it is wrong. */
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'busy'; retryAfterMs: number | null }>
  | Readonly<{ kind: 'no-learner' }>
  | Readonly<{ kind: 'unreachable' }>;

/** Carries a batch to the server. Resolves in every case: what goes wrong is a kind of delivery. */
export type Transport = (batch: readonly SentEvent[]) => Promise<Delivery>;

/** What the tabs of one learner tell each other. */
export type TabMessage =
  /** Told at once, whatever becomes of them: who shows one of these cards must not ask it again. */
  | Readonly<{ kind: 'given'; events: readonly SentEvent[] }>
  | Readonly<{ kind: 'kept'; events: readonly SentEvent[] }>
  | Readonly<{ kind: 'settled'; ids: readonly EventId[]; rejected: readonly RejectedEvent[] }>
  | Readonly<{ kind: 'dismissed'; id: EventId }>
  | Readonly<{ kind: 'trouble'; trouble: Trouble }>
  /** Whoever sends should try now. */
  | Readonly<{ kind: 'flush' }>;

/** The other tabs on this device that are about the same thing: a learner's answers, or one attempt. */
export type OtherTabs<Message> = Readonly<{
  tell: (message: Message) => void;
  hear: (listener: (message: Message) => void) => void;
  /** Runs `task` while no other such tab runs one; waits for its turn as long as it takes. */
  takeTurn: (task: () => Promise<void>) => Promise<void>;
}>;

/** What an outbox needs of the world; handed in, so that a test can turn the clock and the dice. */
export type OutboxDeps = Readonly<{
  transport: Transport;
  storage: OutboxStorage;
  tabs: OtherTabs<TabMessage>;
  schedule: Schedule;
  /** A number in [0, 1). */
  random: () => number;
  now: () => Instant;
}>;

/** Why the last attempt left something behind; `none` while all goes well. */
export type Trouble = 'none' | 'unreachable' | 'busy' | 'no-learner';

export type OutboxSnapshot = Readonly<{
  /** Answers the server has not yet acknowledged, in the order given. */
  pending: readonly SentEvent[];
  /** Answers the server refused for good: shown, never thrown away by us. */
  rejected: readonly RejectedEvent[];
  trouble: Trouble;
  /** Whether every pending answer is on this device's disk: if not, closing the page would lose it. */
  kept: boolean;
}>;

export type Outbox = Readonly<{
  /** Takes events in without waiting for anything; disk and server hear of them at once. */
  add: (events: readonly SentEvent[]) => void;
  /** Tries again now instead of after the pause: the network is back, or the learner asked. */
  flush: () => void;
  /** The page may never run again: hands everything to the browser without waiting for the line. */
  flushBeforeLeaving: () => void;
  /** Lets go of a refused answer that the learner has read about. */
  dismiss: (id: EventId) => void;
  /** Something else has put answers on the disk: reads it again and sends what is there. */
  lookAgain: () => Promise<void>;
  /** Once what earlier visits left behind is known, or cannot be. */
  loaded: Promise<void>;
  isLoaded: () => boolean;
  subscribe: (listener: () => void) => () => void;
  /** What was given in other tabs since this one was opened: all of it now, then each time all of it again. */
  hearOthers: (listener: (events: readonly SentEvent[]) => void) => () => void;
  /** The same object until something changes. */
  snapshot: () => OutboxSnapshot;
}>;
