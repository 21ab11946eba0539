import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, SECOND_MS } from '@/lib/base/time';
import { appendChanges } from '@/lib/db/attempt-changes';
import type { Change } from '@/lib/quiz/model';
import { nextRev } from '@/lib/quiz/sitting-model';
import { caseDeck, MATCH, publishCases } from '@/lib/testing/cases';
import {
  asLearner,
  begin,
  block,
  CASES,
  change,
  choose,
  classroom,
  fates,
  finish,
  newAttemptId,
  result,
  reveal,
  rowsOf,
  save,
  view,
} from '@/lib/testing/sittings';
import { guest, NOW } from '@/lib/testing/study';
import { finishAttempt } from './finish-attempt';
import { getAttempt } from './get-attempt';
import { getResult } from './get-result';
import { saveChanges } from './save-changes';
import { startAttempt } from './start-attempt';

test('Q08 an answer after the end is refused, and nothing is changed by it', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  const kept = choose(0, 'B');
  await save(db, learnerId, id, [kept]);
  await finish(db, learnerId, id);
  const before = await rowsOf(db, id);
  const late = [
    choose(0, 'A'),
    choose(3, 'A'),
    change({ kind: 'confidence', slot: 0, confidence: 'sure' }),
    reveal(1),
  ];
  const reply = await save(db, learnerId, id, [kept, ...late]);
  // What had been saved in time is acknowledged again.
  expect(fates(reply.results)).toEqual(['duplicate', 'finished', 'finished', 'finished', 'finished']);
  expect(await rowsOf(db, id)).toEqual(before);
});

test('Q09 an attempt goes on with what it began with when its cases are rewritten or retired', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  const before = await view(db, learnerId, id);
  const rewritten = CASES.map((text) =>
    text.replace('Anterior horn', 'Anterior horn cell').replaceAll('fever', 'cold'),
  );
  await publishCases(db, caseDeck(...rewritten), { now: NOW });
  expect((await view(db, learnerId, id)).questions).toEqual(before.questions);
  await publishCases(db, caseDeck(CASES[0] ?? ''), { now: NOW + SECOND_MS });
  const after = await view(db, learnerId, id);
  expect(after.questions).toEqual(before.questions);
  await save(db, learnerId, id, [choose(0, 'A')]);
  await finish(db, learnerId, id);
  const { questions, scores } = await result(db, learnerId, id);
  expect(questions).toEqual(before.questions);
  expect(scores[0]).toMatchObject({ outcome: 'right', version: 1 });
  expect(JSON.stringify(questions)).not.toContain('horn cell');
});

describe('Q14 what no browser of ours would send', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'malformed'],
    ['a score', { ...choose(0, 'A'), score: 1 }, 'malformed'],
    ['an option that no question has', choose(0, 'Z'), 'unknown-option'],
    ['an option in words', choose(0, 'Anterior horn'), 'malformed'],
    [
      'a strike of an option of another question',
      change({ kind: 'strike', slot: 0, option: 'Y', struck: true }),
      'unknown-option',
    ],
    ['a slot that the attempt does not have', choose(4, 'A'), 'malformed'],
    ['a negative slot', choose(-1, 'A'), 'malformed'],
    ['half a slot', choose(0.5, 'A'), 'malformed'],
    ['NaN for a time', change({ kind: 'spent', slot: 0, ms: Number.NaN }), 'malformed'],
    ['a negative time', change({ kind: 'spent', slot: 0, ms: -5 }), 'malformed'],
    ['a revision of zero', choose(0, 'A', { rev: 0 }), 'malformed'],
    ['seconds for milliseconds', choose(0, 'A', { madeAt: 1_770_000_000 }), 'malformed'],
    ['an id that is none', choose(0, 'A', { id: 'mine' as Change['id'] }), 'malformed'],
    ['a kind from the future', { ...choose(0, 'A'), kind: 'solve' }, 'malformed'],
    [
      'stretches that overlap',
      change({
        kind: 'highlight',
        slot: 0,
        ranges: [
          [0, 5],
          [3, 9],
        ],
      }),
      'malformed',
    ],
    ['a reveal in an exam', reveal(0), 'wrong-mode'],
  ])('Q14 %s is refused, and the rest of the batch is saved', async (_, broken, why) => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const reply = await save(db, learnerId, id, [choose(1, 'A'), broken, choose(2, 'B')]);
    expect(fates(reply.results)).toEqual(['stored', why, 'stored']);
    expect(reply.results[1]).toMatchObject({ message: expect.stringMatching(/\w{3}/) });
    expect(reply.slots.map(({ chosen }) => chosen)).toEqual([null, 'A', 'B', null]);
    expect(await db.read.attemptChange.count()).toBe(2);
  });
});

