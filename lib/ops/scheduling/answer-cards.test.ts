import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, MINUTE_MS } from '@/lib/base/time';
import { connect, type Db } from '@/lib/db/connect';
import { logsOf } from '@/lib/db/event-log';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { replay } from '@/lib/scheduling/replay';
import { emptyDatabase, emptyDatabaseFile, otherConnection } from '@/lib/testing/database';
import { statesOf } from '@/lib/testing/states';
import { ctxOf, guest, NOW, newUids, PUBLISHED_AT, publishCards, review, voidOf } from '@/lib/testing/study';
import { answerCards } from './answer-cards';

async function send(db: Db, learnerId: LearnerId, events: readonly unknown[], now = NOW, sentAt = now) {
  const ctx = ctxOf(db, { kind: 'learner', learnerId }, now);
  const result = await answerCards(ctx, { learnerId, sentAt, events: [...events] });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function study(cards = 4) {
  const db = await emptyDatabase();
  const uids = newUids(cards);
  await publishCards(db, uids);
  return { db, uids, learnerId: await guest(db), card: uids[0] as CardUid };
}

test('files an answer, folds it into the state and says when the card returns', async () => {
  const { db, learnerId, card } = await study();
  const answer = review(card, { grade: 4 });
  const [result] = await send(db, learnerId, [answer]);
  expect(result).toMatchObject({ id: answer.id, status: 'stored', seq: 1, effectiveAt: NOW });
  const [state] = await statesOf(db, learnerId);
  expect(state).toMatchObject({ cardUid: card, parameterSetId: DEFAULT_PARAMS.id });
  expect(result).toMatchObject({
    dueAt: state?.state.memory.kind === 'scheduled' && state.state.memory.dueAt,
  });
});

test('R01 acknowledges an answer sent again, alone or twice in one batch, and counts it once', async () => {
  const { db, learnerId, card } = await study();
  const answer = review(card);
  const [first, twin] = await send(db, learnerId, [answer, answer]);
  const before = await statesOf(db, learnerId);
  const [again] = await send(db, learnerId, [answer], NOW + DAY_MS);
  expect([first?.status, twin?.status, again?.status]).toEqual(['stored', 'duplicate', 'duplicate']);
  expect(again).toEqual({ ...first, status: 'duplicate' });
  expect(await statesOf(db, learnerId)).toEqual(before);
  expect(await db.read.reviewEvent.count()).toBe(1);
});

test('R16 a second answer to the same showing is acknowledged as the first and not counted', async () => {
  const { db, learnerId, card } = await study();
  const answer = review(card, { grade: 3 });
  const slip = review(card, { grade: 1, presentationId: answer.presentationId });
  await send(db, learnerId, [answer]);
  const [result] = await send(db, learnerId, [slip]);
  expect(result).toMatchObject({ id: slip.id, status: 'duplicate', storedId: answer.id });
  expect(await db.read.reviewEvent.count()).toBe(1);
});

test('R02 another answer under an id that is taken is rejected and the first one stands', async () => {
  const { db, learnerId, card } = await study();
  const answer = review(card, { grade: 3 });
  await send(db, learnerId, [answer]);
  const [result] = await send(db, learnerId, [{ ...answer, grade: 1 }]);
  expect(result).toMatchObject({ id: answer.id, status: 'rejected', code: 'id-taken' });
  expect((await db.read.reviewEvent.findFirst())?.grade).toBe(3);
});

test('R03 the same id from two learners is two answers, and neither learns of the other', async () => {
  const { db, learnerId, card } = await study();
  const other = await guest(db);
  const answer = review(card);
  const [mine] = await send(db, learnerId, [answer]);
  const [theirs] = await send(db, other, [{ ...answer, grade: 1 }]);
  expect([mine?.status, theirs?.status]).toEqual(['stored', 'stored']);
  expect((await statesOf(db, learnerId))[0]?.state.memory).not.toEqual(
    (await statesOf(db, other))[0]?.state.memory,
  );
});

test('R13 a batch of another learner is kept out, item by item, and nothing of it is filed', async () => {
  const { db, learnerId, card } = await study();
  const other = await guest(db);
  const answer = review(card);
  const result = await answerCards(ctxOf(db, { kind: 'learner', learnerId: other }), {
    learnerId,
    sentAt: NOW,
    events: [answer],
  });
  expect(result).toMatchObject({
    ok: true,
    value: [{ id: answer.id, status: 'rejected', code: 'another-learner' }],
  });
  expect(await db.read.reviewEvent.count()).toBe(0);
});

test('nobody without a learner files anything', async () => {
  const { db, learnerId, card } = await study();
  const batch = { learnerId, sentAt: NOW, events: [review(card)] };
  expect(await answerCards(ctxOf(db, { kind: 'nobody' }), batch)).toEqual({ ok: false, error: 'no-learner' });
  expect(await answerCards(ctxOf(db, { kind: 'operator' }), batch)).toEqual({
    ok: false,
    error: 'no-learner',
  });
});

test('R10 an unknown card harms only its own answer', async () => {
  const { db, learnerId, card } = await study();
  const results = await send(db, learnerId, [review(v7() as CardUid), review(card)]);
  expect(results).toMatchObject([{ status: 'rejected', code: 'unknown-card' }, { status: 'stored' }]);
});

test('R08 an answer to a retired card is filed: the person gave it', async () => {
  const { db, learnerId, card } = await study();
  await db.write((tx) => tx.card.update({ where: { uid: card }, data: { retiredAt: BigInt(NOW) } }));
  expect(await send(db, learnerId, [review(card)])).toMatchObject([{ status: 'stored' }]);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 7],
  ['R21 grade 0', { grade: 0 }],
  ['grade 5', { grade: 5 }],
  ['a grade in words', { grade: '3' }],
  ['no grade', { grade: null }],
  ['a negative duration', { tookMs: -1 }],
  ['an endless duration', { tookMs: 1e12 }],
  ['T09 seconds for milliseconds', { answeredAt: Math.floor(NOW / 1000) }],
  ['a fraction of a millisecond', { answeredAt: NOW + 0.5 }],
  ['a zone that is none', { tz: 'Mars/Olympus' }],
  ['an id that is no UUID', { id: 'x' }],
  ['a random UUID for an id', { id: '6f9619ff-8b86-4011-b42d-00cf4fc964ff' }],
  ['R20 a state of its own making', { stability: 9_999 }],
  ['a kind from the future', { kind: 'transcend' }],
])('%s is rejected as malformed, with the reason, and the rest of the batch is filed', async (_, broken) => {
  const { db, learnerId, card } = await study();
  const event = typeof broken === 'object' && broken !== null ? { ...review(card), ...broken } : broken;
  const results = await send(db, learnerId, [review(card), event, review(card)]);
  expect(results.map(({ status }) => status)).toEqual(['stored', 'rejected', 'stored']);
  expect(results[1]).toMatchObject({ code: 'malformed', message: expect.stringMatching(/\(.+: .+\)/) });
});

