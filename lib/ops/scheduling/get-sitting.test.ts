import { expect, test } from 'vitest';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { DAY_MS, MINUTE_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { emptyDatabase } from '@/lib/testing/database';
import { ctxOf, guest, NOW, newUids, publishCards, review, voidOf } from '@/lib/testing/study';
import { answerCards } from './answer-cards';
import { getSitting } from './get-sitting';
import { getToday } from './get-today';

async function study(size: number) {
  const db = await emptyDatabase();
  const uids = newUids(size);
  await publishCards(db, uids);
  return { db, uids, learnerId: await guest(db) };
}

async function sittingOf(db: Db, learnerId: LearnerId, now = NOW, exclude: readonly CardUid[] = []) {
  const result = await getSitting(ctxOf(db, { kind: 'learner', learnerId }, now), { deck: null, exclude });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function answer(
  db: Db,
  learnerId: LearnerId,
  ...events: readonly ReturnType<typeof review | typeof voidOf>[]
) {
  for (const event of events) {
    const ctx = ctxOf(db, { kind: 'learner', learnerId }, event.answeredAt);
    await answerCards(ctx, { learnerId, sentAt: event.answeredAt, events: [event] });
  }
}

test('a newcomer is asked twenty new cards in the order of the deck, no two of one unit', async () => {
  const { db, uids, learnerId } = await study(100);
  const { sitting } = await sittingOf(db, learnerId);
  expect(sitting.remaining).toEqual({ learning: 0, review: 0, new: 20 });
  expect(sitting.cards.map(({ uid }) => uid)).toEqual(
    uids.filter((_, index) => index % 2 === 0).slice(0, 20),
  );
});

test('every card comes with what is needed to show it', async () => {
  const { db, learnerId } = await study(4);
  const { sitting, faces } = await sittingOf(db, learnerId);
  for (const { uid } of sitting.cards) {
    expect(faces[uid]).toMatchObject({ deck: 'deck', frontHtml: expect.stringContaining('Question') });
  }
});

test('what was learned today counts against today’s new cards, and its siblings wait for tomorrow', async () => {
  const { db, uids, learnerId } = await study(100);
  await answer(db, learnerId, review(uids[0] as CardUid, { grade: 4 }));
  const { sitting } = await sittingOf(db, learnerId);
  expect(sitting.remaining.new).toBe(19);
  expect(sitting.cards.map(({ uid }) => uid)).not.toContain(uids[1]);
  const tomorrow = await sittingOf(db, learnerId, NOW + DAY_MS);
  expect(tomorrow.sitting.cards[0]?.uid).toBe(uids[1]);
});

test('a card on a step comes first once it is due, and a review on its day', async () => {
  const { db, uids, learnerId } = await study(6);
  await answer(
    db,
    learnerId,
    review(uids[0] as CardUid, { grade: 1 }),
    review(uids[2] as CardUid, { grade: 4 }),
  );
  const soon = await sittingOf(db, learnerId, NOW + 2 * MINUTE_MS);
  expect(soon.sitting.cards[0]).toMatchObject({ uid: uids[0], queue: 'learning' });
  const later = await sittingOf(db, learnerId, NOW + 12 * DAY_MS);
  expect(later.sitting.cards).toContainEqual(expect.objectContaining({ uid: uids[2], queue: 'review' }));
});

test('an undone first answer makes the card new again, in its old place', async () => {
  const { db, uids, learnerId } = await study(100);
  const slip = review(uids[0] as CardUid);
  await answer(db, learnerId, slip, review(uids[2] as CardUid), voidOf(slip));
  const { sitting } = await sittingOf(db, learnerId);
  expect(sitting.cards.find(({ queue }) => queue === 'new')?.uid).toBe(uids[0]);
});

test('more cards are those of the same day that the device does not hold yet', async () => {
  const { db, learnerId } = await study(100);
  const first = (await sittingOf(db, learnerId)).sitting.cards.map(({ uid }) => uid);
  const held = first.slice(0, 12);
  const more = await sittingOf(db, learnerId, NOW, held);
  expect(more.sitting.cards.map(({ uid }) => uid)).toEqual(first.slice(12));
});

test('suspended and buried cards are not asked', async () => {
  const { db, uids, learnerId } = await study(6);
  const { id, tz, cardUid, answeredAt } = review(uids[0] as CardUid);
  const ctx = ctxOf(db, { kind: 'learner', learnerId });
  const suspend = { id, tz, cardUid, answeredAt, kind: 'suspend' };
  const bury = { ...suspend, id: review(uids[2] as CardUid).id, cardUid: uids[2], kind: 'bury' };
  await answerCards(ctx, { learnerId, sentAt: NOW, events: [suspend, bury] });
  const asked = (await sittingOf(db, learnerId)).sitting.cards.map(({ uid }) => uid);
  expect(asked).not.toContain(uids[0]);
  expect(asked).not.toContain(uids[2]);
  const tomorrow = (await sittingOf(db, learnerId, NOW + DAY_MS)).sitting.cards.map(({ uid }) => uid);
  expect(tomorrow).toContain(uids[2]);
});

test('the cards of a deck alone can be asked, and an unknown deck is refused', async () => {
  const { db, learnerId } = await study(4);
  const other = newUids(4);
  await publishCards(db, other, 'other');
  const ctx = ctxOf(db, { kind: 'learner', learnerId });
  const one = await getSitting(ctx, { deck: 'other', exclude: [] });
  expect(one.ok && one.value.sitting.cards.every(({ uid }) => other.includes(uid))).toBe(true);
  expect(await getSitting(ctx, { deck: 'nowhere', exclude: [] })).toEqual({
    ok: false,
    error: 'unknown-deck',
  });
});

test('today says what is left, what was done, the learner’s own pace and what tomorrow brings', async () => {
  const { db, uids, learnerId } = await study(100);
  const ctx = ctxOf(db, { kind: 'learner', learnerId });
  expect(await getToday(ctx)).toMatchObject({
    ok: true,
    value: { answered: 0, paceMs: null, dueTomorrow: 0 },
  });
  const slip = review(uids[4] as CardUid, { tookMs: 60_000 });
  await answer(
    db,
    learnerId,
    review(uids[0] as CardUid, { tookMs: 4_000, grade: 1 }),
    review(uids[2] as CardUid, { tookMs: 8_000, grade: 4, placedDays: null }),
    slip,
    voidOf(slip),
  );
  expect(await getToday(ctx)).toMatchObject({
    ok: true,
    value: {
      remaining: { learning: 1, new: 18 },
      answered: 2,
      answeredMs: 12_000,
      paceMs: 6_000,
      nextLearningAt: NOW + MINUTE_MS,
    },
  });
});

test('nobody without a learner has a sitting or a day', async () => {
  const db = await emptyDatabase();
  const nobody = ctxOf(db, { kind: 'nobody' });
  expect(await getSitting(nobody, { deck: null, exclude: [] })).toEqual({ ok: false, error: 'no-learner' });
  expect(await getToday(nobody)).toEqual({ ok: false, error: 'no-learner' });
});