test('Q14 an option of another question of the same attempt is refused', async () => {
  const { db, learnerId } = await classroom([...CASES, MATCH]);
  const id = await begin(db, learnerId, { count: 6 });
  const { questions } = await view(db, learnerId, id);
  const [match, other] = (['match', 'vignette'] as const).map(
    (kind) => questions.find((question) => question.kind === kind)?.slot ?? -1,
  ) as [number, number];
  // A match has six options, a vignette five.
  const reply = await save(db, learnerId, id, [choose(match, 'F'), choose(other, 'F')]);
  expect(fates(reply.results)).toEqual(['stored', 'unknown-option']);
  expect(reply.slots[other]?.chosen).toBeNull();
});

describe('Q14 a revision far ahead of all that is known', () => {
  test('Q14 is refused, so that what is done afterwards still counts', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const reply = await save(db, learnerId, id, [
      choose(0, 'A', { rev: 1 }),
      choose(0, 'B', { rev: 1_000_000 }),
      choose(1, 'A', { rev: 2 }),
    ]);
    expect(fates(reply.results)).toEqual(['stored', 'malformed', 'stored']);
    expect(reply.slots.map(({ chosen }) => chosen)).toEqual(['A', 'A', null, null]);
    // What the browser does next.
    const next = nextRev(reply, []);
    expect(next).toBe(3);
    const after = await save(db, learnerId, id, [choose(0, 'C', { rev: next })]);
    expect(after.slots[0]?.chosen).toBe('C');
  });

  test('Q14 may be as far ahead as a device can have changes that wait', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const reply = await save(db, learnerId, id, [choose(0, 'A', { rev: 3_000 })]);
    expect(fates(reply.results)).toEqual(['stored']);
    expect(reply.rev).toBe(3_000);
  });

  test('Q14 leaves room for more, however often somebody goes as far as is allowed', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const far = (rev: number) =>
      change({ kind: 'note', slot: 0, text: `${rev}` }, { rev, id: v7() as Change['id'] });
    // As an attempt may hold it from before there was a limit.
    await db.write((tx) =>
      appendChanges(tx, [{ attemptId: id, change: far(1_000_000), receivedAt: NOW, late: false }]),
    );
    const reply = await save(db, learnerId, id, [far(1_000_001), far(1_004_000)]);
    expect(fates(reply.results)).toEqual(['stored', 'stored']);
    expect(reply.slots[0]?.note).toBe('1004000');
  });
});

describe('time before an item', () => {
  const spent = (slot: number, ms: number) => change({ kind: 'spent', slot, ms });

  test('Q14 is never more than has passed since the attempt began, all items together', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const times = async (now: number, ...changes: readonly Change[]) =>
      (await save(db, learnerId, id, changes, now)).slots.map(({ spentMs }) => spentMs);
    expect(await times(NOW + 60_000, spent(0, 20_000), spent(1, 10 * HOUR_MS))).toEqual([
      20_000, 40_000, 0, 0,
    ]);
    expect(await times(NOW + 60_000, spent(2, 5_000))).toEqual([20_000, 40_000, 0, 0]);
    expect(await times(NOW + 70_000, spent(2, 8_000), spent(0, 1_000))).toEqual([21_000, 40_000, 8_000, 0]);
  });

  test('is what the log of ratings says of it, too', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { mode: 'tutor' });
    await save(db, learnerId, id, [spent(0, DAY_MS), choose(0, 'A'), reveal(0)], NOW + 30_000);
    const [rating] = await db.read.reviewEvent.findMany({ where: { kind: 'case' } });
    expect(JSON.parse(rating?.payload ?? '')).toMatchObject({ spentMs: 30_000 });
  });
});

