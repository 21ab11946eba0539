import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import type { AttemptId, CardUid, EventId, ItemUid, LearnerId } from '@/lib/base/ids';
import { connect, type Db } from '@/lib/db/connect';
import { logsOf } from '@/lib/db/event-log';
import { statePage } from '@/lib/db/exporting';
import type { CaseEvent } from '@/lib/quiz/case-event';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import type { SentEvent } from '@/lib/scheduling/inputs';
import { replay } from '@/lib/scheduling/replay';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase, emptyDatabaseFile } from '@/lib/testing/database';
import { person } from '@/lib/testing/people';
import { statesOf } from '@/lib/testing/states';
import { ctxOf, NOW, newUids, publishCards, review, voidOf } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { fileEvents } from '../scheduling/file-events';
import { claimLearner } from './claim-learner';
import { identifyGuest } from './identify-guest';
import { startAsGuest } from './start-as-guest';

async function guestWith(db: Db, tokenHash: string): Promise<LearnerId> {
  return startAsGuest(ctxOf(db, { kind: 'nobody' }), { tokenHash, tz: 'Europe/Berlin' });
}

async function send(db: Db, learnerId: LearnerId, events: readonly SentEvent[], as = learnerId) {
  if (events.length === 0) return [];
  const actor = { kind: 'learner', learnerId } as const;
  const result = await answerCards(ctxOf(db, actor), { learnerId: as, sentAt: NOW, events: [...events] });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function eventIds(db: Db, learnerId: LearnerId): Promise<readonly string[]> {
  const rows = await db.read.reviewEvent.findMany({ where: { learnerId }, select: { id: true } });
  return rows.map(({ id }) => id).sort();
}

async function expectStatesToBeFolds(db: Db, learnerId: LearnerId, uids: readonly CardUid[]) {
  const pairs = uids.map((cardUid) => ({ learnerId, cardUid }));
  const logs = await logsOf(db.read, pairs);
  const states = new Map((await statesOf(db, learnerId)).map(({ cardUid, state }) => [cardUid, state]));
  for (const cardUid of uids) {
    const log = logs.filter((entry) => entry.cardUid === cardUid).map(({ event }) => event);
    if (log.length === 0) expect(states.has(cardUid)).toBe(false);
    else expect(states.get(cardUid)).toEqual(replay(log, DEFAULT_PARAMS, { learnerId, cardUid }));
  }
}

test('signing up keeps the guest’s learner with its history, and the cookie opens it no longer', async () => {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const learnerId = await guestWith(db, 'token');
  await send(db, learnerId, [review(card)]);
  const before = await statesOf(db, learnerId);
  const ada = await person(db, 'ada@example.org', { from: { kind: 'learner', learnerId } });
  expect(ada.learnerId).toBe(learnerId);
  expect(await statesOf(db, learnerId)).toEqual(before);
  expect(await identifyGuest({ db }, { tokenHash: 'token' })).toEqual({ kind: 'nobody' });
});

test('what a guest did comes into the account, and what the device sends later as that guest does too', async () => {
  const db = await emptyDatabase();
  const uids = newUids(2);
  const [first, second] = uids as [CardUid, CardUid];
  await publishCards(db, uids);
  const ada = await person(db, 'ada@example.org');
  const guest = await guestWith(db, 'token');
  await send(db, guest, [review(first)]);
  expect(await claimLearner(ctxOf(db, ada), { tokenHash: 'token' })).toEqual({ ok: true, value: 1 });
  const late = review(second);
  expect(await send(db, ada.learnerId, [late], guest)).toMatchObject([{ status: 'stored' }]);
  expect(await eventIds(db, ada.learnerId)).toHaveLength(2);
  await expectStatesToBeFolds(db, ada.learnerId, uids);
});

test('R28 a guest’s attempts are the account’s from then on, running ones too, each still the one its events name', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, vignette('polio', 'A girl of four cannot lift her leg.')));
  const { uid: itemUid, conceptUid } = await db.read.item.findFirstOrThrow();
  const item = { itemUid: itemUid as ItemUid, chosen: ['B'] };
  const [ada, bob] = [await person(db, 'ada@example.org'), await person(db, 'bob@example.org')];
  const guest = await guestWith(db, 'token');
  const mine = await satAttempt(db, ada.learnerId, [item], { startedAt: NOW - 3 * 60_000 });
  const others = await satAttempt(db, bob.learnerId, [item]);
  const done = await satAttempt(db, guest, [item], { startedAt: NOW - 2 * 60_000 });
  const running = await satAttempt(db, guest, [item], { finishedAt: null, retryOf: done });
  const { presentationId } = await db.read.attemptItem.findFirstOrThrow({ where: { attemptId: done } });
  const answered = caseOf(conceptUid as CardUid, { itemUid: item.itemUid, attemptId: done, presentationId });
  await db.write((tx) =>
    fileEvents(tx, [
      { learnerId: guest, sentAt: NOW, receivedAt: NOW, madeBy: 'server', events: [answered] },
    ]),
  );
  const whole = () =>
    db.read.attempt.findMany({
      include: { items: true, changes: true },
      omit: { learnerId: true },
      orderBy: { id: 'asc' },
    });
  const before = await whole();
  expect(await claimLearner(ctxOf(db, ada), { tokenHash: 'token' })).toEqual({ ok: true, value: 1 });
  expect(await whole()).toEqual(before);
  expect(before.find(({ id }) => id === running)).toMatchObject({ purpose: 'retry', retryOf: done });
  const owners = await db.read.attempt.findMany({ select: { id: true, learnerId: true } });
  expect(new Map(owners.map(({ id, learnerId }) => [id, learnerId]))).toEqual(
    new Map<string, string>([
      [mine, ada.learnerId],
      [others, bob.learnerId],
      [done, ada.learnerId],
      [running, ada.learnerId],
    ]),
  );
  const log = await db.read.reviewEvent.findMany({ where: { learnerId: ada.learnerId } });
  expect(log).toMatchObject([{ id: answered.id, kind: 'case', presentationId }]);
  expect(JSON.parse(log[0]?.payload ?? '')).toMatchObject({ attemptId: done });
  await expectStatesToBeFolds(db, ada.learnerId, [conceptUid as CardUid]);
  const page = { learnerId: ada.learnerId, after: null, limit: 9 };
  expect(await statePage(db.read, page)).toMatchObject([{ cardUid: conceptUid, card: 'signs/polio:case' }]);
});

