import { expect, test } from 'vitest';
import type { AttemptId, CardUid, LearnerId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS } from '@/lib/base/time';
import { casesLogged } from '@/lib/db/case-log';
import type { Db } from '@/lib/db/connect';
import type { Confidence, QuizMode } from '@/lib/quiz/model';
import {
  asLearner,
  begin,
  change,
  choose,
  classroom,
  finish,
  result,
  reveal,
  save,
  view,
} from '@/lib/testing/sittings';
import { statesOf } from '@/lib/testing/states';
import { ctxOf, NOW, review } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { verifyStates } from '../system/verify-states';

const sure = (slot: number, confidence: Confidence = 'sure') =>
  change({ kind: 'confidence', slot, confidence });
const ratings = (db: Db) =>
  db.read.reviewEvent.findMany({ where: { kind: 'case' }, orderBy: { seq: 'asc' } });

/** The concept that a slot asks. */
async function conceptAt(db: Db, attemptId: AttemptId, slot: number): Promise<CardUid> {
  const { itemUid } = await db.read.attemptItem.findUniqueOrThrow({
    where: { attemptId_slot: { attemptId, slot } },
  });
  return (await db.read.item.findUniqueOrThrow({ where: { uid: itemUid } })).conceptUid as CardUid;
}

/** The card behind the cases, and what is known of it. */
async function toneOf(db: Db, learnerId: LearnerId) {
  const { uid } = await db.read.card.findFirstOrThrow({ where: { unit: 'tone' } });
  const state = (await statesOf(db, learnerId)).find(({ cardUid }) => cardUid === uid)?.state ?? null;
  return { uid: uid as CardUid, state };
}

/** Learns the card behind the cases until it is due days from now. */
async function learnTone(db: Db, learnerId: LearnerId) {
  const { uid } = await toneOf(db, learnerId);
  const answeredAt = NOW - DAY_MS;
  const events = [review(uid, { grade: 4, answeredAt })];
  await answerCards(asLearner(db, learnerId, answeredAt), { learnerId, sentAt: answeredAt, events });
}

test.each<[string, string, Confidence | null, number, number | null]>([
  ['wrong', 'B', null, 1, null],
  ['wrong by a guess', 'B', 'guess', 1, null],
  ['wrong and sure', 'B', 'sure', 1, 1],
  ['right by a guess', 'A', 'guess', 2, null],
  ['right and thinking so', 'A', 'think', 3, null],
  ['right and sure for the first time', 'A', 'sure', 3, null],
  ['right without a word', 'A', null, 3, null],
])(
  'a case that was %s is rated once, as it is explained',
  async (_, option, confidence, grade, placedDays) => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { mode: 'tutor' });
    const said = confidence === null ? [] : [sure(0, confidence)];
    await save(db, learnerId, id, [choose(0, option), ...said]);
    expect(await ratings(db)).toEqual([]);
    await save(db, learnerId, id, [reveal(0)]);
    await save(db, learnerId, id, [reveal(0)]);
    await finish(db, learnerId, id);
    const [rating, ...more] = await ratings(db);
    expect(more).toEqual([]);
    expect(rating).toMatchObject({ grade, placedDays, cardUid: await conceptAt(db, id, 0) });
    expect(JSON.parse(rating?.payload ?? '')).toMatchObject({
      option,
      confidence,
      correct: option === 'A',
      purpose: 'block',
      attemptId: id,
    });
  },
);

test('an exam rates nothing before it is handed in, then every case at once, those left out too', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  await save(db, learnerId, id, [choose(0, 'A'), sure(0), choose(1, 'B'), sure(1, 'guess'), choose(2, 'A')]);
  expect(await db.read.reviewEvent.count()).toBe(0);
  expect(await db.read.cardState.count()).toBe(0);
  await finish(db, learnerId, id, NOW + HOUR_MS / 10);
  expect((await ratings(db)).map(({ grade }) => grade)).toEqual([3, 1, 3, 1]);
  expect(await db.read.cardState.count()).toBe(4);
});

test('a case never comes back on the day of its answer, and what was sure and wrong comes tomorrow', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId, { mode: 'tutor' });
  await save(db, learnerId, id, [choose(0, 'B'), sure(0), reveal(0), choose(1, 'A'), reveal(1)]);
  const states = await statesOf(db, learnerId);
  const memories = states.flatMap(({ state }) => (state.memory.kind === 'scheduled' ? [state.memory] : []));
  expect(memories.map(({ phase }) => phase)).toEqual(['review', 'review']);
  const missed = await conceptAt(db, id, 0);
  expect(states.find(({ cardUid }) => cardUid === missed)?.state.memory).toMatchObject({ intervalDays: 1 });
  expect(Math.min(...memories.map(({ dueAt }) => dueAt))).toBeGreaterThan(NOW + 12 * HOUR_MS);
});

test('right and sure for the third time in a row is easy', async () => {
  const { db, learnerId } = await classroom();
  const grades: (number | null)[] = [];
  for (const day of [0, 40, 200, 900]) {
    const now = NOW + day * DAY_MS;
    const id = await begin(db, learnerId, { mode: 'tutor', timing: { kind: 'untimed' }, now });
    const horn = await slotOf(db, id, 'horn:case');
    await save(db, learnerId, id, [choose(horn, 'A'), sure(horn), reveal(horn)], now);
    grades.push((await ratings(db)).at(-1)?.grade ?? null);
  }
  expect(grades).toEqual([3, 3, 4, 4]);
});

