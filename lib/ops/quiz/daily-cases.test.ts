import { expect, test } from 'vitest';
import type { AttemptId, CardUid, LearnerId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase } from '@/lib/testing/database';
import {
  asLearner,
  begin,
  CASES,
  change,
  choose,
  classroom,
  finish,
  newAttemptId,
  reveal,
  save,
  view,
} from '@/lib/testing/sittings';
import { guest, NOW, PUBLISHED_AT, review } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { getDailyCases } from './get-daily-cases';
import { startDaily } from './start-daily';

async function daily(db: Db, learnerId: LearnerId, now = NOW) {
  const cases = await getDailyCases(asLearner(db, learnerId, now));
  if (!cases.ok) throw new Error(cases.error);
  return cases.value;
}

async function start(db: Db, learnerId: LearnerId, now = NOW): Promise<AttemptId> {
  const started = await startDaily(asLearner(db, learnerId, now), { id: newAttemptId() });
  if (!started.ok) throw new Error(started.error);
  return started.value.id;
}

/** As `classroom`, with these groups besides. */
async function classroomWithGroups(names: readonly string[], blocks: readonly string[]) {
  const [{ path = '', text = '' } = {}] = caseDeck(...blocks);
  const groups = names.map((name) => `  ${name}: { concept: What ${name} asks }\n`).join('');
  const db = await emptyDatabase();
  await publishCases(db, [{ path, text: text.replace('groups:\n', `groups:\n${groups}`) }], {
    now: PUBLISHED_AT,
  });
  return { db, learnerId: await guest(db) };
}

/** The items of an attempt: key and concept, in order. */
async function asked(db: Db, attemptId: AttemptId) {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId },
    include: { itemVersion: { include: { item: { include: { concept: true } } } } },
    orderBy: { slot: 'asc' },
  });
  return rows.map(({ itemVersion: { item } }) => ({ key: item.key, concept: item.concept.key }));
}

/** Learns the card behind all cases, so that they may be begun. */
async function learnTone(db: Db, learnerId: LearnerId, answeredAt: number) {
  const { uid } = await db.read.card.findFirstOrThrow({ where: { unit: 'tone' } });
  const events = [review(uid as CardUid, { grade: 4, answeredAt })];
  await answerCards(asLearner(db, learnerId, answeredAt), { learnerId, sentAt: answeredAt, events });
}

const sure = (slot: number) => change({ kind: 'confidence', slot, confidence: 'sure' });

test('cases wait until the cards behind them are known, and only concepts with three variants are asked', async () => {
  const { db, learnerId } = await classroom();
  expect(await daily(db, learnerId)).toEqual({ waiting: 0, running: null, doneToday: 0 });
  expect(await startDaily(asLearner(db, learnerId), { id: newAttemptId() })).toEqual({
    ok: false,
    error: 'nothing-fits',
  });
  await learnTone(db, learnerId, NOW - DAY_MS);
  expect(await daily(db, learnerId)).toMatchObject({ waiting: 2 });
  const id = await start(db, learnerId);
  expect((await asked(db, id)).map(({ concept }) => concept).sort()).toEqual(['horn:case', 'root:case']);
  expect((await view(db, learnerId, id)).attempt).toMatchObject({
    purpose: 'daily',
    mode: 'tutor',
    deadlineAt: null,
  });
});

test('a concept rests on a day on which a card behind it was answered', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId, NOW - HOUR_MS);
  expect((await daily(db, learnerId)).waiting).toBe(0);
  expect((await daily(db, learnerId, NOW + DAY_MS)).waiting).toBe(2);
});

test('begun twice, today’s cases are one attempt; done, they are over for today', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId, NOW - DAY_MS);
  const [id, same] = await Promise.all([start(db, learnerId), start(db, learnerId)]);
  expect(same).toBe(id);
  expect(await daily(db, learnerId)).toEqual({ waiting: 0, running: id, doneToday: 0 });
  // From a page that was open since before.
  expect(await start(db, learnerId)).toBe(id);
  await save(db, learnerId, id, [choose(0, 'A'), reveal(0)]);
  expect(await daily(db, learnerId)).toMatchObject({ running: id, doneToday: 1 });
  await save(db, learnerId, id, [choose(1, 'A'), reveal(1)]);
  expect(await daily(db, learnerId)).toEqual({ waiting: 0, running: null, doneToday: 2 });
  expect(await startDaily(asLearner(db, learnerId), { id: newAttemptId() })).toEqual({
    ok: false,
    error: 'nothing-fits',
  });
});

