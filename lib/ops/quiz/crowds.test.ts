import { expect, onTestFinished, test } from 'vitest';
import type { LearnerId } from '@/lib/base/ids';
import { connect } from '@/lib/db/connect';
import { caseDeck, publishCases } from '@/lib/testing/cases';
import { emptyDatabase, emptyDatabaseFile, otherConnection } from '@/lib/testing/database';
import {
  asLearner,
  begin,
  block,
  CASES,
  choose,
  classroom,
  fates,
  finish,
  result,
  reveal,
  save,
  view,
} from '@/lib/testing/sittings';
import { ctxOf, guest, NOW, PUBLISHED_AT } from '@/lib/testing/study';
import { verifyStates } from '../system/verify-states';
import { finishAttempt } from './finish-attempt';
import { saveChanges } from './save-changes';
import { startAttempt } from './start-attempt';

test('Q15 a hundred learners begin, answer and hand in at the same moment: nothing is lost and nothing mixed up', async () => {
  const { db } = await classroom();
  const learners: LearnerId[] = [];
  for (let index = 0; index < 100; index += 1) learners.push(await guest(db));
  const ids = await Promise.all(learners.map((learnerId) => begin(db, learnerId)));
  const optionOf = (index: number) => 'ABCDE'[index % 5] ?? 'A';
  const saved = await Promise.all(
    learners.map((learnerId, index) =>
      save(
        db,
        learnerId,
        ids[index] as (typeof ids)[number],
        [0, 1, 2, 3].map((slot) => choose(slot, optionOf(index))),
      ),
    ),
  );
  for (const { results } of saved) expect(fates(results)).toEqual(Array(4).fill('stored'));
  const handed = await Promise.all(
    learners.map((learnerId, index) => finish(db, learnerId, ids[index] as (typeof ids)[number])),
  );
  expect(handed.every(({ ok }) => ok)).toBe(true);
  for (const [index, learnerId] of learners.entries()) {
    const { slots, overall } = await result(db, learnerId, ids[index] ?? '');
    expect(slots.map(({ chosen }) => chosen)).toEqual(Array(4).fill(optionOf(index)));
    expect(overall.right).toBe(index % 5 === 0 ? 4 : 0);
  }
  const ratings = await db.read.reviewEvent.groupBy({
    by: ['learnerId'],
    where: { kind: 'case' },
    _count: true,
  });
  expect(ratings).toHaveLength(100);
  expect(ratings.every(({ _count }) => _count === 4)).toBe(true);
  const audit = await verifyStates(ctxOf(db, { kind: 'operator' }), { repair: false });
  expect(audit).toMatchObject({ ok: true, value: { checked: 400, wrong: [] } });
}, 60_000);

test('an attempt that the database itself refuses harms none of those that came together with it', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(...CASES), { now: PUBLISHED_AT });
  const learners = [await guest(db), await guest(db), await guest(db)] as const;
  const ids = [
    await begin(db, learners[0]),
    await begin(db, learners[1]),
    await begin(db, learners[2]),
  ] as const;
  otherConnection(
    db.file,
  ).exec(`CREATE TRIGGER poison BEFORE INSERT ON "AttemptChange" WHEN NEW."attemptId" = '${ids[1]}'
    BEGIN SELECT RAISE(ABORT, 'poison'); END`);
  const saved = await Promise.allSettled(
    ids.map((id, index) => save(db, learners[index] as LearnerId, id, [choose(0, 'A')])),
  );
  expect(saved.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await db.read.attemptChange.count()).toBe(2);
});

test('while another process holds the database nothing is changed, reading goes on, and the same may be sent again', async () => {
  const file = emptyDatabaseFile();
  const db = await connect(file, { busyTimeoutMs: 20 });
  onTestFinished(() => db.close());
  await publishCases(db, caseDeck(...CASES), { now: PUBLISHED_AT });
  const learnerId = await guest(db);
  const id = await begin(db, learnerId);
  const ctx = asLearner(db, learnerId);
  const changes = [choose(0, 'A')];

  const other = otherConnection(file);
  other.exec('BEGIN IMMEDIATE');
  expect(await saveChanges(ctx, { id, changes })).toEqual({ ok: false, error: 'busy' });
  expect(await finishAttempt(ctx, { id })).toEqual({ ok: false, error: 'busy' });
  await expect(startAttempt(ctx, block())).rejects.toThrow('in use by another process');
  // Its time is up, and nobody can write that down yet.
  expect((await view(db, learnerId, id, NOW + 3_600_000)).attempt.finished).toBeNull();
  other.exec('ROLLBACK');
  expect(await saveChanges(ctx, { id, changes })).toMatchObject({
    ok: true,
    value: { results: [{ status: 'stored' }] },
  });

  db.stopWriting();
  expect(await saveChanges(ctx, { id, changes })).toEqual({ ok: false, error: 'read-only' });
  expect(await finishAttempt(ctx, { id })).toEqual({ ok: false, error: 'read-only' });
  expect((await view(db, learnerId, id)).slots[0]?.chosen).toBe('A');
});

test('a reveal that cannot be rated is not told: the answer and what it does to the memory stand or fall together', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId, { mode: 'tutor' });
  otherConnection(db.file).exec(`CREATE TRIGGER poison BEFORE INSERT ON "ReviewEvent"
    BEGIN SELECT RAISE(ABORT, 'poison'); END`);
  await expect(save(db, learnerId, id, [choose(0, 'A'), reveal(0)])).rejects.toThrow('poison');
  const { slots, explanations } = await view(db, learnerId, id);
  expect(slots[0]).toMatchObject({ chosen: null, revealed: false });
  expect(explanations).toEqual([]);
});
