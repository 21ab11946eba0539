import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { Instant, TimeZone } from '@/lib/base/time';
import type { CardState, SchedulingParams, StudyDay } from './model';

/** Which of the three queues a card waits in. */
export type QueueName = 'learning' | 'review' | 'new';

/** A card that waits for its turn. */
export type QueuedCard = Readonly<{
  uid: CardUid;
  /** Names what siblings share, among all decks: cards with the same are not asked on the same study day. */
  siblings: string;
  queue: QueueName;
  state: CardState;
  /** Published version of the content in front of the learner. */
  version: number;
}>;

export type QueueCounts = Readonly<Record<QueueName, number>>;

/** Everything a device needs to run a sitting by itself: the order, the memory and the rules. */
export type Sitting = Readonly<{
  learnerId: LearnerId;
  params: SchedulingParams;
  tz: TimeZone;
  /** The server's instant when it was built, for a device whose clock is wrong. */
  builtAt: Instant;
  day: StudyDay;
  /** In asking order. At most a screenful of the day; `remaining` counts the whole day, these included. */
  cards: readonly QueuedCard[];
  remaining: QueueCounts;
  /** Cards that rest until tomorrow because a sibling is asked or was answered today. */
  resting: number;
}>;

/** What the learner has at stake today, before a sitting starts. */
export type Today = Readonly<{
  day: StudyDay;
  remaining: QueueCounts;
  /** Cards answered today, and how long that took in milliseconds. */
  answered: number;
  answeredMs: number;
  /** Own pace in milliseconds a card (median of recent answers); null before there is any. */
  paceMs: number | null;
  /** Cards due on the next study day, as things stand. */
  dueTomorrow: number;
  /** Earliest instant at which a learning card comes back today; null when none waits. */
  nextLearningAt: Instant | null;
}>;
