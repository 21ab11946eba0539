import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { createOutbox, type Delivery, MAX_IN_BATCH } from './outbox';
import { outboxStorageIn, type TextStore } from './outbox-storage';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const CARD = '0197a000-0000-4000-8000-0000000000aa' as CardUid;

describe('an outbox', () => {
  it('sends at once when the line is free and is empty after the acknowledgement', async () => {
    const world = worldWith([acknowledgeAll]);
    world.outbox.add([event(1)]);
    expect(world.sent).toEqual([[1]]);
    expect(world.held()).toEqual([1]);
    await world.settled();
    expect(world.held()).toEqual([]);
    expect(world.store.length).toBe(0);
  });

  it('keeps one request under way and collects what comes meanwhile', async () => {
    const world = worldWith([acknowledgeAll, acknowledgeAll]);
    world.outbox.add([event(1)]);
    world.outbox.add([event(2)]);
    world.outbox.add([event(3)]);
    expect(world.sent).toEqual([[1]]);
    await world.settled();
    expect(world.sent).toEqual([[1], [2, 3]]);
  });

  it('sends no more than a hundred events at a time', async () => {
    const world = worldWith([unreachable, acknowledgeAll, acknowledgeAll, acknowledgeAll]);
    world.outbox.add(numbers(1, 250).map(event));
    await world.settled();
    world.elapse();
    await world.settled();
    expect(world.sent.map((batch) => batch.length)).toEqual([MAX_IN_BATCH, MAX_IN_BATCH, MAX_IN_BATCH, 50]);
    expect(world.held()).toEqual([]);
  });

  it('pauses after a failure, longer each time up to a minute, and says what is wrong', async () => {
    const world = worldWith(Array.from({ length: 9 }, () => unreachable));
    world.outbox.add([event(1)]);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await world.settled();
      expect(world.outbox.snapshot().trouble).toBe('unreachable');
      world.elapse();
    }
    expect(world.pauses.slice(0, 8)).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000]);
  });

  it('waits at least as long as a busy server asks', async () => {
    const world = worldWith([() => ({ kind: 'busy', retryAfterMs: 7000 }), acknowledgeAll]);
    world.outbox.add([event(1)]);
    await world.settled();
    expect(world.pauses).toEqual([7000]);
    expect(world.outbox.snapshot().trouble).toBe('busy');
  });

  it('does not wait for the pause when asked to flush', async () => {
    const world = worldWith([unreachable, acknowledgeAll]);
    world.outbox.add([event(1)]);
    await world.settled();
    world.outbox.flush();
    await world.settled();
    expect(world.held()).toEqual([]);
    expect(world.outbox.snapshot().trouble).toBe('none');
  });

  it('hands everything over before leaving, even while a request is under way', async () => {
    const world = worldWith([acknowledgeAll, acknowledgeAll]);
    world.outbox.add([event(1)]);
    world.outbox.add([event(2), event(3)]);
    world.outbox.flushBeforeLeaving();
    expect(world.sent).toEqual([[1], [2, 3]]);
    await world.settled();
    expect(world.held()).toEqual([]);
  });

  it('keeps an event that failed and sends it again later', async () => {
    const failsOnce = (batch: readonly SentEvent[]): Delivery => ({
      kind: 'answered',
      results: batch.map(({ id }) => ({ id, status: 'failed', message: 'later' })),
    });
    const world = worldWith([failsOnce, acknowledgeAll]);
    world.outbox.add([event(1)]);
    await world.settled();
    expect(world.held()).toEqual([1]);
    world.elapse();
    await world.settled();
    expect(world.held()).toEqual([]);
  });

  it('sets a rejected answer apart, shows it, and goes on with the others', async () => {
    const world = worldWith([rejectFirst('unknown-card')]);
    world.outbox.add([event(1), event(2)]);
    world.outbox.flush();
    await world.settled();
    world.elapse();
    await world.settled();
    expect(world.held()).toEqual([]);
    expect(world.outbox.snapshot().rejected.map(({ event: { id } }) => id)).toEqual([idOf(1)]);
    expect(storageOf(world.store).rejected()).toHaveLength(1);
    world.outbox.dismiss(idOf(1));
    expect(world.outbox.snapshot().rejected).toEqual([]);
    expect(world.store.length).toBe(0);
  });

  it('keeps answers of another learner until that learner is back', async () => {
    const world = worldWith([rejectFirst('another-learner')]);
    world.outbox.add([event(1)]);
    await world.settled();
    expect(world.held()).toEqual([1]);
    expect(world.outbox.snapshot()).toMatchObject({ trouble: 'no-learner', rejected: [] });
  });

  it('sends on the next visit what a killed tab left behind', async () => {
    const first = worldWith([unreachable]);
    first.outbox.add([event(2)]);
    first.outbox.add([event(1)]);
    await first.settled();
    const second = worldWith([acknowledgeAll], first.store);
    expect(second.sent).toEqual([[1, 2]]);
    await second.settled();
    expect(first.store.length).toBe(0);
  });

  it('still delivers when the device cannot store anything', async () => {
    const world = worldWith([acknowledgeAll], forbiddenStore());
    world.outbox.add([event(1)]);
    expect(world.held()).toEqual([1]);
    await world.settled();
    expect(world.held()).toEqual([]);
  });

  it('tells subscribers of every change and gives the same snapshot until there is one', async () => {
    const world = worldWith([acknowledgeAll]);
    let told = 0;
    const leave = world.outbox.subscribe(() => {
      told += 1;
    });
    world.outbox.add([event(1)]);
    expect(world.outbox.snapshot()).toBe(world.outbox.snapshot());
    await world.settled();
    expect(told).toBe(2);
    leave();
    world.outbox.add([event(2)]);
    expect(told).toBe(2);
  });

  it('never drops an answer, whatever the network does', async () => {
    const outcome = fc.constantFrom<Answering>(acknowledgeAll, unreachable, busy, loseReply, answerSome);
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), fc.array(fc.nat(40), { maxLength: 8 }), runOnce),
      { numRuns: 200 },
    );

    async function runOnce(outcomes: readonly Answering[], additions: readonly number[]): Promise<void> {
      const world = worldWith(outcomes);
      let next = 1;
      for (const count of additions) {
        world.outbox.add(numbers(next, count).map(event));
        next += count;
        await world.settled();
        const safe = [...world.acknowledged, ...world.held()];
        expect(new Set(safe)).toEqual(new Set(numbers(1, next - 1)));
        expect(storageOf(world.store).pending()).toHaveLength(world.held().length);
        world.elapse();
      }
      for (let round = 0; round < outcomes.length + 1; round += 1) {
        await world.settled();
        world.elapse();
      }
      await world.settled();
      expect(world.held()).toEqual([]);
      expect([...world.acknowledged].sort((a, b) => a - b)).toEqual(numbers(1, next - 1));
    }
  });
});

