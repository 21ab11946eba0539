import type { EventId } from '@/lib/base/ids';
import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { AcknowledgedEvent, OutboxStorage, RejectedEvent } from './outbox-storage';
import type { Delivery, OtherTabs, SenderMessage, SenderState, SenderWorld } from './sender-model';

/** Carries a batch to the server. Resolves in every case: what goes wrong is a kind of delivery. */
export type Transport = (
  batch: readonly SentEvent[],
) => Promise<Delivery<Readonly<{ results: readonly AnswerResult[] }>>>;

/** What became of some answers: the server has them, or refused them for good, for reasons of their own. */
export type SettledAnswers = Readonly<{
  acknowledged: readonly AcknowledgedEvent[];
  rejected: readonly RejectedEvent[];
}>;

/** What the tabs of one learner tell each other. */
export type TabMessage =
  | SenderMessage<SentEvent, SettledAnswers>
  /** Told at once, whatever becomes of them: who shows one of these cards must not ask it again. */
  | Readonly<{ kind: 'given'; events: readonly SentEvent[] }>
  | Readonly<{ kind: 'dismissed'; id: EventId }>;

/** What an outbox needs of the world. */
export type OutboxDeps = SenderWorld<TabMessage> &
  Readonly<{ transport: Transport; storage: OutboxStorage; tabs: OtherTabs<TabMessage> }>;

/** Pending are the answers that the server has not yet acknowledged, in the order given. */
export type OutboxSnapshot = SenderState<SentEvent> &
  Readonly<{
    /** Answers the server refused for good: shown, never thrown away by us. */
    rejected: readonly RejectedEvent[];
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
