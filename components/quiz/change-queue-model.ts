import type { Schedule } from '@/components/offline/backoff';
import type { OtherTabs, Trouble } from '@/components/offline/outbox-model';
import type { EventId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Attempt, AttemptView, Change, ChangeResult, ChangesReply } from '@/lib/quiz/model';
import type { ClockReading, Standing } from '@/lib/quiz/sitting-model';
import type { ChangeStorage } from './change-storage';

/** What came back from one request about an attempt. */
export type Exchange<Reply> =
  | Readonly<{ kind: 'answered'; reply: Reply }>
  /** The request as a whole cannot be read or is too large: something in it is wrong. */
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'busy'; retryAfterMs: number | null }>
  /** Nobody studies here, or somebody whose attempt this is not. */
  | Readonly<{ kind: 'no-learner' }>
  | Readonly<{ kind: 'unreachable' }>;

export type FinishReply = Readonly<{ now: Instant; attempt: Attempt }>;

/** Carries changes to the server. Resolves in every case: what goes wrong is a kind of exchange. */
export type AttemptTransport = Readonly<{
  send: (changes: readonly Change[]) => Promise<Exchange<ChangesReply>>;
  finish: () => Promise<Exchange<FinishReply>>;
}>;

type Refusal = Extract<ChangeResult, { status: 'refused' }>;

/** A change the server did not take, with its reason in words. */
export type RefusedChange = Readonly<{ change: Change; why: Refusal['why']; message: string }>;

/** What the tabs that show one attempt tell each other. */
export type AttemptMessage =
  | Readonly<{ kind: 'kept'; changes: readonly Change[] }>
  | Readonly<{
      kind: 'settled';
      ids: readonly EventId[];
      refused: readonly RefusedChange[];
      standing: Standing;
      clock: ClockReading;
    }>
  | Readonly<{ kind: 'finish-asked' }>
  | Readonly<{ kind: 'finished'; attempt: Attempt; now: Instant }>
  | Readonly<{ kind: 'trouble'; trouble: Trouble }>
  /** Whoever sends should try now. */
  | Readonly<{ kind: 'flush' }>;

/** What a queue needs of the world; handed in, so that a test can turn the clock and the dice. */
export type ChangeQueueDeps = Readonly<{
  transport: AttemptTransport;
  storage: ChangeStorage;
  tabs: OtherTabs<AttemptMessage>;
  schedule: Schedule;
  /** A number in [0, 1). */
  random: () => number;
  now: () => Instant;
}>;

export type QueueSnapshot = Readonly<{
  /** Changes the server has not acknowledged, in the order made. */
  pending: readonly Change[];
  /** Changes the server did not take, until the learner has read about them. */
  refused: readonly RefusedChange[];
  trouble: Trouble;
  /** Whether every pending change is on this device's disk: if not, closing the page would lose it. */
  kept: boolean;
  /** The learner has handed in, and the server has not said yes yet. */
  finishing: boolean;
  /** What the server said last, as far as this tab knows; null before it said anything. */
  standing: Standing | null;
  clock: ClockReading | null;
}>;

export type ChangeQueue = Readonly<{
  /** Takes in what a page was rendered with. */
  take: (view: AttemptView) => void;
  /** Takes a change in without waiting for anything; the disk hears of it at once, the server within a second. */
  add: (changes: readonly Change[]) => void;
  /** Sends now instead of within a second or after a pause. */
  flush: () => void;
  /** The page may never run again: hands everything to the browser without waiting for the line. */
  flushBeforeLeaving: () => void;
  /** Hands in once every change has been sent. Asked twice, it hands in once. */
  finish: () => void;
  /** The learner has read what was not taken. */
  dismissRefused: () => void;
  /** Once what earlier visits left behind is known, or cannot be. */
  loaded: Promise<void>;
  isLoaded: () => boolean;
  subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  snapshot: () => QueueSnapshot;
}>;
