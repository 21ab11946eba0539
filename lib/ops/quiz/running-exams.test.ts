import { describe, expect, test } from 'vitest';
import type { AttemptId, CardUid, LearnerId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import {
  asLearner,
  begin,
  block,
  choose,
  classroom,
  finish,
  newAttemptId,
  reveal,
  save,
} from '@/lib/testing/sittings';
import { NOW, review } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { getBank } from './get-bank';
import { getDailyCases } from './get-daily-cases';
import { startAttempt } from './start-attempt';
import { startDaily } from './start-daily';
import { startRetry } from './start-retry';

/** Everything was missed in an attempt long ago, and the card behind the cases is known: every way to ask is open. */
async function readyToAsk() {
  const { db, learnerId } = await classroom();
  const early = NOW - 30 * DAY_MS;
  const missed = await begin(db, learnerId, { now: early });
  await finish(db, learnerId, missed, early);
  const { uid } = await db.read.card.findFirstOrThrow({ where: { unit: 'tone' } });
  const events = [review(uid as CardUid, { grade: 4, answeredAt: early })];
  await answerCards(asLearner(db, learnerId, early), { learnerId, sentAt: early, events });
  return { db, learnerId, missed };
}

/** How many cases could be asked in each way, and how many the bank says are free. */
async function open(db: Db, learnerId: LearnerId, missed: AttemptId, now = NOW) {
  const ctx = asLearner(db, learnerId, now);
  const cases = await getDailyCases(ctx);
  const bank = await getBank(ctx);
  const asked = async (started: Awaited<ReturnType<typeof startRetry>>) =>
    started.ok ? db.read.attemptItem.count({ where: { attemptId: started.value.id } }) : started.error;
  return {
    free: bank.ok
      ? new Set(bank.value.items.flatMap(({ rests, concept }) => (rests ? [] : [concept]))).size
      : null,
    waiting: cases.ok ? cases.value.waiting : null,
    retry: await asked(await startRetry(ctx, { id: newAttemptId(), of: missed })),
    daily: await asked(await startDaily(ctx, { id: newAttemptId() })),
    block: await asked(await startAttempt(ctx, block({ mode: 'tutor' }))),
  };
}

describe('what an exam asks that still runs', () => {
  test('is asked in no other block, nor in a variant: the answer there would tell it', async () => {
    const { db, learnerId, missed } = await readyToAsk();
    await begin(db, learnerId, { timing: { kind: 'untimed' }, now: NOW - 2 * DAY_MS });
    expect(await open(db, learnerId, missed)).toEqual({
      free: 0,
      waiting: 0,
      retry: 'nothing-fits',
      daily: 'nothing-fits',
      block: 'nothing-fits',
    });
  });

  test('leaves what else there is to be asked', async () => {
    const { db, learnerId, missed } = await readyToAsk();
    const exam = await begin(db, learnerId, {
      timing: { kind: 'untimed' },
      count: 1,
      now: NOW - 2 * DAY_MS,
    });
    const held = await conceptsOf(db, exam);
    const started = await startRetry(asLearner(db, learnerId), { id: newAttemptId(), of: missed });
    const asked = await conceptsOf(db, started.ok ? started.value.id : exam);
    expect(asked).toHaveLength(3);
    for (const concept of held) expect(asked).not.toContain(concept);
  });

  test.each([
    ['handed in', { kind: 'untimed' }],
    ['out of time, though nobody has looked at it', { kind: 'block', ms: 10 * MINUTE_MS }],
  ] as const)('may be asked again the day after it was %s', async (_, timing) => {
    const { db, learnerId, missed } = await readyToAsk();
    const then = NOW - 2 * DAY_MS;
    const exam = await begin(db, learnerId, { timing, now: then });
    if (timing.kind === 'untimed') await finish(db, learnerId, exam, then + HOUR_MS);
    expect(await open(db, learnerId, missed)).toMatchObject({ free: 4, waiting: 2, retry: 4 });
  });

  test('does not hold for a tutor’s block that was never handed in: its cases would not come again', async () => {
    const { db, learnerId, missed } = await readyToAsk();
    const then = NOW - 2 * DAY_MS;
    const tutored = await begin(db, learnerId, { mode: 'tutor', timing: { kind: 'untimed' }, now: then });
    await save(db, learnerId, tutored, [choose(0, 'A'), reveal(0)], then);
    expect(await open(db, learnerId, missed)).toMatchObject({ free: 4, retry: 4 });
  });
});

async function conceptsOf(db: Db, attemptId: AttemptId): Promise<readonly string[]> {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId },
    include: { itemVersion: { include: { item: true } } },
  });
  return rows.map(({ itemVersion }) => itemVersion.item.conceptUid);
}
