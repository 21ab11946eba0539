import type { Instant } from '@/lib/base/time';
import { at, type Backlog, hasAt } from './backlog';
import { type BatchLimits, cutBatch } from './cut-batch';
import type { Delivery, Entry, Trouble } from './sender-model';

/** What whoever has the turn to send does next. */
export type Step<Sent> =
  | Readonly<{ kind: 'send'; batch: readonly Sent[] }>
  /** Only what failed lately is left: wait before it is tried again. */
  | Readonly<{ kind: 'pause' }>
  /** What was handed over on leaving is still under way: closing comes after it. */
  | Readonly<{ kind: 'await-those-under-way' }>
  | Readonly<{ kind: 'close' }>
  | Readonly<{ kind: 'stop' }>;

type Plan<Sent> = Readonly<{
  inOrder: (left: Sent, right: Sent) => number;
  limits: BatchLimits;
  isClosing: boolean;
}>;

/** Batches first, then what stands back, then closing. */
export function nextStep<Sent extends Entry>(
  backlog: Backlog<Sent>,
  { inOrder, limits, isClosing }: Plan<Sent>,
): Step<Sent> {
  const waiting = at(backlog, 'waiting', inOrder);
  if (waiting.length > 0) return { kind: 'send', batch: cutBatch(waiting, limits) };
  if (hasAt(backlog, 'standing-back')) return { kind: 'pause' };
  if (!isClosing) return { kind: 'stop' };
  return { kind: hasAt(backlog, 'under-way') ? 'await-those-under-way' : 'close' };
}

/**
 * How many entries the next batch may hold. Somewhere in a batch that failed as one is what did it, and halves find it;
 * once something goes through, twice as many may go again, up to `most`.
 */
export function nextCount(
  outcome: 'failed-as-one' | 'some-settled',
  { count, sent, most }: Readonly<{ count: number; sent: number; most: number }>,
): number {
  return outcome === 'failed-as-one' ? Math.max(1, Math.ceil(sent / 2)) : Math.min(most, count * 2);
}

/** How long at least to leave the server alone after this, in milliseconds; null if the next request may follow at once. */
export function pauseAfter(delivery: Delivery<unknown>): number | null {
  if (delivery.kind === 'answered' || delivery.kind === 'refused') return null;
  return delivery.kind === 'busy' ? (delivery.retryAfterMs ?? 0) : 0;
}

/** A pause of at least `ms` that began at `since`. */
export type Pause = Readonly<{ ms: number; since: Instant }>;

/** What is left of a pause. A clock that was set back does not make it longer. */
export function leftOf({ ms, since }: Pause, now: Instant): number {
  return Math.min(ms, Math.max(0, since + ms - now));
}

/** What is told of a request that came to nothing: whoever waits need not know in which way the server failed. */
export function troubleOf({ kind }: Exclude<Delivery<unknown>, { kind: 'answered' }>): Trouble {
  return kind === 'broke' || kind === 'refused' ? 'busy' : kind;
}
