import { describe, expect, test } from 'vitest';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, MINUTE_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { moveAttempts } from '@/lib/db/merging';
import type { Confidence } from '@/lib/quiz/model';
import {
  asLearner,
  begin,
  change,
  choose,
  classroom,
  finish,
  newAttemptId,
  result,
  reveal,
  save,
  view,
} from '@/lib/testing/sittings';
import { guest, NOW } from '@/lib/testing/study';
import { getBank } from './get-bank';
import { listAttempts } from './list-attempts';
import { startRetry } from './start-retry';

async function itemsOf(db: Db, attemptId: AttemptId) {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId },
    include: { itemVersion: { include: { item: true } } },
    orderBy: { slot: 'asc' },
  });
  return rows.map(({ itemVersion: { item }, firstExposure }) => ({ ...item, firstExposure }));
}

async function bank(db: Db, learnerId: LearnerId, now = NOW) {
  const view = await getBank(asLearner(db, learnerId, now));
  if (!view.ok) throw new Error(view.error);
  return view.value;
}

test('a result counts by objective with an interval, and says how far certainty was to be trusted', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  const say = (slot: number, confidence: Confidence) => change({ kind: 'confidence', slot, confidence });
  const answered = [
    ...[choose(0, 'A'), say(0, 'sure'), change({ kind: 'spent', slot: 0, ms: 40_000 })],
    ...[choose(1, 'B'), say(1, 'sure')],
    ...[choose(2, 'A'), say(2, 'guess')],
    // Sure of nothing at all: no answer, hence nothing to be sure of.
    say(3, 'sure'),
  ];
  await save(db, learnerId, id, answered, NOW + MINUTE_MS);
  await finish(db, learnerId, id, NOW + MINUTE_MS);
  const told = await result(db, learnerId, id);
  expect(told.overall).toMatchObject({ n: 4, right: 2, rate: 0.5 });
  // Wilson's interval of 2 in 4.
  expect(told.overall.low).toBeCloseTo(0.15, 2);
  expect(told.overall.high).toBeCloseTo(0.85, 2);
  expect(told.byObjective).toEqual([
    { deck: 'signs', id: 'L1', text: 'Tell the lesions apart', ...told.overall },
  ]);
  expect(told.calibration).toMatchObject({
    n: 3,
    levels: [
      { confidence: 'guess', n: 1 },
      { confidence: 'sure', n: 2, right: 1 },
    ],
  });
  // (0.9−1)², (0.9−0)², (0.2−1)²
  expect(told.calibration?.brier).toBeCloseTo((0.01 + 0.81 + 0.64) / 3, 10);
  expect(told.slots[0]?.spentMs).toBe(40_000);
  expect(told.explanations.map(({ keys }) => keys)).toEqual(Array(4).fill(['A']));
  expect(told.explanations[0]).toMatchObject({
    sources: [{ title: 'A textbook', year: 2019, url: null, locator: null }],
    objectives: [{ id: 'L1', text: 'Tell the lesions apart' }],
    notesHref: '/decks/signs',
    peers: null,
  });
});

test('an attempt that runs has no result yet', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  await expect(result(db, learnerId, id)).rejects.toThrow('not-finished');
});

test('the history says of each attempt what it was and what came of it, the latest first', async () => {
  const { db, learnerId } = await classroom();
  const first = await begin(db, learnerId);
  await save(db, learnerId, first, [choose(0, 'A'), choose(1, 'B')]);
  await finish(db, learnerId, first);
  const second = await begin(db, learnerId, { mode: 'tutor', now: NOW + DAY_MS });
  await begin(db, await guest(db));
  const listed = await listAttempts(asLearner(db, learnerId, NOW + DAY_MS));
  expect(listed).toMatchObject({
    ok: true,
    value: [
      { attempt: { id: second, mode: 'tutor', finished: null }, items: 4, answered: 0, right: null },
      {
        attempt: { id: first, finished: { by: 'learner' } },
        decks: ['Signs'],
        items: 4,
        answered: 2,
        right: 1,
      },
    ],
  });
});

