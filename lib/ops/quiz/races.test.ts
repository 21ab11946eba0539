import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import {
  asLearner,
  begin,
  block,
  change,
  choose,
  classroom,
  fates,
  finish,
  reveal,
  save,
  view,
} from '@/lib/testing/sittings';
import { ctxOf, guest, NOW } from '@/lib/testing/study';
import { finishOverdue } from './finish-overdue';
import { getAttempt } from './get-attempt';
import { saveChanges } from './save-changes';
import { startAttempt } from './start-attempt';

const OPERATOR = { kind: 'operator' } as const;
const DEADLINE = NOW + 10 * MINUTE_MS;
const GRACE_MS = 5 * SECOND_MS;

test.each([1, 2])(
  'Q02 handed in by hand, by the timer, by the job and by whoever looks, fifty at once: one end, one rating each (%i)',
  async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    await save(db, learnerId, id, [choose(0, 'A'), choose(1, 'B')]);
    const late = DEADLINE + GRACE_MS + 1;
    const instants = [DEADLINE - 1, DEADLINE + 1, late];
    const racers = Array.from({ length: 50 }, (_, index) => {
      const now = instants[index % 3] ?? NOW;
      if (index % 5 === 0) return finishOverdue(ctxOf(db, OPERATOR, late));
      if (index % 5 === 1) return getAttempt(asLearner(db, learnerId, late), { id });
      if (index % 5 === 2)
        return saveChanges(asLearner(db, learnerId, now), { id, changes: [choose(2, 'A')] });
      return finish(db, learnerId, id, now);
    });
    const done = await Promise.all(racers);
    expect(done.every(({ ok }) => ok)).toBe(true);
    const { attempt } = await view(db, learnerId, id, late);
    expect(attempt.finished).not.toBeNull();
    const told = done.flatMap((one) =>
      one.ok && typeof one.value === 'object' && 'finished' in one.value ? [one.value.finished] : [],
    );
    expect(new Set(told.map((end) => JSON.stringify(end)))).toEqual(
      new Set([JSON.stringify(attempt.finished)]),
    );
    const ratings = await db.read.reviewEvent.findMany({ where: { kind: 'case' } });
    expect(ratings).toHaveLength(4);
    expect(new Set(ratings.map(({ presentationId }) => presentationId)).size).toBe(4);
  },
);

test('Q13 a start that is sent twenty times at once begins one attempt', async () => {
  const { db, learnerId } = await classroom();
  const request = block();
  const started = await Promise.all(
    Array.from({ length: 20 }, () => startAttempt(asLearner(db, learnerId), request)),
  );
  expect(started).toEqual(Array(20).fill({ ok: true, value: { id: request.id } }));
  expect(await db.read.attempt.count()).toBe(1);
  expect(await db.read.attemptItem.count()).toBe(4);
  expect(await startAttempt(asLearner(db, learnerId, NOW + DAY_MS), request)).toMatchObject({ ok: true });
  expect(await db.read.attempt.count()).toBe(1);
});

describe('Q06 two devices in the same attempt', () => {
  test('Q06 each hears of the other with its next reply, and the greater revision stands', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    await save(db, learnerId, id, [choose(0, 'A', { rev: 5 })]);
    const other = await save(db, learnerId, id, [
      choose(0, 'B', { rev: 4 }),
      change({ kind: 'flag', slot: 1, flagged: true }),
    ]);
    expect(other.slots[0]?.chosen).toBe('A');
    const first = await save(db, learnerId, id, [choose(2, 'C')]);
    expect(first.slots.map(({ chosen, flagged }) => [chosen, flagged])).toEqual([
      ['A', false],
      [null, true],
      ['C', false],
      [null, false],
    ]);
  });

  test('Q06 handed in on one, the other is told that it is over', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId);
    await finish(db, learnerId, id);
    const reply = await save(db, learnerId, id, [choose(0, 'A')]);
    expect(fates(reply.results)).toEqual(['finished']);
    expect(reply.attempt.finished).toEqual({ at: NOW, by: 'learner' });
  });

  test('Q06 of two reveals at the same time one is told and rated', async () => {
    const { db, learnerId } = await classroom();
    const id = await begin(db, learnerId, { mode: 'tutor' });
    const devices = ['A', 'B'].map((option) => [choose(0, option), reveal(0)]);
    const replies = await Promise.all(devices.map((changes) => save(db, learnerId, id, changes)));
    expect(replies.map(({ results }) => fates(results))).toEqual([
      ['stored', 'stored'],
      ['revealed', 'stored'],
    ]);
    expect((await view(db, learnerId, id)).slots[0]?.chosen).toBe('A');
    expect(await db.read.reviewEvent.count({ where: { kind: 'case' } })).toBe(1);
  });
});

test('Q05 changes that arrive in another order than they were made, twice and in pieces, give the same slots', async () => {
  const { db } = await classroom();
  const doing = fc.oneof(
    fc.record({ kind: fc.constant('choose' as const), option: fc.constantFrom('A', 'B', null) }),
    fc.record({ kind: fc.constant('flag' as const), flagged: fc.boolean() }),
    fc.record({ kind: fc.constant('note' as const), text: fc.string({ maxLength: 5 }) }),
    fc.record({
      kind: fc.constant('strike' as const),
      option: fc.constantFrom('A', 'B'),
      struck: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('spent' as const), ms: fc.nat(1000) }),
  );
  const history = fc.array(fc.record({ slot: fc.nat(1), doing }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(history, fc.infiniteStream(fc.nat()), async (made, random) => {
      const draw = () => random.next().value as number;
      const [straight, tangled] = [await begin(db, await guest(db)), await begin(db, await guest(db))];
      const owner = async (id: string) =>
        (await db.read.attempt.findUniqueOrThrow({ where: { id } })).learnerId as LearnerId;
      const changes = made.map(({ slot, doing: what }) =>
        change({ slot, ...what } as Parameters<typeof change>[0]),
      );
      // So late that all these times have passed.
      const now = NOW + MINUTE_MS;
      await save(db, await owner(straight), straight, changes, now);
      const arrivals = [...changes, ...changes.filter(() => draw() % 3 === 0)]
        .map((one) => ({ one, turn: draw() }))
        .sort((a, b) => a.turn - b.turn)
        .map(({ one }) => one);
      while (arrivals.length > 0) {
        await save(db, await owner(tangled), tangled, arrivals.splice(0, 1 + (draw() % 4)), now);
      }
      const slotsOf = async (id: AttemptId) => (await view(db, await owner(id), id)).slots;
      expect(await slotsOf(tangled)).toEqual(await slotsOf(straight));
    }),
    { numRuns: 25 },
  );
});

test('Q05 an older answer that comes after a newer one is kept and does not count', async () => {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId);
  const [older, newer] = [choose(0, 'A'), choose(0, 'B')];
  await save(db, learnerId, id, [newer]);
  const reply = await save(db, learnerId, id, [older]);
  expect(fates(reply.results)).toEqual(['stored']);
  expect(reply.slots[0]?.chosen).toBe('B');
  expect(reply.rev).toBe(newer.rev);
});