type Answering = (batch: readonly SentEvent[]) => Delivery;

/** An outbox in a world of its own: the given deliveries in turn, then acknowledgements; time moves by `elapse`. */
function worldWith(outcomes: readonly Answering[], store: TextStore = memoryStore()) {
  const queue = [...outcomes];
  const sent: number[][] = [];
  const pauses: number[] = [];
  const acknowledged = new Set<number>();
  let task: (() => void) | null = null;
  const outbox = createOutbox({
    transport: async (batch) => {
      sent.push(batch.map(({ id }) => numberOf(id)));
      const delivery = (queue.shift() ?? acknowledgeAll)(batch);
      for (const result of delivery.kind === 'answered' ? delivery.results : []) {
        if (result.status === 'stored') acknowledged.add(numberOf(result.id));
      }
      return delivery;
    },
    storage: storageOf(store),
    schedule: (run, delayMs) => {
      pauses.push(delayMs);
      task = run;
      return () => {
        task = null;
      };
    },
    random: () => 0.5,
  });
  return {
    outbox,
    store,
    sent,
    pauses,
    acknowledged,
    held: () => outbox.snapshot().pending.map(({ id }) => numberOf(id)),
    elapse: () => task?.(),
    settled: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

const unreachable: Answering = () => ({ kind: 'unreachable' });
const busy: Answering = () => ({ kind: 'busy', retryAfterMs: null });
const loseReply: Answering = () => ({ kind: 'answered', results: [] });
const acknowledgeAll: Answering = (batch) => ({ kind: 'answered', results: batch.map(stored) });
const answerSome: Answering = (batch) => ({
  kind: 'answered',
  results: batch.filter((_, index) => index % 2 === 0).map(stored),
});

function rejectFirst(code: 'unknown-card' | 'another-learner'): Answering {
  return ([first, ...others]) => ({
    kind: 'answered',
    results: [
      { id: first?.id ?? null, status: 'rejected', code, message: 'The card is not known here.' },
      ...others.map(stored),
    ],
  });
}

function stored({ id }: SentEvent): AnswerResult {
  return { id, status: 'stored', storedId: id, cardUid: CARD, seq: numberOf(id), effectiveAt: 1, dueAt: 2 };
}

function event(number: number): SentEvent {
  return {
    kind: 'suspend',
    id: idOf(number),
    cardUid: CARD,
    answeredAt: 1_770_000_000_000 + number,
    tz: 'Europe/Berlin',
  };
}

function idOf(number: number): EventId {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId;
}

function numberOf(id: EventId): number {
  return Number(id.slice(-12));
}

function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

function storageOf(store: TextStore) {
  return outboxStorageIn(store, LEARNER);
}

function memoryStore(): TextStore {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

function forbiddenStore(): TextStore {
  const refuse = () => {
    throw new Error('The operation is insecure.');
  };
  return { length: 1, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse };
}
