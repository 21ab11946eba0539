import { expect, test } from 'vitest';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { asLearner, begin, change, choose, classroom, finish, reveal, save } from '@/lib/testing/sittings';
import { guest, NOW } from '@/lib/testing/study';
import { getFirstTomorrow } from './get-first-tomorrow';

/** Keys of the concepts that are said to come first tomorrow. */
async function told(db: Db, learnerId: LearnerId, attemptId: AttemptId, now = NOW) {
  const first = await getFirstTomorrow(asLearner(db, learnerId, now), { attemptId });
  if (!first.ok) throw new Error(first.error);
  const items = await db.read.item.findMany({
    where: { uid: { in: [...first.value] } },
    include: { concept: true },
  });
  return items.map(({ concept }) => concept.key).sort();
}

async function slotOf(db: Db, attemptId: AttemptId, key: string): Promise<number> {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId, itemVersion: { item: { concept: { key } } } },
  });
  return rows[0]?.slot ?? -1;
}

const answered = (slot: number, option: string, confidence: 'sure' | 'think') => [
  change({ kind: 'confidence', slot, confidence }),
  choose(slot, option),
];

/** An exam in which every case was answered so, handed in. */
async function satExam(
  db: Db,
  learnerId: LearnerId,
  how: Readonly<{ option?: string; confidence?: 'sure' | 'think'; now?: number }> = {},
): Promise<AttemptId> {
  const { option = 'B', confidence = 'sure', now = NOW } = how;
  const id = await begin(db, learnerId, { now });
  const changes = [0, 1, 2, 3].flatMap((slot) => answered(slot, option, confidence));
  await save(db, learnerId, id, changes, now);
  await finish(db, learnerId, id, now);
  return id;
}

test('what was sure and wrong comes first tomorrow, where it has variants enough to be asked as a case of the day', async () => {
  const { db, learnerId } = await classroom();
  const id = await satExam(db, learnerId);
  expect(await told(db, learnerId, id)).toEqual(['horn:case', 'root:case']);
});

test.each([
  ['right and sure', { option: 'A' }],
  ['wrong without being sure', { confidence: 'think' }],
] as const)('what was %s does not', async (_, how) => {
  const { db, learnerId } = await classroom();
  expect(await told(db, learnerId, await satExam(db, learnerId, how))).toEqual([]);
});

test('an answer that was practice comes first by nothing: its concept had been rated that day', async () => {
  const { db, learnerId } = await classroom();
  const timing = { kind: 'untimed' } as const;
  const early = await begin(db, learnerId, { mode: 'tutor', timing, now: NOW - DAY_MS });
  const today = await begin(db, learnerId, { mode: 'tutor', timing });
  const [rated, practised] = [await slotOf(db, today, 'horn:case'), await slotOf(db, early, 'horn:case')];
  await save(db, learnerId, today, [choose(rated, 'A'), reveal(rated)]);
  await save(db, learnerId, early, [...answered(practised, 'B', 'sure'), reveal(practised)]);
  expect(await told(db, learnerId, early)).toEqual([]);
  expect(await told(db, learnerId, today)).toEqual([]);
});

test('looked at on another day, or after it was answered again, it is not said to come tomorrow', async () => {
  const { db, learnerId } = await classroom();
  const id = await satExam(db, learnerId);
  const next = NOW + DAY_MS;
  expect(await told(db, learnerId, id, next)).toEqual([]);
  const again = await satExam(db, learnerId, { now: next });
  expect(await told(db, learnerId, again, next)).toEqual(['horn:case', 'root:case']);
  expect(await told(db, learnerId, id, next)).toEqual([]);
});

test('looking ahead ends no exam that runs', async () => {
  const { db, learnerId } = await classroom();
  const timing = { kind: 'block', ms: 60_000 } as const;
  const running = await begin(db, learnerId, { count: 1, timing });
  const id = await begin(db, learnerId, { mode: 'tutor', count: 3, timing: { kind: 'untimed' } });
  const slots = [0, 1, 2];
  await save(db, learnerId, id, [
    ...slots.flatMap((slot) => answered(slot, 'B', 'sure')),
    ...slots.map((slot) => reveal(slot)),
  ]);
  expect((await told(db, learnerId, id)).length).toBeGreaterThan(0);
  const { finishedAt } = await db.read.attempt.findUniqueOrThrow({ where: { id: running } });
  expect(finishedAt).toBeNull();
});

test('another learner’s attempt is as unknown as one that never was', async () => {
  const { db, learnerId } = await classroom();
  const attemptId = await satExam(db, learnerId);
  const stranger = asLearner(db, await guest(db));
  expect(await getFirstTomorrow(stranger, { attemptId })).toEqual({ ok: false, error: 'unknown-attempt' });
});