test('a guest’s answers are nobody else’s: another account may not send them as its own', async () => {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const [ada, bob] = [await person(db, 'ada@example.org'), await person(db, 'bob@example.org')];
  const guest = await guestWith(db, 'token');
  await claimLearner(ctxOf(db, ada), { tokenHash: 'token' });
  expect(await send(db, bob.learnerId, [review(card)], guest)).toMatchObject([
    { status: 'rejected', code: 'another-learner' },
  ]);
});

test('a guest or nobody claims nothing', async () => {
  const db = await emptyDatabase();
  const guest = await guestWith(db, 'token');
  for (const actor of [{ kind: 'nobody' }, { kind: 'learner', learnerId: guest }] as const) {
    expect(await claimLearner(ctxOf(db, actor), { tokenHash: 'token' })).toEqual({
      ok: false,
      error: 'not-allowed',
    });
  }
});

function caseOf(
  cardUid: CardUid,
  { presentationId, ...shown }: Readonly<{ itemUid: ItemUid; attemptId: AttemptId; presentationId: string }>,
): CaseEvent {
  const told = { option: 'B', correct: false, confidence: null, spentMs: 0, purpose: 'block' } as const;
  return {
    id: v7() as EventId,
    kind: 'case',
    cardUid,
    answeredAt: NOW,
    tz: 'UTC',
    grade: 1,
    placedDays: null,
    presentationId,
    outcome: { ...told, ...shown, version: 1 },
  };
}

type Move = Readonly<{ who: 0 | 1; card: number; grade: 1 | 2 | 3 | 4; minutes: number; undo: boolean }>;

const aMove: fc.Arbitrary<Move> = fc.record({
  who: fc.constantFrom(0, 1),
  card: fc.nat(3),
  grade: fc.constantFrom(1, 2, 3, 4),
  minutes: fc.nat(60 * 24 * 30),
  undo: fc.boolean(),
});

test('R28 whatever account and guest did, in whatever order: nothing is lost, nothing doubled, state = fold', async () => {
  const file = emptyDatabaseFile();
  const db = await connect(file);
  onTestFinished(() => db.close());
  const uids = newUids(4);
  await publishCards(db, uids);
  await fc.assert(
    fc.asyncProperty(fc.array(aMove, { maxLength: 12 }), fc.boolean(), async (moves, shareAnEvent) => {
      const tokenHash = v7();
      const ada = await person(db, `${v7()}@example.org`);
      const guest = await guestWith(db, tokenHash);
      const sent: [SentEvent[], SentEvent[]] = [[], []];
      for (const { who, card, grade, minutes, undo } of moves) {
        const answer = review(uids[card] as CardUid, { grade, answeredAt: NOW - minutes * 60_000 });
        sent[who].push(answer, ...(undo ? [voidOf(answer)] : []));
      }
      // The very same event in both logs, as when an earlier claim was interrupted after copying.
      if (shareAnEvent && sent[0][0] !== undefined) sent[1].push(sent[0][0]);
      await send(db, ada.learnerId, sent[0]);
      await send(db, guest, sent[1]);
      await claimLearner(ctxOf(db, ada), { tokenHash });
      const expected = [...new Set([...sent[0], ...sent[1]].map(({ id }) => id as string))].sort();
      expect(await eventIds(db, ada.learnerId)).toEqual(expected);
      await expectStatesToBeFolds(db, ada.learnerId, uids);
      const once = await statesOf(db, ada.learnerId);
      expect(await claimLearner(ctxOf(db, ada), { tokenHash })).toEqual({ ok: true, value: 0 });
      expect(await statesOf(db, ada.learnerId)).toEqual(once);
      expect(await eventIds(db, ada.learnerId)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});
