import { IDBFactory } from 'fake-indexeddb';
import { deviceDatabase } from '@/components/offline/device-database';
import type { Delivery } from '@/components/offline/sender-model';
import { createChangeQueue } from '@/components/quiz/change-queue';
import type { AttemptMessage, FinishReply } from '@/components/quiz/change-queue-model';
import { changeStorage } from '@/components/quiz/change-storage';
import type { AttemptId, EventId, LearnerId } from '@/lib/base/ids';
import { type Instant, SECOND_MS } from '@/lib/base/time';
import { emptySlot } from '@/lib/quiz/fold-slots';
import type {
  Attempt,
  AttemptView,
  Change,
  ChangeResult,
  ChangesReply,
  Explanation,
  SlotState,
} from '@/lib/quiz/model';
import { inOrderMade, laidOver } from '@/lib/quiz/sitting-model';
import { aBrowser } from './browser-tabs';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const ATTEMPT_ID = '0197a000-0000-7000-8000-0000000000aa' as AttemptId;
const NOW = 1_770_000_000_000;
/** How many questions the block has. */
export const COUNT = 3;

type Device = ReturnType<typeof aDevice>;
export type Answering = (batch: readonly Change[], device: Device) => Delivery<ChangesReply>;

/** A browser with a disk of its own, in which tabs open and die, and a server that folds what it is sent. */
export function aDevice(factory?: () => IDBFactory) {
  const disk = new IDBFactory();
  const browser = aBrowser();
  const stored = new Map<string, Change>();
  let clock = NOW;
  let finished: Attempt['finished'] = null;
  const device = {
    log: [] as string[],
    losesFinish: 0,
    /** By the server. */
    deadlineAt: null as Instant | null,
    ends: 0,
    bodies: [] as string[],
    tab,
    quiet: browser.quiet,
    stands,
    known,
    answer,
    view,
  };

  function stands(): readonly SlotState[] {
    const blank = Array.from({ length: COUNT }, (_, slot) => emptySlot(slot));
    return laidOver(blank, [...stored.values()].sort(inOrderMade));
  }

  function known(): readonly number[] {
    return [...stored.keys()].map((id) => numberOf(id)).sort((left, right) => left - right);
  }

  function attempt(): Attempt {
    return {
      id: ATTEMPT_ID,
      purpose: 'block',
      mode: 'exam',
      timing: { kind: 'untimed' },
      latePolicy: 'refuse',
      startedAt: NOW,
      deadlineAt: device.deadlineAt,
      graceMs: 5 * SECOND_MS,
      finished,
    };
  }

  /** What was revealed is explained; of an explanation nothing matters here but its slot. */
  function told(): readonly Explanation[] {
    const revealed = [...stored.values()].filter(({ kind }) => kind === 'reveal');
    return revealed.map(({ slot }) => ({ slot }) as Explanation);
  }

  function standing() {
    clock += 1;
    const rev = Math.max(0, ...[...stored.values()].map((change) => change.rev));
    return { now: clock, attempt: attempt(), slots: stands(), rev, explanations: told() };
  }

  function view(): AttemptView {
    return { ...standing(), questions: [] };
  }

  function answer(batch: readonly Change[]): Delivery<ChangesReply> {
    const results = batch.map((change): ChangeResult => {
      if (finished !== null)
        return { id: change.id, status: 'refused', why: 'finished', message: 'It is over.' };
      const isNew = !stored.has(change.id);
      stored.set(change.id, change);
      return { id: change.id, status: isNew ? 'stored' : 'duplicate' };
    });
    return { kind: 'answered', reply: { version: 'test', results, ...standing() } };
  }

  function end(meant: Instant | null): Delivery<FinishReply> {
    if (finished === null && (meant === null || meant === device.deadlineAt)) {
      device.ends += 1;
      finished = { at: clock, by: 'learner' };
    }
    const reply = { now: standing().now, attempt: attempt() };
    device.losesFinish -= 1;
    return device.losesFinish >= 0 ? { kind: 'unreachable' } : { kind: 'answered', reply };
  }

  /** A tab whose requests meet the given outcomes in turn, then answers; its time moves by `elapse`. */
  function tab(outcomes: Answering[] = [], learnerId: LearnerId = LEARNER) {
    const { read, write } = deviceDatabase(factory ?? (() => disk));
    const storage = changeStorage(
      {
        read: (store, body) => browser.watched(read(store, body)),
        write: (store, body) => browser.watched(write(store, body)),
      },
      learnerId,
      ATTEMPT_ID,
    );
    const sent: number[][] = [];
    const had: (readonly number[])[] = [];
    const { tabs, schedule, pauses, elapse, kill, request } = browser.tab<AttemptMessage>(learnerId);
    const queue = createChangeQueue({
      transport: {
        send: (batch, have) =>
          request(() => {
            sent.push(batch.map(({ id }) => numberOf(id)));
            had.push(have);
            device.bodies.push(JSON.stringify({ changes: batch, have }));
            const delivery = (outcomes.shift() ?? device.answer)(batch, device);
            if (delivery.kind !== 'answered') return delivery;
            device.log.push('changes');
            const explanations = delivery.reply.explanations.filter(({ slot }) => !have.includes(slot));
            return { kind: 'answered', reply: { ...delivery.reply, explanations } };
          }),
        finish: (deadlineAt) =>
          request(() => {
            const delivery = end(deadlineAt);
            if (delivery.kind === 'answered') device.log.push('finish');
            return delivery;
          }),
      },
      storage,
      tabs,
      schedule,
      random: () => 0.5,
      now: () => clock,
    });
    return {
      queue,
      sent,
      /** With each request: the slots whose explanations the tab said it has. */
      had,
      pauses,
      quiet: browser.quiet,
      elapse,
      kill,
      async disk() {
        const { changes, finish } = await storage.load();
        return { changes: changes.map(({ id }) => numberOf(id)), finish };
      },
    };
  }
  return device;
}

export const lost: Answering = () => ({ kind: 'unreachable' });
export const busyNow: Answering = () => ({ kind: 'busy', retryAfterMs: null });
export const storedButLost: Answering = (batch, device) => {
  device.answer(batch);
  return { kind: 'unreachable' };
};
export const settledTwice: Answering = (batch, device) => {
  device.answer(batch);
  return device.answer(batch);
};
export const refuseFirst: Answering = ([first, ...others], device) => {
  const exchange = device.answer(others);
  if (exchange.kind !== 'answered' || first === undefined) return exchange;
  const refusal: ChangeResult = {
    id: first.id,
    status: 'refused',
    why: 'unknown-option',
    message: 'No such option.',
  };
  return { ...exchange, reply: { ...exchange.reply, results: [refusal, ...exchange.reply.results] } };
};

export function choose(number: number, option: string): Change {
  return { id: idOf(number), slot: 0, rev: number, madeAt: NOW + number, kind: 'choose', option };
}

export function reveal(number: number, slot: number): Change {
  return { id: idOf(number), slot, rev: number, madeAt: NOW + number, kind: 'reveal' };
}

export function spent(number: number, ms: number): Change {
  return { id: idOf(number), slot: 0, rev: number, madeAt: NOW + number, kind: 'spent', ms };
}

export function idOf(number: number): EventId {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId;
}

export function numberOf(id: string): number {
  return Number(id.slice(-12));
}

export function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
