import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '@/components/offline/outbox';
import type { Outbox, Transport } from '@/components/offline/outbox-model';
import type { AcknowledgedEvent, OutboxStorage, RejectedEvent } from '@/components/offline/outbox-storage';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { connect, type Db } from '@/lib/db/connect';
import { logsOf } from '@/lib/db/event-log';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import type { SentBatch, SentEvent } from '@/lib/scheduling/inputs';
import { type Grade, type LogEvent, NEW_CARD } from '@/lib/scheduling/model';
import { replay } from '@/lib/scheduling/replay';
import { emptyDatabaseFile } from '@/lib/testing/database';
import { statesOf } from '@/lib/testing/states';
import { ctxOf, guest, NOW, newUids, publishCards, review, voidOf } from '@/lib/testing/study';
import { answerCards } from './answer-cards';

type Delivery = Awaited<ReturnType<Transport>>;

const CARDS = 3;
const UNKNOWN_CARD = '0197a000-0000-4000-8000-0000000000ff' as CardUid;

/** What the network makes of a request: `late` arrives when nobody waits for it any more, after younger ones. */
type Fate = 'through' | 'lost' | 'reply-lost' | 'twice' | 'late';
type Step = Readonly<{
  device: number;
  act:
    | 'answer'
    | 'undo'
    | 'redo'
    | 'unknown-card'
    | 'kill-tab'
    | 'try-again'
    | 'restart-server'
    | 'deliver-late';
  card: number;
  grade: Grade;
  passMs: number;
}>;

const aFate = fc.constantFrom<Fate>('through', 'lost', 'reply-lost', 'twice', 'late');
const aStep: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(2),
  act: fc.constantFrom(
    ...(['answer', 'answer', 'answer', 'undo', 'redo', 'unknown-card'] as const),
    ...(['kill-tab', 'try-again', 'restart-server', 'deliver-late'] as const),
  ),
  card: fc.nat(CARDS - 1),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
  passMs: fc.constantFrom(0, 1, 1_000, 10 * MINUTE_MS, 3 * HOUR_MS, 2 * DAY_MS),
});
/** A right clock, small errors that are believed, and large ones that are put right. */
const aSkew = fc.constantFrom(0, 0, 1_500, -4 * MINUTE_MS, 2 * HOUR_MS, -3 * DAY_MS);