test.each([
  [
    'T02 an answer from the far future counts at most five minutes after it came',
    NOW + 50 * 365 * DAY_MS,
    NOW + 5 * MINUTE_MS,
  ],
  ['an answer from before the card existed counts from when the card came', Date.UTC(2001, 0), PUBLISHED_AT],
  [
    'R05 an answer of four hundred days ago is filed, from when the card came',
    NOW - 400 * DAY_MS,
    PUBLISHED_AT,
  ],
  ['R05 an answer of last month counts last month', NOW - 30 * DAY_MS, NOW - 30 * DAY_MS],
  ['an answer of last week counts last week', NOW - 7 * DAY_MS, NOW - 7 * DAY_MS],
])('%s', async (_, answeredAt, effectiveAt) => {
  const { db, learnerId, card } = await study();
  const [result] = await send(db, learnerId, [review(card, { answeredAt })]);
  expect(result).toMatchObject({ status: 'stored', effectiveAt });
  expect(Number((await db.read.reviewEvent.findFirst())?.answeredAt)).toBe(answeredAt);
});

test('T03 a clock that is an hour off is put right by what it said when sending', async () => {
  const { db, learnerId, card } = await study();
  const ahead = 60 * MINUTE_MS;
  const answer = review(card, { answeredAt: NOW - 10 * MINUTE_MS + ahead });
  expect(await send(db, learnerId, [answer], NOW, NOW + ahead)).toMatchObject([
    { effectiveAt: NOW - 10 * MINUTE_MS },
  ]);
});