describe('highlights beyond the stem’s text', () => {
  const marked = async (...ranges: readonly (readonly [number, number])[]) => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    const reply = await save(db, learnerId, id, [change({ kind: 'highlight', slot: 0, ranges })]);
    expect(fates(reply.results)).toEqual(['stored']);
    const [question] = (await view(db, learnerId, id)).questions;
    const length = question?.stemHtml.replace(/<[^>]*>/g, '').length ?? 0;
    expect(length).toBeGreaterThan(30);
    return { length, highlights: reply.slots[0]?.highlights };
  };

  test('Q14 are cut off at its end', async () => {
    const { length, highlights } = await marked([0, 5], [7, 90_000]);
    expect(highlights).toEqual([
      [0, 5],
      [7, length],
    ]);
  });

  test('Q14 are left out where they begin behind it', async () => {
    expect((await marked([2, 6], [50_000, 60_000], [70_000, 80_000])).highlights).toEqual([[2, 6]]);
  });
});

describe('Q14 asking for the answer without having given one', () => {
  test('Q14 is refused and tells nothing, and the rest of the batch is saved', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { mode: 'tutor' });
    const reply = await save(db, learnerId, id, [
      reveal(0),
      choose(1, 'A'),
      change({ kind: 'confidence', slot: 0, confidence: 'sure' }),
    ]);
    expect(fates(reply.results)).toEqual(['unanswered', 'stored', 'stored']);
    expect(reply.explanations).toEqual([]);
    expect(reply.slots[0]).toMatchObject({ revealed: false, confidence: 'sure' });
    expect(await db.read.reviewEvent.count()).toBe(0);
    const answered = await save(db, learnerId, id, [choose(0, 'B'), reveal(0)]);
    expect(fates(answered.results)).toEqual(['stored', 'stored']);
    expect(answered.explanations.map(({ slot }) => slot)).toEqual([0]);
  });

  test('Q14 is refused where the answer was taken back', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { mode: 'tutor' });
    const reply = await save(db, learnerId, id, [choose(0, 'A'), choose(0, null), reveal(0)]);
    expect(fates(reply.results)).toEqual(['stored', 'stored', 'unanswered']);
  });

  test('Q14 counts the answer that was given before, in whatever order the two stand in the batch', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { mode: 'tutor' });
    const [answer, asked] = [choose(0, 'A'), reveal(0)];
    const reply = await save(db, learnerId, id, [asked, answer]);
    expect(fates(reply.results)).toEqual(['stored', 'stored']);
    expect(reply.slots[0]).toMatchObject({ chosen: 'A', revealed: true });
  });
});

test('another learner’s attempt is as unknown as one that never was', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  const stranger = asLearner(db, await guest(db));
  const before = await rowsOf(db, id);
  for (const one of [id, newAttemptId(), 'none']) {
    const unknown = { ok: false, error: 'unknown-attempt' };
    expect(await getAttempt(stranger, { id: one })).toEqual(unknown);
    expect(await saveChanges(stranger, { id: one, changes: [choose(0, 'A')] })).toEqual(unknown);
    expect(await finishAttempt(stranger, { id: one })).toEqual(unknown);
    expect(await getResult(stranger, { id: one })).toEqual(unknown);
  }
  expect(await startAttempt(stranger, block({ id }))).toEqual({ ok: false, error: 'nothing-fits' });
  expect(await rowsOf(db, id)).toEqual(before);
});