test('what somebody was sure of and wrong about comes first tomorrow, its confusable partner right after it, in new variants', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId, NOW - DAY_MS);
  const id = await start(db, learnerId);
  const first = await asked(db, id);
  const horn = first.findIndex(({ concept }) => concept === 'horn:case');
  // B is what a torn root would be.
  await save(db, learnerId, id, [
    choose(horn, 'B'),
    sure(horn),
    reveal(horn),
    choose(1 - horn, 'A'),
    reveal(1 - horn),
  ]);
  await finish(db, learnerId, id);
  const tomorrow = NOW + DAY_MS;
  const next = await asked(db, await start(db, learnerId, tomorrow));
  expect(next.map(({ concept }) => concept)).toEqual(['horn:case', 'root:case']);
  for (const { key } of next) expect(first.map((item) => item.key)).not.toContain(key);
});

test.each([
  ['B, the answer of the other concept', 'B', ['horn:case', 'root:case', 'nerve:case']],
  ['C, which is no concept’s answer', 'C', ['horn:case', 'nerve:case']],
])('a concept missed by choosing %s, is followed by exactly that', async (_, option, expected) => {
  const nerves = ['A scribe', 'A dancer', 'A porter'].map((who, index) =>
    vignette(`nerve-${index + 1}`, `${who} cannot lift the left foot.`, { group: 'nerve' }),
  );
  const { db, learnerId } = await classroomWithGroups(['nerve'], [...CASES, ...nerves]);
  await learnTone(db, learnerId, NOW - DAY_MS);
  const id = await start(db, learnerId);
  const first = await asked(db, id);
  // All three are met; the root was right, so it would come much later than tomorrow.
  const answers = { 'horn:case': option, 'nerve:case': 'D', 'root:case': 'A' } as const;
  await save(
    db,
    learnerId,
    id,
    first.flatMap(({ concept }, slot) => [
      choose(slot, answers[concept as keyof typeof answers]),
      ...(concept === 'horn:case' ? [sure(slot)] : []),
      reveal(slot),
    ]),
  );
  await finish(db, learnerId, id);
  const tomorrow = await start(db, learnerId, NOW + DAY_MS);
  expect((await asked(db, tomorrow)).map(({ concept }) => concept)).toEqual(expected);
});

test('a case that was right waits its time, and one asked in a block today is not asked again', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId, NOW - DAY_MS);
  const id = await start(db, learnerId);
  await save(
    db,
    learnerId,
    id,
    [0, 1].flatMap((slot) => [choose(slot, 'A'), reveal(slot)]),
  );
  expect((await daily(db, learnerId, NOW + DAY_MS)).waiting).toBe(0);
  const soon = NOW + 30 * DAY_MS;
  expect((await daily(db, learnerId, soon)).waiting).toBe(2);
  await begin(db, learnerId, { now: soon });
  expect((await daily(db, learnerId, soon)).waiting).toBe(0);
});

test('variants are all asked before any is asked again, and then the one seen longest ago', async () => {
  const { db, learnerId } = await classroom();
  await learnTone(db, learnerId, NOW - DAY_MS);
  const order: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const now = NOW + round * DAY_MS;
    const id = await start(db, learnerId, now);
    const items = await asked(db, id);
    const slot = items.findIndex(({ concept }) => concept === 'horn:case');
    order.push(items[slot]?.key ?? '');
    await save(
      db,
      learnerId,
      id,
      [0, 1].flatMap((one) => [choose(one, 'C'), sure(one), reveal(one)]),
      now,
    );
  }
  expect(new Set(order.slice(0, 3)).size).toBe(3);
  expect(order.slice(3)).toEqual(order.slice(0, 3));
});

test('at most three concepts are begun a day, and at most ten cases asked', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `group-${index}`);
  const cases = names.flatMap((group) =>
    [1, 2, 3].map((variant) =>
      vignette(`${group}-${variant}`, `Patient ${variant} is weak in one leg.`, { group }),
    ),
  );
  const { db, learnerId } = await classroomWithGroups(names, [TONE, ...cases]);
  await learnTone(db, learnerId, NOW - DAY_MS);
  const sizes: number[] = [];
  for (let day = 0; day < 5; day += 1) {
    const now = NOW + day * DAY_MS;
    const id = await start(db, learnerId, now);
    const items = await asked(db, id);
    expect(new Set(items.map(({ concept }) => concept)).size).toBe(items.length);
    sizes.push(items.length);
    await save(
      db,
      learnerId,
      id,
      items.flatMap((_, slot) => [choose(slot, 'C'), sure(slot), reveal(slot)]),
      now,
    );
  }
  expect(sizes).toEqual([3, 6, 9, 10, 10]);
});
