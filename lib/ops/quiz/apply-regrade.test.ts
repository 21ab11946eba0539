import { expect, test } from 'vitest';
import type { AttemptId, ItemUid, LearnerId } from '@/lib/base/ids';
import { keyDecisions } from '@/lib/db/answer-keys';
import type { Db } from '@/lib/db/connect';
import type { RegradeRequest } from '@/lib/quiz/regrade-request';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase, otherConnection } from '@/lib/testing/database';
import { person } from '@/lib/testing/people';
import { ctxOf, guest, NOW } from '@/lib/testing/study';
import { applyRegrade } from './apply-regrade';
import { getResult } from './get-result';
import { previewRegrade } from './preview-regrade';

const OPERATOR = { kind: 'operator' } as const;
/** A is the key. */
const POLIO = vignette('polio', 'A girl of four cannot lift her leg.');
const EDITED = POLIO.replace('A girl of four', 'A boy of six');

function scoring(accepted: RegradeRequest['accepted'], version = 1): RegradeRequest {
  return { deck: 'signs', key: 'polio:case', version, accepted };
}

/** A case of two versions, answered in its first by four people in attempts that have ended. */
async function answeredCase() {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  await publishCases(db, caseDeck(TONE, EDITED));
  const itemUid = (await db.read.item.findFirstOrThrow()).uid as ItemUid;
  const sat = [];
  for (const [index, chosen] of [['A'], ['A', 'B'], ['C'], []].entries()) {
    const startedAt = NOW + index * 60_000;
    sat.push(await satAttempt(db, await guest(db), [{ itemUid, chosen }], { startedAt }));
  }
  return { db, itemUid, sat };
}

