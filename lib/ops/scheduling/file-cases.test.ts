import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { AttemptId, CardUid, EventId, ItemUid, LearnerId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import type { FileableEvent } from '@/lib/db/event-log';
import { logsOf } from '@/lib/db/event-log';
import { answeredOn, dueCards, recentReviews } from '@/lib/db/study-queue';
import type { CaseEvent } from '@/lib/quiz/case-event';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { SentEvent } from '@/lib/scheduling/inputs';
import { replay } from '@/lib/scheduling/replay';
import { studyDayOf } from '@/lib/scheduling/study-day';
import { emptyDatabase } from '@/lib/testing/database';
import { statesOf } from '@/lib/testing/states';
import { ctxOf, guest, NOW, newUids, PUBLISHED_AT, publishCards, review, voidOf } from '@/lib/testing/study';
import { verifyStates } from '../system/verify-states';
import { answerCards } from './answer-cards';
import { fileEvents } from './file-events';
import { refold } from './refold';

async function study() {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const concept = v7() as CardUid;
  await db.write(async (tx) => {
    const deck = await tx.deck.findFirstOrThrow();
    await tx.concept.create({
      data: {
        uid: concept,
        deckId: deck.id,
        key: 'polio:case',
        confusable: '[]',
        createdAt: BigInt(PUBLISHED_AT),
      },
    });
  });
  return { db, card, concept, learnerId: await guest(db) };
}

function caseOf(concept: CardUid, overrides: Partial<CaseEvent> = {}): CaseEvent {
  return {
    id: v7() as EventId,
    kind: 'case',
    cardUid: concept,
    answeredAt: NOW,
    tz: 'Europe/Berlin',
    grade: 3,
    placedDays: null,
    presentationId: v7(),
    outcome: {
      itemUid: v7() as ItemUid,
      version: 2,
      option: 'B',
      correct: true,
      confidence: 'think',
      spentMs: 42_000,
      attemptId: v7() as AttemptId,
      purpose: 'daily',
    },
    ...overrides,
  };
}

function file(db: Db, learnerId: LearnerId, events: readonly FileableEvent[], receivedAt = NOW) {
  const request = { learnerId, sentAt: receivedAt, receivedAt, madeBy: 'server' as const, events };
  return db.write(async (tx) => (await fileEvents(tx, [request]))[0] ?? []);
}

async function stateOf(db: Db, learnerId: LearnerId, uid: CardUid) {
  return (await statesOf(db, learnerId)).find(({ cardUid }) => cardUid === uid)?.state;
}

test('files the answer to a case with all that was made of it, and folds it into the memory of the concept', async () => {
  const { db, concept, learnerId } = await study();
  const event = caseOf(concept, { grade: 1, placedDays: 1 });
  const [filed] = await file(db, learnerId, [event]);
  expect(filed).toMatchObject({ known: true, filing: { new: true, conflict: false, effectiveAt: NOW } });
  expect(await db.read.reviewEvent.findFirst()).toMatchObject({
    kind: 'case',
    cardUid: concept,
    grade: 1,
    placedDays: 1,
    presentationId: event.presentationId,
    payload: JSON.stringify(event.outcome),
  });
  expect(await stateOf(db, learnerId, concept)).toMatchObject({
    memory: { phase: 'review', intervalDays: 1, reps: 1 },
    lastEvent: { id: event.id },
  });
});

test('appends to what a concept has, and the state is the fold of its log', async () => {
  const { db, concept, learnerId } = await study();
  for (const [index, grade] of ([3, 1, 4] as const).entries()) {
    const at = NOW + index * 9 * DAY_MS;
    await file(db, learnerId, [caseOf(concept, { grade, answeredAt: at })], at);
  }
  const pair = { learnerId, cardUid: concept };
  const log = (await logsOf(db.read, [pair])).map(({ event }) => event);
  expect(log).toHaveLength(3);
  expect(await stateOf(db, learnerId, concept)).toEqual(replay(log, DEFAULT_PARAMS, pair));
  const operator = ctxOf(db, { kind: 'operator' });
  expect(await verifyStates(operator, { repair: false })).toEqual({
    ok: true,
    value: { checked: 1, wrong: [] },
  });
  const before = await statesOf(db, learnerId);
  await db.write((tx) => refold(tx, [pair]));
  expect(await statesOf(db, learnerId)).toEqual(before);
});

test('rates a showing once, however often it is filed', async () => {
  const { db, concept, learnerId } = await study();
  const first = caseOf(concept);
  await file(db, learnerId, [first]);
  const again = caseOf(concept, { grade: 1, presentationId: first.presentationId });
  const [[retry], [other]] = [await file(db, learnerId, [first]), await file(db, learnerId, [again])];
  expect(retry).toMatchObject({ filing: { new: false, conflict: false, id: first.id } });
  expect(other).toMatchObject({ filing: { new: false, conflict: false, id: first.id } });
  expect(await stateOf(db, learnerId, concept)).toMatchObject({ memory: { reps: 1 } });
});

test('tells another outcome under a taken id from the same one sent again', async () => {
  const { db, concept, learnerId } = await study();
  const event = caseOf(concept);
  await file(db, learnerId, [event]);
  const changed = { ...event, outcome: { ...event.outcome, option: 'C' } };
  const [filed] = await file(db, learnerId, [changed]);
  expect(filed).toMatchObject({ filing: { new: false, conflict: true } });
});

test('an answer that counts from a deadline in the past is filed at that instant', async () => {
  const { db, concept, learnerId } = await study();
  const deadline = NOW - 3 * HOUR_MS;
  const [filed] = await file(db, learnerId, [caseOf(concept, { answeredAt: deadline })]);
  expect(filed).toMatchObject({ filing: { effectiveAt: deadline } });
});

test('a case can be about a concept alone, and a device can say nothing about a concept', async () => {
  const { db, card, concept, learnerId } = await study();
  expect(await file(db, learnerId, [caseOf(card)])).toMatchObject([{ known: false }]);
  const ctx = ctxOf(db, { kind: 'learner', learnerId });
  const event = caseOf(concept);
  const events = [review(concept), voidOf(review(concept)), event];
  expect(await answerCards(ctx, { learnerId, sentAt: NOW, events })).toMatchObject({
    ok: true,
    value: [
      { status: 'rejected', code: 'unknown-card' },
      { status: 'rejected', code: 'unknown-card' },
      { status: 'rejected', code: 'malformed' },
    ],
  });
  expect(SentEvent.safeParse(event).success).toBe(false);
  expect(await db.read.reviewEvent.count()).toBe(0);
});

test('a case that was missed brings a card to today without touching its memory', async () => {
  const { db, card, learnerId } = await study();
  const ctx = ctxOf(db, { kind: 'learner', learnerId }, NOW - DAY_MS);
  const easy = review(card, { grade: 4, answeredAt: NOW - DAY_MS });
  await answerCards(ctx, { learnerId, sentAt: NOW - DAY_MS, events: [easy] });
  const before = await stateOf(db, learnerId, card);
  const base = { id: v7() as EventId, cardUid: card, answeredAt: NOW, tz: 'Europe/Berlin' };
  await file(db, learnerId, [{ ...base, kind: 'set-due', inDays: 0 }]);
  expect(await stateOf(db, learnerId, card)).toMatchObject({ memory: { ...before?.memory, dueAt: NOW } });
});

test('concepts are not among the cards of a day, nor cases among the reviews that make its pace', async () => {
  const { db, concept, learnerId } = await study();
  await file(db, learnerId, [caseOf(concept, { grade: 1 })]);
  const query = { learnerId, phases: ['review'] as const, before: NOW + 30 * DAY_MS, deckId: null, limit: 9 };
  expect(await dueCards(db.read, query)).toEqual([]);
  expect(await answeredOn(db.read, learnerId, studyDayOf(NOW, 'Europe/Berlin', 4))).toEqual([]);
  expect(await recentReviews(db.read, { learnerId, limit: 9 })).toEqual([]);
});