async function slotOf(db: Db, attemptId: AttemptId, key: string): Promise<number> {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId, itemVersion: { item: { concept: { key } } } },
  });
  return rows[0]?.slot ?? -1;
}

test('asked again on the day it was rated, a concept is practised and not rated', async () => {
  const { db, learnerId } = await classroom();
  const timing = { kind: 'untimed' } as const;
  const early = await begin(db, learnerId, { mode: 'tutor', timing, now: NOW - DAY_MS });
  const today = await begin(db, learnerId, { mode: 'tutor', timing });
  const [first, second] = [await slotOf(db, today, 'horn:case'), await slotOf(db, early, 'horn:case')];
  await save(db, learnerId, today, [choose(first, 'A'), reveal(first)]);
  const states = await statesOf(db, learnerId);
  await save(db, learnerId, early, [choose(second, 'B'), reveal(second)]);
  expect((await ratings(db)).map(({ grade }) => grade)).toEqual([3]);
  expect(await statesOf(db, learnerId)).toEqual(states);
});

test('an exam that ended unseen is rated as of its deadline, in its place before later answers', async () => {
  const { db, learnerId } = await classroom();
  const early = await begin(db, learnerId, { mode: 'tutor', timing: { kind: 'untimed' }, now: NOW - DAY_MS });
  const exam = await begin(db, learnerId);
  const [later, missed] = [await slotOf(db, early, 'horn:case'), await slotOf(db, exam, 'horn:case')];
  await save(db, learnerId, exam, [choose(missed, 'B')]);
  const soon = NOW + 3 * DAY_MS;
  await save(db, learnerId, early, [choose(later, 'A'), reveal(later)], soon);
  expect(await ratings(db)).toHaveLength(1);
  await view(db, learnerId, exam, soon);
  const logged = await casesLogged(db.read, [{ learnerId, conceptUid: await conceptAt(db, exam, missed) }]);
  expect(logged.map(({ effectiveAt, outcome }) => [effectiveAt, outcome.correct])).toEqual([
    [NOW + 600_000, false],
    [soon, true],
  ]);
  const report = await verifyStates(ctxOf(db, { kind: 'operator' }), { repair: false });
  expect(report).toMatchObject({ ok: true, value: { wrong: [] } });
});

test('a missed case brings its cards into today and leaves what is known of them as it was', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId);
  const before = (await toneOf(db, learnerId)).state;
  const id = await begin(db, learnerId, { mode: 'tutor' });
  const right = await save(db, learnerId, id, [choose(1, 'A'), reveal(1)]);
  expect(right.explanations[0]?.links).toMatchObject([{ unit: 'tone', standing: 'later' }]);
  expect((await toneOf(db, learnerId)).state).toEqual(before);
  const missed = await save(db, learnerId, id, [choose(0, 'B'), reveal(0)]);
  const link = missed.explanations.find(({ slot }) => slot === 0)?.links;
  expect(link).toMatchObject([{ unit: 'tone', title: expect.stringContaining('tone'), standing: 'pulled' }]);
  const after = (await toneOf(db, learnerId)).state;
  expect(after?.memory).toEqual({ ...before?.memory, dueAt: NOW });
  await save(db, learnerId, id, [choose(2, 'B'), reveal(2)]);
  await finish(db, learnerId, id);
  expect(await db.read.reviewEvent.count({ where: { kind: 'set-due' } })).toBe(1);
  expect((await result(db, learnerId, id)).pulledCards).toBe(1);
});

test.each([
  ['that is new', async () => {}, 'new', 0],
  [
    'that is suspended',
    async (db: Db, learnerId: LearnerId) => {
      await learnTone(db, learnerId);
      const { uid: cardUid } = await toneOf(db, learnerId);
      const {
        grade: _,
        placedDays: __,
        seenVersion: ___,
        presentationId: ____,
        tookMs: _____,
        ...base
      } = review(cardUid);
      await answerCards(asLearner(db, learnerId), {
        learnerId,
        sentAt: NOW,
        events: [{ ...base, kind: 'suspend' }],
      });
    },
    'suspended',
    0,
  ],
] as const)('a card %s is not brought into today', async (_, prepare, standing, pulled) => {
  const { db, learnerId } = await classroom();
  await prepare(db, learnerId);
  const before = (await toneOf(db, learnerId)).state;
  const id = await begin(db, learnerId, { mode: 'tutor' });
  const { explanations } = await save(db, learnerId, id, [choose(0, 'B'), reveal(0)]);
  expect(explanations[0]?.links.map((link) => link.standing)).toEqual([standing]);
  expect((await toneOf(db, learnerId)).state).toEqual(before);
  await finish(db, learnerId, id);
  expect((await result(db, learnerId, id)).pulledCards).toBe(pulled);
});

test('an exam brings cards into today when it is handed in, not before', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId);
  const id = await begin(db, learnerId, { mode: 'exam' satisfies QuizMode });
  await save(db, learnerId, id, [choose(0, 'B')]);
  expect(await db.read.reviewEvent.count({ where: { kind: 'set-due' } })).toBe(0);
  await finish(db, learnerId, id);
  expect((await result(db, learnerId, id)).pulledCards).toBe(1);
});

test('a tutor explains nothing more after the end than what was asked, and rates nothing by the end itself', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId, { mode: 'tutor' });
  await save(db, learnerId, id, [choose(0, 'A'), reveal(0), choose(1, 'B')]);
  expect((await view(db, learnerId, id)).explanations.map(({ slot }) => slot)).toEqual([0]);
  await finish(db, learnerId, id);
  expect(await ratings(db)).toHaveLength(1);
});
