import { expect, test } from 'vitest';
import type { CardUid, ItemUid } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase } from '@/lib/testing/database';
import { ctxOf, guest, NOW, newUids, publishCards, review } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { removeIdleGuests } from './remove-idle-guests';

test('a guest who never did anything goes after seven days, and whoever answered once stays', async () => {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const [idle, studious] = [await guest(db), await guest(db)];
  const ctx = ctxOf(db, { kind: 'learner', learnerId: studious });
  await answerCards(ctx, { learnerId: studious, sentAt: NOW, events: [review(card)] });

  const after = (days: number) => removeIdleGuests(ctxOf(db, { kind: 'operator' }, NOW + days * DAY_MS));
  expect(await after(6.9)).toEqual({ ok: true, value: 0 });
  expect(await after(7.1)).toEqual({ ok: true, value: 1 });
  expect((await db.read.learner.findMany()).map(({ id }) => id)).toEqual([studious]);
  expect(await db.read.guestKey.findMany({ where: { learnerId: idle } })).toEqual([]);
  expect(await db.read.reviewEvent.count()).toBe(1);
});

test('a guest who only ever began a block of cases stays', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, vignette('polio', 'A girl of four cannot lift her leg.')));
  const itemUid = (await db.read.item.findFirstOrThrow()).uid as ItemUid;
  const learnerId = await guest(db);
  await satAttempt(db, learnerId, [{ itemUid }], { finishedAt: null });
  const ctx = ctxOf(db, { kind: 'operator' }, NOW + 8 * DAY_MS);
  expect(await removeIdleGuests(ctx)).toEqual({ ok: true, value: 0 });
  expect(await db.read.attempt.count({ where: { learnerId } })).toBe(1);
});

test('many idle guests go, a bundle at a time', async () => {
  const db = await emptyDatabase();
  for (let count = 0; count < 205; count += 1) await guest(db);
  const ctx = ctxOf(db, { kind: 'operator' }, NOW + 8 * DAY_MS);
  expect(await removeIdleGuests(ctx)).toEqual({ ok: true, value: 205 });
});

test('only an operator removes guests', async () => {
  const db = await emptyDatabase();
  const learnerId = await guest(db);
  expect(await removeIdleGuests(ctxOf(db, { kind: 'learner', learnerId }, NOW + 8 * DAY_MS))).toMatchObject({
    ok: false,
  });
  expect(await db.read.learner.count()).toBe(1);
});