describe('how others chose', () => {
  /** So many others sit the whole bank, in an exam, and all choose B. */
  async function others(db: Db, count: number, now: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const learnerId = await guest(db);
      const id = await begin(db, learnerId, { now });
      const everywhere = [0, 1, 2, 3].map((slot) => choose(slot, index === 0 ? 'A' : 'B'));
      await save(db, learnerId, id, everywhere, now);
      await finish(db, learnerId, id, now);
    }
  }

  // Eight items for four concepts: only the two that stand alone are asked of everybody.
  const told = async (count: number) => {
    const { db, learnerId } = await classroom();
    await others(db, count, NOW);
    const id = await begin(db, learnerId);
    await save(
      db,
      learnerId,
      id,
      [0, 1, 2, 3].map((slot) => choose(slot, 'C')),
    );
    await finish(db, learnerId, id);
    const items = await itemsOf(db, id);
    const { explanations } = await result(db, learnerId, id);
    return explanations.filter(({ slot }) => items[slot]?.key.startsWith('alone')).map(({ peers }) => peers);
  };

  test('is told from ten others on, without one’s own answer', async () => {
    expect(await told(10)).toEqual(Array(2).fill({ n: 10, shares: { A: 0.1, B: 0.9 } }));
  });

  test('is hidden from nine, for one could guess who', async () => {
    expect(await told(9)).toEqual([null, null]);
  });

  test('counts who met an item as a guest and again in the account once, as they chose first', async () => {
    const { db, learnerId } = await classroom();
    await others(db, 9, NOW);
    const [person, asGuest] = [await guest(db), await guest(db)];
    for (const [who, days, option] of [
      [person, 2, 'D'],
      [asGuest, 3, 'E'],
    ] as const) {
      const now = NOW - days * DAY_MS;
      const id = await begin(db, who, { now });
      await save(
        db,
        who,
        id,
        [0, 1, 2, 3].map((slot) => choose(slot, option)),
        now,
      );
      await finish(db, who, id, now);
    }
    await db.write((tx) => moveAttempts(tx, { from: asGuest, to: person }));
    const id = await begin(db, learnerId);
    await finish(db, learnerId, id);
    const items = await itemsOf(db, id);
    const { explanations } = await result(db, learnerId, id);
    const alone = explanations.filter(({ slot }) => items[slot]?.key.startsWith('alone'));
    expect(alone.map(({ peers }) => peers)).toEqual(
      Array(2).fill({ n: 10, shares: { A: 0.1, B: 0.8, E: 0.1 } }),
    );
  });

  test('does not count who only saw it, whose exam runs, or who had seen it before', async () => {
    const { db, learnerId } = await classroom();
    await others(db, 9, NOW);
    const again = await guest(db);
    const once = await begin(db, again);
    await finish(db, again, once);
    const twice = await begin(db, again, { now: NOW + DAY_MS });
    await save(
      db,
      again,
      twice,
      [0, 1, 2, 3].map((slot) => choose(slot, 'B')),
      NOW + DAY_MS,
    );
    await finish(db, again, twice, NOW + DAY_MS);
    const running = await guest(db);
    const exam = await begin(db, running);
    await save(
      db,
      running,
      exam,
      [0, 1, 2, 3].map((slot) => choose(slot, 'B')),
    );
    const now = NOW + 5 * MINUTE_MS;
    const id = await begin(db, learnerId, { now });
    await finish(db, learnerId, id, now);
    const { explanations } = await result(db, learnerId, id, now);
    expect(explanations.map(({ peers }) => peers)).toEqual([null, null, null, null]);
  });
});

