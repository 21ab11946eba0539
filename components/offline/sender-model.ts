import type { EventId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Schedule } from './backoff';
import type { BatchLimits } from './cut-batch';

/** What came back from one request. */
export type Delivery<Reply> =
  | Readonly<{ kind: 'answered'; reply: Reply }>
  /** The request as a whole cannot be read or is too large: something in it is wrong. */
  | Readonly<{ kind: 'refused' }>
  /** The server broke on this request: on something in it, perhaps. */
  | Readonly<{ kind: 'broke' }>
  | Readonly<{ kind: 'busy'; retryAfterMs: number | null }>
  /** Nobody studies here, or somebody whose this is not. */
  | Readonly<{ kind: 'no-learner' }>
  | Readonly<{ kind: 'unreachable' }>;

/** Why the last request left something behind; `none` while all goes well. */
export type Trouble = 'none' | 'unreachable' | 'busy' | 'no-learner';

/** The other tabs on this device that are about the same thing: a learner's answers, or one attempt. */
export type OtherTabs<Message> = Readonly<{
  tell: (message: Message) => void;
  hear: (listener: (message: Message) => void) => void;
  /** Runs `task` while no other such tab runs one; waits for its turn as long as it takes. */
  takeTurn: (task: () => Promise<void>) => Promise<void>;
}>;

/** Whatever is sent: one thing a learner did, known for ever by its id. */
export type Entry = Readonly<{ id: EventId }>;

/** What senders in the tabs of one device tell each other. */
export type SenderMessage<Sent, News> =
  | Readonly<{ kind: 'kept'; entries: readonly Sent[] }>
  | Readonly<{ kind: 'settled'; ids: readonly EventId[]; news: News }>
  | Readonly<{ kind: 'trouble'; trouble: Trouble }>
  /** What was said to be settled may wait again: only the disk knows. */
  | Readonly<{ kind: 'reopened' }>
  /** Whoever sends should try now. */
  | Readonly<{ kind: 'flush' }>;

/** The part of the disk where entries survive a closed tab. Each call rejects when nothing was stored. */
export type SenderDisk<Sent> = Readonly<{
  /** All that waits there, and which of the kept entries asked about need not be sent any more. */
  load: (
    askedAbout: readonly EventId[],
  ) => Promise<Readonly<{ waiting: readonly Sent[]; gone: readonly EventId[] }>>;
  keep: (entries: readonly Sent[]) => Promise<void>;
}>;

/** What a reply says of a batch. What it names neither way stands back and is sent again. */
export type Verdict<News> = Readonly<{
  /** Acknowledged, or refused for good: not to be sent any more. */
  settled: readonly EventId[];
  news: News;
  /** Somebody else is signed in now: what is left waits until its owner is back. */
  forAnotherLearner: boolean;
}>;

/** What is done once nothing waits any more, as long as it is wanted. */
export type Closing = Readonly<{
  isWanted: () => boolean;
  /** Resolves in every case; afterwards it is not wanted any more if this was `answered`. */
  send: () => Promise<Delivery<unknown>>;
}>;

/** What one kind of entry has of its own: how it is ordered, carried, judged and filed. */
export type Errand<Sent extends Entry, Reply, News> = Readonly<{
  inOrder: (left: Sent, right: Sent) => number;
  limits: BatchLimits;
  /** What is done within this time goes in one request; sent at once for 0. */
  gatherMs: number;
  disk: SenderDisk<Sent>;
  /** Carries a batch to the server. Resolves in every case: what goes wrong is a kind of delivery. */
  carry: (batch: readonly Sent[]) => Promise<Delivery<Reply>>;
  /** Pure: what the reply says of this batch. */
  judge: (batch: readonly Sent[], reply: Reply) => Verdict<News>;
  /** The news of an entry that makes any request with it unreadable: it is set apart, and never sent again. */
  poison: (entry: Sent) => News;
  /** Takes news in, from this tab or another, before what it settles is forgotten. */
  learn: (news: News) => void;
  /** Files news of this tab on the disk. */
  file: (ids: readonly EventId[], news: News) => Promise<void>;
  closing: Closing | null;
  /** Something of the sender's state is different now. */
  changed: () => void;
}>;

/** What a sender needs of the world; handed in, so that a test can turn the clock and the dice. */
export type SenderWorld<Message> = Readonly<{
  tabs: Pick<OtherTabs<Message>, 'tell' | 'takeTurn'>;
  schedule: Schedule;
  /** A number in [0, 1). */
  random: () => number;
  now: () => Instant;
}>;

export type SenderState<Sent> = Readonly<{
  /** What the server has not acknowledged, in order. */
  pending: readonly Sent[];
  trouble: Trouble;
  /** Whether all of it is on this device's disk: if not, closing the page would lose it. */
  kept: boolean;
}>;

export type Sender<Sent, News> = Readonly<{
  /** Takes entries in without waiting for anything. */
  add: (entries: readonly Sent[]) => void;
  /** Has whichever tab sends try now, not after its pause: the network is back, or the learner asked. */
  flush: () => void;
  /** The page may never run again: hands everything to the browser without waiting for the line. */
  flushBeforeLeaving: () => void;
  /** The same, told to no other tab: this one has something to send itself. */
  hurry: () => void;
  hear: (message: SenderMessage<Sent, News>) => void;
  /** Something else has put entries on the disk, some of them settled before: reads it again and sends what is there. */
  lookAgain: () => Promise<void>;
  isSettled: (id: EventId) => boolean;
  state: () => SenderState<Sent>;
  /** Once what earlier visits left behind is known, or cannot be. */
  loaded: Promise<void>;
  isLoaded: () => boolean;
}>;
