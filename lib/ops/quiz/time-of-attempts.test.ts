import { describe, expect, test } from 'vitest';
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { remainingMs } from '@/lib/quiz/deadline';
import { laterOf, standingOf } from '@/lib/quiz/sitting-model';
import {
  asLearner,
  begin,
  change,
  choose,
  classroom,
  fates,
  finish,
  result,
  save,
  view,
} from '@/lib/testing/sittings';
import { ctxOf, NOW } from '@/lib/testing/study';
import { finishAttempt } from './finish-attempt';
import { grantExtraTime } from './grant-extra-time';

const OPERATOR = { kind: 'operator' } as const;
const DEADLINE = NOW + 10 * MINUTE_MS;
const GRACE_MS = 5 * SECOND_MS;

describe('Q01 the server’s deadline decides', () => {
  test.each([
    ['a second before it', 'stored', DEADLINE - SECOND_MS],
    ['at it', 'stored', DEADLINE],
    ['a second after it, within grace', 'stored', DEADLINE + SECOND_MS],
    ['at the end of grace', 'stored', DEADLINE + GRACE_MS],
    ['a millisecond later', 'late', DEADLINE + GRACE_MS + 1],
    ['a day later', 'late', DEADLINE + DAY_MS],
  ] as const)('Q01 a change that comes %s: %s', async (_, fate, now) => {
    const ended = fate === 'late';
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    await save(db, learnerId, id, [choose(0, 'A')], NOW + SECOND_MS);
    // The device says that it was early: its clock has no say.
    const reply = await save(db, learnerId, id, [choose(0, 'B', { madeAt: NOW })], now);
    expect(fates(reply.results)).toEqual([fate]);
    expect(reply.slots[0]).toMatchObject({ chosen: fate === 'stored' ? 'B' : 'A' });
    expect(reply.attempt.finished).toEqual(ended ? { at: DEADLINE, by: 'deadline' } : null);
    const kept = await db.read.attemptChange.findMany({ where: { attemptId: id }, orderBy: { seq: 'asc' } });
    expect(kept.map(({ receivedAt }) => Number(receivedAt))).toEqual(
      fate === 'stored' ? [NOW + SECOND_MS, now] : [NOW + SECOND_MS],
    );
  });

  test.each([
    ['in time', DEADLINE - SECOND_MS, { at: DEADLINE - SECOND_MS, by: 'learner' }],
    ['within grace', DEADLINE + GRACE_MS, { at: DEADLINE + GRACE_MS, by: 'learner' }],
    ['after grace', DEADLINE + GRACE_MS + 1, { at: DEADLINE, by: 'deadline' }],
  ])('Q01 an attempt handed in %s is scored by what was saved', async (_, now, finished) => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    await save(db, learnerId, id, [choose(0, 'A'), choose(1, 'B')]);
    expect(await finish(db, learnerId, id, now)).toMatchObject({ ok: true, value: { finished } });
    const { scores } = await result(db, learnerId, id, now);
    expect(scores.map(({ outcome }) => outcome)).toEqual(['right', 'wrong', 'omitted', 'omitted']);
  });

  test('Q01 whoever looks at an attempt whose time is up finds it ended as of its deadline', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    expect((await view(db, learnerId, id, DEADLINE + GRACE_MS)).attempt.finished).toBeNull();
    const seen = await view(db, learnerId, id, DEADLINE + 3 * DAY_MS);
    expect(seen.attempt.finished).toEqual({ at: DEADLINE, by: 'deadline' });
    const events = await db.read.reviewEvent.findMany({ where: { kind: 'case' } });
    expect(events.map(({ effectiveAt }) => Number(effectiveAt))).toEqual(Array(4).fill(DEADLINE));
  });

  test('an attempt whose items have times of their own ends after their sum', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { timing: { kind: 'per-item', ms: 90_000 }, count: 3 });
    expect((await view(db, learnerId, id)).attempt.deadlineAt).toBe(NOW + 3 * 90_000);
  });

  test('an attempt without a clock never ends by itself', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { timing: { kind: 'untimed' } });
    expect((await view(db, learnerId, id, NOW + 300 * DAY_MS)).attempt).toMatchObject({
      deadlineAt: null,
      finished: null,
    });
  });
});