describe('what was missed, asked again', () => {
  test('is asked in another variant, at once, with a tutor', async () => {
    const { db, learnerId } = await classroom();
    const of = await begin(db, learnerId);
    await save(
      db,
      learnerId,
      of,
      [0, 1, 2, 3].map((slot) => choose(slot, slot < 2 ? 'A' : 'B')),
    );
    await finish(db, learnerId, of);
    const missed = (await itemsOf(db, of)).slice(2);
    const id = newAttemptId();
    expect(await startRetry(asLearner(db, learnerId), { id, of })).toEqual({ ok: true, value: { id } });
    const asked = await itemsOf(db, id);
    expect(asked.map(({ conceptUid }) => conceptUid).sort()).toEqual(
      missed.map(({ conceptUid }) => conceptUid).sort(),
    );
    for (const item of asked) {
      const before = missed.find(({ conceptUid }) => conceptUid === item.conceptUid);
      if (item.key.startsWith('alone')) expect(item.uid).toBe(before?.uid);
      else expect(item.uid).not.toBe(before?.uid);
    }
    const { attempt } = await view(db, learnerId, id);
    expect(attempt).toMatchObject({
      purpose: 'retry',
      mode: 'tutor',
      timing: { kind: 'untimed' },
      deadlineAt: null,
    });
  });

  test('is one attempt, however often and from however many tabs it is begun, until all of it is answered', async () => {
    const { db, learnerId } = await classroom();
    const missAll = async () => {
      const of = await begin(db, learnerId, { now: NOW - 30 * DAY_MS });
      await finish(db, learnerId, of, NOW - 30 * DAY_MS);
      return of;
    };
    const of = await missAll();
    const retry = async (now = NOW) => {
      const started = await startRetry(asLearner(db, learnerId, now), { id: newAttemptId(), of });
      return started.ok ? started.value.id : started.error;
    };
    const begun = await Promise.all(Array.from({ length: 12 }, () => retry()));
    expect(new Set(begun).size).toBe(1);
    const id = begun[0] as AttemptId;
    expect(await db.read.attempt.findMany({ where: { purpose: 'retry' } })).toMatchObject([
      { id, retryOf: of },
    ]);
    // Also later, and on another day.
    expect(await retry(NOW + DAY_MS)).toBe(id);
    const slots = [0, 1, 2, 3];
    await save(
      db,
      learnerId,
      id,
      slots.flatMap((slot) => [choose(slot, 'B'), reveal(slot)]),
    );
    const next = await retry();
    expect(next).not.toBe(id);
    expect(await retry()).toBe(next);
    await finish(db, learnerId, next as AttemptId);
    expect(await db.read.attempt.count({ where: { purpose: 'retry' } })).toBe(2);
  });

  test('is told apart by what it asks again, also in the history', async () => {
    const { db, learnerId } = await classroom();
    const missed: AttemptId[] = [];
    for (const days of [60, 30]) {
      const now = NOW - days * DAY_MS;
      const of = await begin(db, learnerId, { now });
      await finish(db, learnerId, of, now);
      missed.push(of);
    }
    const retries: string[] = [];
    for (const of of missed) {
      const started = await startRetry(asLearner(db, learnerId), { id: newAttemptId(), of });
      retries.push(started.ok ? started.value.id : started.error);
    }
    expect(new Set(retries).size).toBe(2);
    const listed = await listAttempts(asLearner(db, learnerId));
    const told = listed.ok ? listed.value.map(({ attempt, retryOf }) => [attempt.id, retryOf]) : [];
    expect(new Map(told as [string, string | null][])).toEqual(
      new Map<string, string | null>([
        [missed[0] ?? '', null],
        [missed[1] ?? '', null],
        [retries[0] ?? '', missed[0] ?? ''],
        [retries[1] ?? '', missed[1] ?? ''],
      ]),
    );
  });

  test('is nothing where nothing was missed, or the attempt still runs', async () => {
    const { db, learnerId } = await classroom();
    const of = await begin(db, learnerId);
    const retry = () => startRetry(asLearner(db, learnerId), { id: newAttemptId(), of });
    expect(await retry()).toEqual({ ok: false, error: 'nothing-fits' });
    await save(
      db,
      learnerId,
      of,
      [0, 1, 2, 3].map((slot) => choose(slot, 'A')),
    );
    await finish(db, learnerId, of);
    expect(await retry()).toEqual({ ok: false, error: 'nothing-fits' });
    const stranger = asLearner(db, await guest(db));
    expect(await startRetry(stranger, { id: newAttemptId(), of })).toEqual({
      ok: false,
      error: 'unknown-attempt',
    });
  });
});

test('the bank knows what was seen, missed and flagged, what is due, and what rests until tomorrow', async () => {
  const { db, learnerId } = await classroom();
  const before = await bank(db, learnerId);
  expect(before.decks).toEqual([
    { slug: 'signs', title: 'Signs', objectives: [{ id: 'L1', text: 'Tell the lesions apart' }] },
  ]);
  expect(before.items).toHaveLength(8);
  expect(new Set(before.items.map(({ concept }) => concept)).size).toBe(4);
  expect(
    before.items.some(({ seen, missed, flagged, due, rests }) => seen || missed || flagged || due || rests),
  ).toBe(false);

  const id = await begin(db, learnerId, { mode: 'tutor', timing: { kind: 'untimed' } });
  await save(db, learnerId, id, [
    ...[choose(0, 'B'), change({ kind: 'flag', slot: 0, flagged: true }), reveal(0)],
    ...[choose(1, 'A'), reveal(1)],
    // Chosen wrong, but it does not count yet.
    choose(2, 'B'),
  ]);
  const items = await itemsOf(db, id);
  const sum = (of: Awaited<ReturnType<typeof bank>>) => ({
    seen: of.items.filter(({ seen }) => seen).length,
    missed: of.items.filter(({ missed }) => missed).length,
    flagged: of.items.filter(({ flagged }) => flagged).length,
    rests: new Set(of.items.filter(({ rests }) => rests).map(({ concept }) => concept)).size,
  });
  expect(items.map(({ firstExposure }) => firstExposure)).toEqual([true, true, true, true]);
  expect(sum(await bank(db, learnerId))).toEqual({ seen: 4, missed: 1, flagged: 1, rests: 4 });
  expect(sum(await bank(db, learnerId, NOW + DAY_MS))).toMatchObject({ seen: 4, missed: 1, rests: 0 });
  const later = await bank(db, learnerId, NOW + 300 * DAY_MS);
  expect(new Set(later.items.filter(({ due }) => due).map(({ concept }) => concept)).size).toBe(2);
});