describe('I9: devices that were apart', () => {
  it('R01 R04 R06 R10 R11 R13 R14 R17 R18 R19: agree with the server after any loss, copy, delay, kill and restart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aStep, { minLength: 1, maxLength: 25 }),
        fc.array(aFate, { minLength: 1, maxLength: 12 }),
        fc.tuple(aSkew, aSkew, aSkew),
        async (steps, fates, skews) => {
          const world = await aWorld(fates, skews);
          try {
            for (const step of steps) await world.perform(step);
            await world.finalSync();
            await world.expectAgreement();
          } finally {
            await world.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('R07: break a tie of the same instant by id, in whatever order the two arrive', async () => {
    const first = (uid: CardUid) => review(uid, { id: idOf(1), grade: 1 });
    const second = (uid: CardUid) => review(uid, { id: idOf(2), grade: 4 });
    const states = [];
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      const { server, learnerId, uid } = await aServer();
      for (const event of order) await server.receive(batchOf(learnerId, [event(uid)]), NOW);
      const [kept] = await statesOf(server.db(), learnerId);
      states.push({ ...kept?.state, memory: { ...kept?.state.memory, dueAt: null, intervalDays: null } });
      await server.close();
    }
    expect(states[0]).toEqual(states[1]);
    expect(states[0]?.lastEvent?.id).toBe(idOf(2));
  });

  it.each([30, 400])(
    'R05: take an answer in that comes %i days late, at its own place in the log',
    async (days) => {
      const { server, learnerId, uid } = await aServer();
      const late = review(uid, { answeredAt: NOW, grade: 3 });
      const since = review(uid, { answeredAt: NOW + (days - 1) * DAY_MS, grade: 3 });
      await server.receive(batchOf(learnerId, [since]), since.answeredAt);
      const receivedAt = NOW + days * DAY_MS;
      const { results } = await server.receive(
        { ...batchOf(learnerId, [late]), sentAt: receivedAt },
        receivedAt,
      );
      expect(results).toMatchObject([{ status: 'stored', effectiveAt: NOW }]);
      const [kept] = await statesOf(server.db(), learnerId);
      expect(kept?.state.memory).toMatchObject({ reps: 2 });
      expect(kept?.state.lastEvent?.id).toBe(since.id);
      await server.close();
    },
  );

  it('R16: count one answer for one showing, though two tabs sent one each', async () => {
    const { server, learnerId, uid } = await aServer();
    const presentationId = v7();
    await server.receive(batchOf(learnerId, [review(uid, { presentationId, grade: 3 })]), NOW);
    const { results } = await server.receive(
      batchOf(learnerId, [review(uid, { presentationId, grade: 1 })]),
      NOW,
    );
    expect(results).toMatchObject([{ status: 'duplicate' }]);
    const [kept] = await statesOf(server.db(), learnerId);
    expect(kept?.state.memory).toMatchObject({ reps: 1 });
    await server.close();
  });

  it('R18: undo on one device what was answered there, and nothing of what the other answered since', async () => {
    const { server, learnerId, uid } = await aServer();
    const here = review(uid, { answeredAt: NOW, grade: 1 });
    const there = review(uid, { answeredAt: NOW + HOUR_MS, grade: 3 });
    const undone = voidOf(here, { answeredAt: NOW + MINUTE_MS });
    // R17: the undo arrives before what it undoes, and a copy of that once more at the end.
    for (const event of [there, undone, here, here]) {
      await server.receive(batchOf(learnerId, [event]), NOW + 2 * HOUR_MS);
    }
    const alone = await aServer();
    const only = { ...there, cardUid: alone.uid };
    await alone.server.receive(batchOf(alone.learnerId, [only]), NOW + 2 * HOUR_MS);
    const [kept] = await statesOf(server.db(), learnerId);
    const [expected] = await statesOf(alone.server.db(), alone.learnerId);
    expect(kept?.state.memory).toMatchObject({ reps: 1, phase: 'learning' });
    expect(kept?.state.introducedDay).toBe(expected?.state.introducedDay);
    await server.close();
    await alone.server.close();
  });
});

/** A server on a real database file that can be restarted, with a learner and some cards. */
async function aServer() {
  const file = emptyDatabaseFile();
  let db: Db = await connect(file);
  const uids = newUids(CARDS);
  await publishCards(db, uids);
  const learnerId = await guest(db);
  const server = {
    db: () => db,
    close: () => db.close(),
    async restart() {
      await db.close();
      db = await connect(file);
    },
    /** The batch as it comes over the wire: as text. */
    async receive(batch: SentBatch, at: number) {
      const ctx = ctxOf(db, { kind: 'learner', learnerId }, at);
      const results = await answerCards(ctx, JSON.parse(JSON.stringify(batch)));
      if (!results.ok) throw new Error(results.error);
      return { results: results.value };
    },
  };
  return { server, learnerId, uids, uid: uids[0] as CardUid };
}

/** Three devices of one learner, a network in which requests meet the given fates in turn, and the server. */
async function aWorld(fates: readonly Fate[], skews: readonly number[]) {
  const { server, learnerId, uids } = await aServer();
  const all = new Map<EventId, SentEvent>();
  const stranded: SentBatch[] = [];
  let now = NOW;
  let requests = 0;
  let perfect = false;
  let working = 0;

  async function carry(batch: SentBatch): Promise<Delivery> {
    const fate = perfect ? 'through' : (fates[requests % fates.length] ?? 'through');
    requests += 1;
    if (fate === 'late') stranded.push(batch);
    if (fate === 'lost' || fate === 'late') return { kind: 'unreachable' };
    const reply = await server.receive(batch, now);
    if (fate === 'twice') return { kind: 'answered', reply: await server.receive(batch, now) };
    return fate === 'reply-lost' ? { kind: 'unreachable' } : { kind: 'answered', reply };
  }

  const devices = skews.map((skew) => aDevice(() => now + skew));

  function aDevice(clock: () => number) {
    const storage = diskOfItsOwn();
    const own: SentEvent[] = [];
    let tab = open();

    function open() {
      let task: (() => void) | null = null;
      const life = { alive: true };
      const outbox: Outbox = createOutbox({
        transport: async (events) => {
          // A killed tab hears of nothing any more, whatever becomes of its request.
          if (!life.alive) return new Promise<Delivery>(() => {});
          working += 1;
          const delivery = await carry({ learnerId, sentAt: clock(), events: [...events] });
          working -= 1;
          return life.alive ? delivery : new Promise<Delivery>(() => {});
        },
        storage: storage.as(life),
        tabs: { tell: () => {}, hear: () => {}, takeTurn: (turn) => turn() },
        schedule: (run) => {
          task = run;
          return () => {
            task = null;
          };
        },
        random: () => 0.5,
        now: clock,
      });
      return { outbox, life, elapse: () => task?.() };
    }

    return {
      storage,
      own,
      tab: () => tab,
      clock,
      give(event: SentEvent) {
        own.push(event);
        all.set(event.id, event);
        tab.outbox.add([event]);
      },
      kill() {
        tab.life.alive = false;
        tab = open();
      },
    };
  }

  async function quiet(): Promise<void> {
    for (let idle = 0; idle < 4; idle = working > 0 ? 0 : idle + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function perform({ device: index, act, card, grade, passMs }: Step): Promise<void> {
    now += passMs;
    const device = devices[index % devices.length];
    const uid = uids[card];
    if (device === undefined || uid === undefined) return;
    const answeredAt = device.clock();
    const target = device.own.findLast(({ kind }) => kind === (act === 'redo' ? 'void' : 'review'));
    if (act === 'answer') device.give(review(uid, { grade, answeredAt }));
    else if (act === 'unknown-card') device.give(review(UNKNOWN_CARD, { answeredAt }));
    else if ((act === 'undo' || act === 'redo') && target) device.give(voidOf(target, { answeredAt }));
    else if (act === 'kill-tab') device.kill();
    else if (act === 'try-again') device.tab().elapse();
    else if (act === 'restart-server') await server.restart();
    else if (act === 'deliver-late') await deliverLate();
    await quiet();
  }

  async function deliverLate(): Promise<void> {
    const batch = stranded.pop();
    if (batch !== undefined) await server.receive(batch, now);
  }

  async function finalSync(): Promise<void> {
    perfect = true;
    for (const device of devices) {
      for (let round = 0; round < 4; round += 1) {
        device.tab().elapse();
        device.tab().outbox.flush();
        await quiet();
      }
      expect(device.tab().outbox.snapshot().pending).toEqual([]);
    }
    while (stranded.length > 0) await deliverLate();
  }

  async function expectAgreement(): Promise<void> {
    const pairs = uids.map((cardUid) => ({ learnerId, cardUid }));
    const log = await logsOf(server.db().read, pairs);
    const known = [...all.values()].filter(({ cardUid }) => cardUid !== UNKNOWN_CARD);
    expect(log.map(({ event }) => event.id).sort()).toEqual(known.map(({ id }) => id).sort());
    const states = new Map(
      (await statesOf(server.db(), learnerId)).map(({ cardUid, state }) => [cardUid, state]),
    );
    for (const { storage } of devices) {
      const acknowledged = storage.acknowledged();
      for (const cardUid of uids) {
        // Each replica has the log in an order of its own, and of its own events what it was told.
        const entries = log
          .filter((entry) => entry.cardUid === cardUid)
          .map(
            ({ event }): LogEvent => ({
              ...event,
              effectiveAt: acknowledged.get(event.id) ?? event.effectiveAt,
            }),
          )
          .toSorted((left, right) => (left.id.slice(-6) < right.id.slice(-6) ? -1 : 1));
        const folded = replay(entries, DEFAULT_PARAMS, { learnerId, cardUid });
        expect(folded).toEqual(states.get(cardUid) ?? NEW_CARD);
      }
    }
    for (const { own, tab } of devices) {
      const lost = own.filter(({ cardUid }) => cardUid === UNKNOWN_CARD).map(({ id }) => id);
      const shown = tab()
        .outbox.snapshot()
        .rejected.map(({ event }) => event.id);
      expect(shown.sort()).toEqual(lost.sort());
    }
  }

  return { perform, finalSync, expectAgreement, close: () => server.close() };
}

/** A device's disk: it outlives its tabs, and a dead tab writes nothing more. */
function diskOfItsOwn() {
  const pending = new Map<EventId, SentEvent>();
  const acknowledged = new Map<EventId, AcknowledgedEvent>();
  const rejected = new Map<EventId, RejectedEvent>();
  const as = (life: Readonly<{ alive: boolean }>): OutboxStorage => ({
    load: async (ids) => ({
      pending: [...pending.values()],
      rejected: [...rejected.values()],
      settled: ids.filter((id) => acknowledged.has(id) || rejected.has(id)),
    }),
    keep: async (events) => {
      for (const event of events) {
        if (!acknowledged.has(event.id) && !rejected.has(event.id)) pending.set(event.id, event);
      }
    },
    settle: async (taken, refused) => {
      if (!life.alive) return;
      for (const one of taken) acknowledged.set(one.event.id, one);
      for (const one of refused) rejected.set(one.event.id, one);
      for (const { event } of [...taken, ...refused]) pending.delete(event.id);
    },
    dismiss: async () => {},
    adopt: async () => 0,
    reopen: async () => 0,
    prune: async () => {},
    answers: async () => [...acknowledged.values()],
  });
  return {
    as,
    acknowledged: () => new Map([...acknowledged].map(([id, { effectiveAt }]) => [id, effectiveAt])),
  };
}

function batchOf(learnerId: LearnerId, events: readonly SentEvent[]): SentBatch {
  return { learnerId, sentAt: Math.max(...events.map(({ answeredAt }) => answeredAt)), events: [...events] };
}

function idOf(number: number): EventId {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId;
}