test('R17 undo restores the state before, also when it arrives first', async () => {
  const { db, learnerId, uids } = await study();
  const [one, two] = uids as [CardUid, CardUid];
  for (const uid of [one, two]) await send(db, learnerId, [review(uid, { answeredAt: NOW - DAY_MS })]);
  const before = await statesOf(db, learnerId);
  const answers = [review(one), review(two)] as const;
  await send(db, learnerId, [answers[0]]);
  await send(db, learnerId, [voidOf(answers[0])]);
  await send(db, learnerId, [voidOf(answers[1])]);
  await send(db, learnerId, [answers[1]]);
  const memories = (states: typeof before) => states.map(({ cardUid, state }) => [cardUid, state.memory]);
  expect(memories(await statesOf(db, learnerId))).toEqual(memories(before));
});

test('a learner who answers elsewhere has moved there', async () => {
  const { db, learnerId, card } = await study();
  await send(db, learnerId, [review(card, { tz: 'Asia/Tokyo' })]);
  expect((await db.read.learner.findUnique({ where: { id: learnerId } }))?.tz).toBe('Asia/Tokyo');
});

test('R10 an event that the database itself refuses harms no other, in its batch or in its group', async () => {
  const { db, learnerId, card } = await study();
  const other = await guest(db);
  otherConnection(db.file).exec(`CREATE TRIGGER poison BEFORE INSERT ON "ReviewEvent" WHEN NEW."tookMs" = 666
    BEGIN SELECT RAISE(ABORT, 'poison'); END`);
  const [mine, theirs] = await Promise.all([
    send(db, learnerId, [review(card), review(card, { tookMs: 666 }), review(card)]),
    send(db, other, [review(card)]),
  ]);
  expect(mine.map(({ status }) => status)).toEqual(['stored', 'failed', 'stored']);
  expect(theirs.map(({ status }) => status)).toEqual(['stored']);
  expect(await db.read.reviewEvent.count()).toBe(3);
});

test('while another process holds the database nothing is filed, and the batch may be sent again', async () => {
  const file = emptyDatabaseFile();
  const db = await connect(file, { busyTimeoutMs: 20 });
  onTestFinished(() => db.close());
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const learnerId = await guest(db);
  const batch = { learnerId, sentAt: NOW, events: [review(card)] };
  const ctx = ctxOf(db, { kind: 'learner', learnerId });

  const other = otherConnection(file);
  other.exec('BEGIN IMMEDIATE');
  expect(await answerCards(ctx, batch)).toEqual({ ok: false, error: 'busy' });
  other.exec('ROLLBACK');
  expect(await answerCards(ctx, batch)).toMatchObject({ ok: true, value: [{ status: 'stored' }] });
});

type Act = Readonly<{ who: 0 | 1; event: SentEvent }>;