describe('Q16 extra time while an attempt runs', () => {
  test('Q16 moves the deadline, as often as it is granted, and says who granted it and why', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const grant = (ms: number, now = NOW) =>
      grantExtraTime(ctxOf(db, OPERATOR, now), { attemptId: id, ms, reason: 'Reads with a screen reader' });
    expect(await grant(MINUTE_MS)).toMatchObject({ ok: true, value: { deadlineAt: DEADLINE + MINUTE_MS } });
    await grant(2 * MINUTE_MS, DEADLINE + GRACE_MS);
    expect((await view(db, learnerId, id)).attempt.deadlineAt).toBe(DEADLINE + 3 * MINUTE_MS);
    const inTime = await save(db, learnerId, id, [choose(0, 'A')], DEADLINE + 3 * MINUTE_MS);
    expect(fates(inTime.results)).toEqual(['stored']);
    const over = DEADLINE + 3 * MINUTE_MS + GRACE_MS + 1;
    expect(fates((await save(db, learnerId, id, [choose(0, 'B')], over)).results)).toEqual(['late']);
    expect(await db.read.attemptExtension.findMany({ orderBy: { grantedAt: 'asc' } })).toMatchObject([
      { ms: MINUTE_MS, grantedBy: 'operator', reason: 'Reads with a screen reader', grantedAt: BigInt(NOW) },
      { ms: 2 * MINUTE_MS, grantedBy: 'operator' },
    ]);
  });

  test('Q16 is told to the page that sits it with its next reply, whatever that is about, and opens it again', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const page = standingOf(await view(db, learnerId, id));
    expect(page.attempt.deadlineAt).toBe(DEADLINE);
    await grantExtraTime(ctxOf(db, OPERATOR, DEADLINE - SECOND_MS), {
      attemptId: id,
      ms: 5 * MINUTE_MS,
      reason: 'A fire alarm',
    });
    // What the page sends as its clock says that the time is up.
    const tick = change({ kind: 'spent', slot: 0, ms: 1_000 });
    const now = DEADLINE + SECOND_MS;
    const heard = laterOf(page, standingOf({ version: '', ...(await save(db, learnerId, id, [tick], now)) }));
    expect(heard.attempt).toMatchObject({ deadlineAt: DEADLINE + 5 * MINUTE_MS, finished: null });
    expect(remainingMs(heard.attempt, now)).toBe(5 * MINUTE_MS - SECOND_MS);
    // Another tab's, which has heard nothing yet, is told as well, and what is handed in too late is not.
    const reopened = await view(db, learnerId, id, DEADLINE + 4 * MINUTE_MS);
    expect(reopened.attempt).toMatchObject({ deadlineAt: DEADLINE + 5 * MINUTE_MS, finished: null });
    const handed = await finish(db, learnerId, id, DEADLINE + 20 * MINUTE_MS);
    expect(handed).toMatchObject({
      ok: true,
      value: { finished: { at: DEADLINE + 5 * MINUTE_MS, by: 'deadline' } },
    });
  });

  test('Q16 is not cut short by a page that has not heard of it and hands in as its time runs out', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    await grantExtraTime(ctxOf(db, OPERATOR, DEADLINE - SECOND_MS), {
      attemptId: id,
      ms: 5 * MINUTE_MS,
      reason: 'A fire alarm',
    });
    const handIn = (deadlineAt: Instant, now: Instant) =>
      finishAttempt(asLearner(db, learnerId, now), { id, deadlineAt });
    const extended = DEADLINE + 5 * MINUTE_MS;
    expect(await handIn(DEADLINE, DEADLINE + SECOND_MS)).toMatchObject({
      ok: true,
      value: { deadlineAt: extended, finished: null },
    });
    expect(await handIn(extended, extended + SECOND_MS)).toMatchObject({
      ok: true,
      value: { finished: { by: 'learner', at: extended + SECOND_MS } },
    });
  });

  test('Q16 does not wake an attempt whose time is up, whether or not anybody has looked', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const grant = () =>
      grantExtraTime(ctxOf(db, OPERATOR, DEADLINE + GRACE_MS + 1), {
        attemptId: id,
        ms: MINUTE_MS,
        reason: 'late',
      });
    expect(await grant()).toEqual({ ok: false, error: 'over' });
    await view(db, learnerId, id, DEADLINE + GRACE_MS + 1);
    expect(await grant()).toEqual({ ok: false, error: 'over' });
    expect(await db.read.attemptExtension.count()).toBe(0);
  });

  test.each([
    ['less than none', -1, 'why'],
    ['no number', Number.NaN, 'why'],
    ['no reason', MINUTE_MS, ' '],
  ])('Q16 %s is not granted', async (_, ms, reason) => {
    const { db, learnerId } = await classroom();
    const attemptId = await begin(db, learnerId);
    expect(await grantExtraTime(ctxOf(db, OPERATOR), { attemptId, ms, reason })).toEqual({
      ok: false,
      error: 'malformed',
    });
  });
});