async function preview(db: Db, request: RegradeRequest) {
  const result = await previewRegrade(ctxOf(db, OPERATOR), request);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function apply(db: Db, request: RegradeRequest, reason = 'The books disagree', now = NOW) {
  const result = await applyRegrade(ctxOf(db, OPERATOR, now), { ...request, reason });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function scores({ answers }: Awaited<ReturnType<typeof preview>>): string {
  return answers.map(({ chosen, before, after }) => `${chosen ?? '-'} ${before}→${after}`).join(', ');
}

test('Q10 a regrade is looked at first: the score of every attempt before and after, and nothing is changed', async () => {
  const { db, itemUid, sat } = await answeredCase();
  await satAttempt(db, await guest(db), [{ itemUid, chosen: ['B'] }], { finishedAt: null });
  await satAttempt(db, await guest(db), [{ itemUid, version: 2, chosen: ['B'] }]);
  const told = await preview(db, scoring(['A', 'B']));
  expect(told.answers.map(({ attemptId }) => attemptId)).toEqual(sat);
  expect(scores(told)).toBe('A 1→1, B 0→1, C 0→0, - 0→0');
  expect(told).toMatchObject({ isNews: true, newest: 2, learners: 4, running: 1 });
  expect(told.before).toEqual({ accepted: ['A'], voided: false });
  expect(told.after).toEqual({ accepted: ['A', 'B'], voided: false });
  expect(told.options[1]).toEqual({ letter: 'B', text: 'Dorsal root' });
  expect(await db.read.regrade.count()).toBe(0);
});

test('Q10 a regrade keeps who decided it, when and why; the version and what was answered stay as they were', async () => {
  const { db, itemUid } = await answeredCase();
  const boss = await person(db, 'boss@example.org', { role: 'admin' });
  const everything = async () => [
    await db.read.itemVersion.findMany(),
    await db.read.attempt.findMany(),
    await db.read.attemptItem.findMany(),
    await db.read.attemptChange.findMany(),
    await db.read.reviewEvent.findMany(),
  ];
  const before = await everything();
  const input = { ...scoring(['B', 'A', 'B']), reason: 'Both are taught' };
  expect(await applyRegrade(ctxOf(db, boss), input)).toMatchObject({ ok: true, value: { isNews: true } });
  expect(await everything()).toEqual(before);
  expect(await db.read.regrade.findMany()).toEqual([
    {
      id: expect.any(String),
      itemUid,
      version: 1,
      accepted: '["A","B"]',
      decidedAt: BigInt(NOW),
      decidedBy: boss.account.userId,
      reason: 'Both are taught',
    },
  ]);
  // The other version is another question.
  expect((await preview(db, scoring(null, 2))).before).toEqual({ accepted: ['A'], voided: false });
});

test('Q10 a result told after a regrade has the new score beside the old one, and the version that was sat', async () => {
  const { db, sat } = await answeredCase();
  await apply(db, scoring(['A', 'B']));
  const { learnerId } = await db.read.attempt.findUniqueOrThrow({ where: { id: sat[1] as string } });
  const actor = { kind: 'learner', learnerId: learnerId as LearnerId } as const;
  const result = await getResult(ctxOf(db, actor, NOW + 3_600_000), { id: sat[1] as AttemptId });
  expect(result).toMatchObject({
    ok: true,
    value: {
      questions: [{ stemHtml: expect.stringContaining('A girl of four') }],
      scores: [{ version: 1, score: 1, outcome: 'right', scoreBefore: 0 }],
      explanations: [{ keys: ['A', 'B'], voided: false }],
      overall: { right: 1, n: 1 },
    },
  });
  await apply(db, scoring([]), 'Neither is right', NOW + 1);
  expect(await getResult(ctxOf(db, actor, NOW + 3_600_000), { id: sat[1] as AttemptId })).toMatchObject({
    value: { scores: [{ score: 1, outcome: 'voided', scoreBefore: 1 }], explanations: [{ voided: true }] },
  });
});

test('Q10 a regrade decided twice stands once, and taken back it gives every score back', async () => {
  const { db, itemUid } = await answeredCase();
  expect(scores(await apply(db, scoring(['C'])))).toBe('A 1→0, B 0→0, C 0→1, - 0→0');
  expect(await apply(db, scoring(['C']))).toMatchObject({ isNews: false });
  expect(await db.read.regrade.count()).toBe(1);
  expect(scores(await apply(db, scoring(null)))).toBe('A 0→1, B 0→0, C 1→0, - 0→0');
  expect(scores(await preview(db, scoring(null)))).toBe('A 1→1, B 0→0, C 0→0, - 0→0');
  const decided = await keyDecisions(db.read, [{ itemUid, version: 1 }]);
  expect(decided.map(({ accepted }) => accepted)).toEqual([['C'], null]);
});

test('Q11 a voided item gives everybody its mark, who left it out too, and a void can be taken back', async () => {
  const { db } = await answeredCase();
  expect(scores(await apply(db, scoring([])))).toBe('A 1→1, B 0→1, C 0→1, - 0→1');
  expect((await preview(db, scoring(null))).before).toEqual({ accepted: [], voided: true });
  expect(scores(await apply(db, scoring(null)))).toBe('A 1→1, B 1→0, C 1→0, - 1→0');
});

test('Q11 an item that has left its deck can still be voided', async () => {
  const { db } = await answeredCase();
  await publishCases(db, caseDeck(TONE));
  expect(scores(await apply(db, scoring([])))).toBe('A 1→1, B 0→1, C 0→1, - 0→1');
});

test('Q10 the latest decision holds, also when the clock was set back between two', async () => {
  const { db, itemUid } = await answeredCase();
  await apply(db, scoring(['B']), 'first', NOW);
  await apply(db, scoring(['C']), 'second', NOW - 86_400_000);
  const decided = await keyDecisions(db.read, [{ itemUid, version: 1 }]);
  expect(decided.at(-1)?.accepted).toEqual(['C']);
  expect((await preview(db, scoring(['C']))).isNews).toBe(false);
});

test('Q10 two people who decide at the same moment are both heard, one after the other', async () => {
  const { db, itemUid } = await answeredCase();
  const [first, second] = await Promise.all([apply(db, scoring(['B'])), apply(db, scoring(['C']))]);
  expect(first.after.accepted).toEqual(second.before.accepted);
  expect(await keyDecisions(db.read, [{ itemUid, version: 1 }])).toHaveLength(2);
});

test('Q10 what was chosen after the explanation counts for no score', async () => {
  const { db, itemUid } = await answeredCase();
  const attemptId = await satAttempt(db, await guest(db), [{ itemUid, chosen: ['C'], revealed: true }], {
    startedAt: NOW + 9 * 60_000,
  });
  const late = { attemptId, slot: 0, id: 'late', rev: 99, kind: 'choose', value: '{"option":"A"}' };
  const times = { madeAt: BigInt(NOW), receivedAt: BigInt(NOW), late: false };
  await db.write((tx) => tx.attemptChange.create({ data: { ...late, ...times } }));
  expect((await preview(db, scoring(null))).answers.at(-1)).toMatchObject({ attemptId, chosen: 'C' });
});

test.each([
  ['an item that is not there', { ...scoring([]), key: 'polio:other' }, 'unknown-item'],
  ['an item of another deck', { ...scoring([]), deck: 'other' }, 'unknown-item'],
  ['a version that is not there', scoring([], 3), 'unknown-version'],
  ['a letter that is not of the version', scoring(['A', 'F']), 'unknown-option'],
] as const)('Q10 a regrade of %s is refused, and nothing is kept', async (_what, request, error) => {
  const { db } = await answeredCase();
  expect(await previewRegrade(ctxOf(db, OPERATOR), request)).toEqual({ ok: false, error });
  expect(await applyRegrade(ctxOf(db, OPERATOR), { ...request, reason: 'x' })).toEqual({ ok: false, error });
  expect(await db.read.regrade.count()).toBe(0);
});

test('Q10 a decision can neither be changed nor deleted', async () => {
  const { db } = await answeredCase();
  await apply(db, scoring([]));
  const other = otherConnection(db.file);
  expect(() => other.prepare(`UPDATE "Regrade" SET "reason" = ''`).run()).toThrow(/append-only/);
  expect(() => other.prepare('DELETE FROM "Regrade"').run()).toThrow(/append-only/);
});
