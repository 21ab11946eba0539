import type {
  Delivery,
  OtherTabs,
  SenderMessage,
  SenderState,
  SenderWorld,
} from '@/components/offline/sender-model';
import type { Instant } from '@/lib/base/time';
import type { Attempt, AttemptView, Change, ChangeResult, ChangesReply, Slot } from '@/lib/quiz/model';
import type { ClockReading, Standing } from '@/lib/quiz/sitting-model';
import type { ChangeStorage } from './change-storage';

export type FinishReply = Readonly<{ now: Instant; attempt: Attempt }>;

/** Carries changes to the server. Resolves in every case: what goes wrong is a kind of delivery. */
export type AttemptTransport = Readonly<{
  /** `have` are the slots of which this tab has the explanation: the reply leaves them out. */
  send: (changes: readonly Change[], have: readonly Slot[]) => Promise<Delivery<ChangesReply>>;
  /** `deadlineAt`: the time that ran out, if that is why. */
  finish: (deadlineAt: Instant | null) => Promise<Delivery<FinishReply>>;
}>;

type Refusal = Extract<ChangeResult, { status: 'refused' }>;

/** A change the server did not take, with its reason in words. */
export type RefusedChange = Readonly<{ change: Change; why: Refusal['why']; message: string }>;

/** What became of some changes, and what stood at the server with them; null if it said nothing but that it cannot read. */
export type SettledChanges = Readonly<{
  refused: readonly RefusedChange[];
  heard: Readonly<{ standing: Standing; clock: ClockReading }> | null;
}>;

/** What the tabs that show one attempt tell each other. */
export type AttemptMessage =
  | SenderMessage<Change, SettledChanges>
  | Readonly<{ kind: 'finish-asked'; deadlineAt: Instant | null }>
  | Readonly<{ kind: 'ending-heard'; attempt: Attempt; now: Instant }>;

/** What a queue needs of the world. */
export type ChangeQueueDeps = SenderWorld<AttemptMessage> &
  Readonly<{ transport: AttemptTransport; storage: ChangeStorage; tabs: OtherTabs<AttemptMessage> }>;

/** Pending are the changes that the server has not acknowledged, in the order made. */
export type QueueSnapshot = SenderState<Change> &
  Readonly<{
    /** Changes the server did not take, until the learner has read about them. */
    refused: readonly RefusedChange[];
    /** The learner, or the clock, has handed in, and the server has not said yes yet. */
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
  /**
   * Hands in once every change has been sent. Asked twice, it hands in once. Because the time ran out at `deadlineAt`, it
   * does so only if the server has not given more; that is forgotten with the tab, as the server ends the block itself.
   */
  finish: (deadlineAt: Instant | null) => void;
  /** The learner has read what was not taken. */
  dismissRefused: () => void;
  /** Once what earlier visits left behind is known, or cannot be. */
  loaded: Promise<void>;
  isLoaded: () => boolean;
  subscribe: (listener: () => void) => () => void;
  /** The same object until something changes. */
  snapshot: () => QueueSnapshot;
}>;
