import type { Instant } from '@/lib/base/time';
import { withPending } from './fold-slots';
import type {
  Attempt,
  AttemptView,
  Change,
  ChangesReply,
  Explanation,
  PublicQuestion,
  Slot,
  SlotState,
} from './model';

/** How far the server's clock is ahead of this device's, and by how much that may be wrong. Milliseconds. */
export type ClockReading = Readonly<{ aheadMs: number; uncertainMs: number }>;

/** What the server said last of an attempt: all of it that may change while it is sat. */
export type Standing = Readonly<{
  attempt: Attempt;
  /** By the server's clock: when it looked. */
  now: Instant;
  slots: readonly SlotState[];
  /** The greatest revision the server has seen. */
  rev: number;
  explanations: readonly Explanation[];
}>;

export function standingOf({ attempt, now, slots, rev, explanations }: AttemptView | ChangesReply): Standing {
  return { attempt, now, slots, rev, explanations };
}

/**
 * The later of two standings, whatever order their replies arrived in. What is final stays final: an attempt that is
 * over is not taken up again, and what has been explained stays explained.
 */
export function laterOf(known: Standing, came: Standing): Standing {
  const cameLater = came.now - known.now || came.rev - known.rev;
  const [earlier, later] = cameLater >= 0 ? [known, came] : [came, known];
  const revealed = new Set(earlier.slots.filter((slot) => slot.revealed).map(({ slot }) => slot));
  return {
    attempt:
      earlier.attempt.finished === null
        ? later.attempt
        : { ...later.attempt, finished: earlier.attempt.finished },
    now: later.now,
    slots: later.slots.map((slot) => (revealed.has(slot.slot) ? { ...slot, revealed: true } : slot)),
    rev: Math.max(known.rev, came.rev),
    explanations: withTold(earlier.explanations, later.explanations),
  };
}

/** What was told before with what is told now, by slot; where both tell of one, now is right. */
export function withTold(
  before: readonly Explanation[],
  now: readonly Explanation[],
): readonly Explanation[] {
  const told = new Map([...before, ...now].map((one) => [one.slot, one]));
  return [...told.values()].sort((left, right) => left.slot - right.slot);
}

/**
 * What a reply tells of the server's clock: its instant lies between sending and receiving. `device` instants are this
 * device's, `serverNow` the server's.
 */
export function readClock(serverNow: Instant, sentAt: Instant, receivedAt: Instant): ClockReading {
  return { aheadMs: serverNow - (sentAt + receivedAt) / 2, uncertainMs: Math.abs(receivedAt - sentAt) / 2 };
}

/** The reading to go by: the more certain one, unless they contradict each other because a clock was set. */
export function betterClock(known: ClockReading, came: ClockReading): ClockReading {
  const apart = Math.abs(came.aheadMs - known.aheadMs);
  const contradicts = apart > known.uncertainMs + came.uncertainMs;
  return contradicts || came.uncertainMs <= known.uncertainMs ? came : known;
}

/** The order in which changes were made, on all devices that knew of one another. */
export function inOrderMade(left: Change, right: Change): number {
  return left.rev - right.rev || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}

/** The revision of the next change: one more than the greatest known here. */
export function nextRev(standing: Pick<Standing, 'rev'>, pending: readonly Change[]): number {
  return pending.reduce((greatest, { rev }) => Math.max(greatest, rev), standing.rev) + 1;
}

/**
 * What the learner sees: the server's slots with the changes laid over that it has not acknowledged. Asking for an answer
 * does not tell it: only the server reveals.
 */
export function laidOver(slots: readonly SlotState[], pending: readonly Change[]): readonly SlotState[] {
  const changes = pending.filter(({ kind }) => kind !== 'reveal');
  return changes.length === 0 ? slots : slots.map((slot) => withPending(slot, changes));
}

/** Whether the learner has asked for the answer of a slot and the server has not told it yet. */
export function isAwaitingReveal(slot: SlotState, pending: readonly Change[]): boolean {
  return !slot.revealed && pending.some((change) => change.slot === slot.slot && change.kind === 'reveal');
}

/** What of a slot can be told to have changed elsewhere. Times add up silently. */
export type ChangedPart = 'answer' | 'confidence' | 'strikes' | 'flag' | 'highlights' | 'note' | 'revealed';

/** What differs between two pictures of an attempt, slot by slot: told when the learner at this screen did not do it. */
export function differences(
  before: readonly SlotState[],
  after: readonly SlotState[],
): readonly Readonly<{ slot: Slot; parts: readonly ChangedPart[] }>[] {
  const known = new Map(before.map((slot) => [slot.slot, slot]));
  return after.flatMap((slot) => {
    const was = known.get(slot.slot);
    const parts = was === undefined ? [] : partsApart(was, slot);
    return parts.length === 0 ? [] : [{ slot: slot.slot, parts }];
  });
}

function partsApart(was: SlotState, is: SlotState): readonly ChangedPart[] {
  const apart: Readonly<Record<ChangedPart, boolean>> = {
    answer: was.chosen !== is.chosen,
    confidence: was.confidence !== is.confidence,
    strikes: [...was.struck].sort().join() !== [...is.struck].sort().join(),
    flag: was.flagged !== is.flagged,
    highlights: was.highlights.join(';') !== is.highlights.join(';'),
    note: was.note !== is.note,
    revealed: was.revealed !== is.revealed,
  };
  return (Object.keys(apart) as ChangedPart[]).filter((part) => apart[part]);
}

/** How many questions are not answered, and how many bear a flag. */
export function tally(
  slots: readonly SlotState[],
): Readonly<{ unanswered: number; flagged: number; revealed: number }> {
  return {
    unanswered: slots.filter(({ chosen }) => chosen === null).length,
    flagged: slots.filter(({ flagged }) => flagged).length,
    revealed: slots.filter(({ revealed }) => revealed).length,
  };
}

/** Where a sitting is taken up: the first slot without an answer (in tutor mode: not yet explained), else the first. */
export function startSlot({ attempt, slots }: Pick<Standing, 'attempt' | 'slots'>): Slot {
  const open = slots.find((slot) => (attempt.mode === 'tutor' ? !slot.revealed : slot.chosen === null));
  return open?.slot ?? 0;
}

/** The option at a place or of a shown letter: `3` and `C` are the same. Null where there is none. */
export function optionAt({ options }: Pick<PublicQuestion, 'options'>, sign: string): string | null {
  const place = /^[1-9]$/.test(sign)
    ? Number(sign) - 1
    : options.findIndex(({ letter }) => letter === sign.toUpperCase());
  return options[place]?.key ?? null;
}
