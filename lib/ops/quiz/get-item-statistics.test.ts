import { expect, test } from 'vitest';
import type { Db } from '@/lib/db/connect';
import { answeredCases } from '@/lib/testing/answered-cases';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase } from '@/lib/testing/database';
import { person } from '@/lib/testing/people';
import { ctxOf, guest, NOW } from '@/lib/testing/study';
import { claimLearner } from '../accounts/claim-learner';
import { startAsGuest } from '../accounts/start-as-guest';
import { applyRegrade } from './apply-regrade';
import { getItemStatistics } from './get-item-statistics';

const OPERATOR = { kind: 'operator' } as const;

async function statistics(db: Db, deck: string | null = 'signs') {
  const result = await getItemStatistics(ctxOf(db, OPERATOR), { deck });
  if (!result.ok) throw new Error(result.error);
  const [told] = result.value;
  if (told === undefined) throw new Error('There is no deck.');
  return {
    ...told,
    names: told.reports.map(({ of }) => `${of.key} ${of.version}`),
    of: (key: string, version = 1) =>
      told.reports.find((report) => report.of.key === key && report.of.version === version),
  };
}

test('tells how each case was answered, how it discriminates, and which variants are not equally hard', async () => {
  const db = await emptyDatabase();
  await answeredCases(db, 30);
  const told = await statistics(db, null);
  expect(told).toMatchObject({ deck: 'signs', title: 'Signs' });
  expect(told.names).toEqual(['polio:case 1', 'wasting:case 1', 'limp:case 1']);
  expect(told.of('polio:case')?.report).toMatchObject({
    n: 30,
    facility: { shown: true, value: { n: 30, right: 27 } },
    discrimination: { shown: true },
    distractors: {
      shown: true,
      value: { options: [{ option: 'A', n: 27 }, { option: 'B', n: 3 }, { n: 0 }, {}, {}] },
    },
  });
  expect(told.of('limp:case')?.report.calibration).toMatchObject({ shown: true, value: { n: 30 } });
  expect(told.departures).toMatchObject([
    {
      easier: { key: 'polio:case', conceptKey: 'horn:case' },
      harder: { key: 'wasting:case' },
      difference: 0.6,
    },
  ]);
});

test('tells each version by itself, the newest first, and what left the deck at the end, if it was ever asked', async () => {
  const db = await emptyDatabase();
  const uids = await answeredCases(db, 12);
  const edited = vignette('polio', 'A boy of six cannot lift his leg.', { group: 'horn' });
  const limp = vignette('limp', 'A woman of thirty drags her foot.');
  await publishCases(db, caseDeck(TONE, vignette('fresh', 'A clerk stumbles.'), limp, edited));
  const itemUid = uids['polio:case'];
  if (itemUid === undefined) throw new Error('The case is missing.');
  await satAttempt(db, await guest(db), [{ itemUid, version: 2, chosen: ['B'] }]);
  const told = await statistics(db);
  expect(told.names).toEqual([
    'fresh:case 1',
    'limp:case 1',
    'polio:case 2',
    'polio:case 1',
    'wasting:case 1',
  ]);
  expect(told.reports.map(({ report }) => report.n)).toEqual([0, 12, 1, 12, 12]);
  expect(told.reports.map(({ of }) => of.stands)).toEqual([true, true, true, false, false]);
  expect(told.reports.map(({ of }) => of.retired)).toEqual([false, false, false, false, true]);
});

test('Q10 tells a regraded version by the letters that count now, Q11 and says of a voided one that it is void', async () => {
  const db = await emptyDatabase();
  await answeredCases(db, 12);
  const regrade = (key: string, accepted: readonly string[]) =>
    applyRegrade(ctxOf(db, OPERATOR), {
      deck: 'signs',
      key,
      version: 1,
      accepted: [...accepted],
      reason: 'x',
    });
  await regrade('polio:case', ['A', 'B']);
  await regrade('limp:case', []);
  const told = await statistics(db);
  expect(told.of('polio:case')).toMatchObject({
    keys: ['A', 'B'],
    report: { facility: { value: { right: 12 } } },
  });
  expect(told.of('limp:case')).toMatchObject({
    voided: true,
    keys: ['A'],
    report: { facility: { value: { right: 8 } } },
  });
});

test('counts once whoever met a case as a guest and in the account that took the guest in', async () => {
  const db = await emptyDatabase();
  const uids = await answeredCases(db, 11);
  const itemUid = uids['limp:case'];
  if (itemUid === undefined) throw new Error('The case is missing.');
  const ada = await person(db, 'ada@example.org');
  const before = await startAsGuest(ctxOf(db, { kind: 'nobody' }), { tokenHash: 'token', tz: 'UTC' });
  for (const [learnerId, startedAt] of [
    [ada.learnerId, NOW],
    [before, NOW + 60_000],
  ] as const) {
    await satAttempt(db, learnerId, [{ itemUid, chosen: ['C'] }], { startedAt });
  }
  await claimLearner(ctxOf(db, ada), { tokenHash: 'token' });
  expect((await statistics(db)).of('limp:case')?.report.n).toBe(12);
});

test('tells of one deck only, and takes what its attempts got in other decks for how able their learners were', async () => {
  const db = await emptyDatabase();
  await answeredCases(db, 10);
  const other = caseDeck(TONE, vignette('far', 'A man limps.')).map(({ path, text }) => ({
    path: path.replace('signs', 'other'),
    text: text.replace('deck: signs', 'deck: other'),
  }));
  await publishCases(db, other);
  const far = await db.read.item.findFirstOrThrow({ where: { key: 'far:case' } });
  const near = await db.read.item.findFirstOrThrow({ where: { key: 'limp:case' } });
  for (let index = 0; index < 30; index += 1) {
    const chosen = [index % 2 === 0 ? 'A' : 'B'];
    await satAttempt(db, await guest(db), [
      { itemUid: far.uid as never, chosen },
      { itemUid: near.uid as never, chosen },
    ]);
  }
  const told = await statistics(db, 'other');
  expect(told.names).toEqual(['far:case 1']);
  expect(told.of('far:case')?.report.discrimination).toMatchObject({ shown: true, value: { upperLower: 1 } });
});

test('refuses an unknown deck', async () => {
  const db = await emptyDatabase();
  expect(await getItemStatistics(ctxOf(db, OPERATOR), { deck: 'none' })).toEqual({
    ok: false,
    error: 'unknown-deck',
  });
});