/** What two learners do to three cards within a year: answers, undos and puttings away, in the order they happen. */
const historyOf = (uids: readonly CardUid[]): fc.Arbitrary<readonly Act[]> =>
  fc
    .array(
      fc.record({
        who: fc.constantFrom(0 as const, 1 as const),
        cardUid: fc.constantFrom(...uids),
        kind: fc.constantFrom('review', 'review', 'review', 'void', 'suspend', 'resume', 'bury', 'reset'),
        grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        minutes: fc.integer({ min: 0, max: 20_000 }),
        target: fc.nat(20),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((draws) => {
      let answeredAt = NOW - 365 * DAY_MS;
      const acts: Act[] = [];
      for (const { who, cardUid, kind, grade, minutes, target } of draws) {
        answeredAt = Math.min(answeredAt + minutes * MINUTE_MS, NOW);
        const base = { id: v7() as EventId, cardUid, answeredAt, tz: 'Europe/Berlin' };
        const before = acts.filter((act) => act.who === who && act.event.cardUid === cardUid);
        const undone = before[target % Math.max(1, before.length)]?.event;
        if (kind === 'review') acts.push({ who, event: review(cardUid, { ...base, grade }) });
        else if (kind !== 'void') acts.push({ who, event: { ...base, kind } });
        else if (undone !== undefined) acts.push({ who, event: { ...base, kind, targetId: undone.id } });
      }
      return acts;
    });

const uids = newUids(3);

test('R04 R06 I1 I2 I4 I5 I8 whatever order, split and repetition events arrive in, the states are the same and equal the fold of the log', async () => {
  const [straight, tangled] = [await emptyDatabase(), await emptyDatabase()];
  for (const db of [straight, tangled]) await publishCards(db, uids);
  const chance = fc.infiniteStream(fc.nat());
  await fc.assert(
    fc.asyncProperty(historyOf(uids), chance, async (acts, random) => {
      const draw = () => random.next().value as number;
      const learners = [v7() as LearnerId, v7() as LearnerId] as const;
      for (const db of [straight, tangled]) for (const id of learners) await guest(db, id);

      for (const { who, event } of acts) await send(straight, learners[who], [event]);
      const arrivals = [...acts, ...acts.filter(() => draw() % 3 === 0)]
        .map((act) => ({ act, turn: draw() }))
        .sort((a, b) => a.turn - b.turn)
        .map(({ act }) => act);
      while (arrivals.length > 0) {
        const together = arrivals.splice(0, 1 + (draw() % 6));
        await Promise.all(
          learners.map((id, who) => {
            const mine = together.filter((act) => act.who === who).map(({ event }) => event);
            return mine.length === 0 ? null : send(tangled, id, mine);
          }),
        );
      }

      for (const [who, learnerId] of learners.entries()) {
        const states = await statesOf(tangled, learnerId);
        expect(states).toEqual(await statesOf(straight, learnerId));
        const pairs = states.map(({ cardUid }) => ({ learnerId, cardUid }));
        const filed = await logsOf(tangled.read, pairs);
        for (const { cardUid, state } of states) {
          const log = filed.filter((entry) => entry.cardUid === cardUid).map(({ event }) => event);
          expect(state).toEqual(replay(log, DEFAULT_PARAMS, { learnerId, cardUid }));
        }
        const sent = acts.filter((act) => act.who === who).map(({ event }) => event.id);
        expect(filed.map(({ event }) => event.id).sort()).toEqual(sent.sort());
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('R18 undo on one device takes back only its own answer, not that of another device', async () => {
  const { db, learnerId, card } = await study();
  const [mine, theirs] = [
    review(card, { answeredAt: NOW - 2 * DAY_MS }),
    review(card, { answeredAt: NOW - DAY_MS }),
  ];
  await send(db, learnerId, [mine]);
  await send(db, learnerId, [theirs]);
  await send(db, learnerId, [voidOf(mine)]);
  const [after] = await statesOf(db, learnerId);
  const other = await guest(db);
  await send(db, other, [theirs]);
  const [alone] = await statesOf(db, other);
  expect(after?.state.memory).toMatchObject({ kind: 'scheduled', reps: 1 });
  expect(alone?.state.memory).toMatchObject({ kind: 'scheduled', reps: 1 });
  expect(after?.state.introducedDay).toBe(alone?.state.introducedDay);
});

test('T04 a server clock that is set back loses nothing, and each receipt still has its place in the log', async () => {
  const { db, learnerId, card } = await study();
  const answers = [NOW, NOW - 3 * DAY_MS, NOW + 1_000].map((now) => ({
    now,
    event: review(card, { answeredAt: now }),
  }));
  for (const { now, event } of answers) {
    expect(await send(db, learnerId, [event], now)).toMatchObject([{ status: 'stored' }]);
  }
  const log = await db.read.reviewEvent.findMany({ orderBy: { seq: 'asc' } });
  expect(log.map(({ id }) => id)).toEqual(answers.map(({ event }) => event.id));
  const [state] = await statesOf(db, learnerId);
  const filed = await logsOf(db.read, [{ learnerId, cardUid: card }]);
  const events = filed.map(({ event }) => event);
  expect(state?.state).toEqual(replay(events, DEFAULT_PARAMS, { learnerId, cardUid: card }));
});

test('R24 five thousand answers to one card are folded anew when one comes late', async () => {
  const { db, learnerId, card } = await study();
  const many = Array.from({ length: 5_000 }, (_, index) =>
    review(card, { answeredAt: NOW - (5_000 - index) * MINUTE_MS }),
  );
  for (let start = 0; start < many.length; start += 200) {
    await send(db, learnerId, many.slice(start, start + 200));
  }
  await send(db, learnerId, [review(card, { answeredAt: NOW - 6_000 * MINUTE_MS })]);
  expect(await db.read.reviewEvent.count()).toBe(5_001);
  const filed = await logsOf(db.read, [{ learnerId, cardUid: card }]);
  const events = filed.map(({ event }) => event);
  const [state] = await statesOf(db, learnerId);
  expect(state?.state).toEqual(replay(events, DEFAULT_PARAMS, { learnerId, cardUid: card }));
}, 60_000);
