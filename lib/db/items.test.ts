import { expect, test } from 'vitest';
import type { ItemUid } from '@/lib/base/ids';
import type { Db } from '@/lib/db/connect';
import { retireMissingDecks } from '@/lib/ops/authoring/retire-missing-decks';
import { caseDeck, MATCH, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase } from '@/lib/testing/database';
import { ctxOf, guest } from '@/lib/testing/study';
import { bankItems, itemVersions } from './items';

const POLIO = vignette('polio', 'A girl of four cannot lift her leg.', { group: 'horn' });
const EDITED = POLIO.replace('A girl of four', 'A boy of six');

async function itemUid(db: Db, key: string): Promise<ItemUid> {
  return (await db.read.item.findFirstOrThrow({ where: { key } })).uid as ItemUid;
}

test('the bank of a learner has the items that stand, in the author’s order, in their newest version', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO, vignette('gone', 'A man limps.'), MATCH));
  await publishCases(db, caseDeck(TONE, MATCH, EDITED));
  const items = await bankItems(db.read, { learnerId: await guest(db) });
  expect(items.map(({ key, version, kind, set }) => ({ key, version, kind, set }))).toEqual([
    { key: 'where:s.horn', version: 1, kind: 'match', set: 'signs/where' },
    { key: 'where:s.capsule', version: 1, kind: 'match', set: 'signs/where' },
    { key: 'polio:case', version: 2, kind: 'vignette', set: null },
  ]);
  expect(items[2]).toMatchObject({
    deck: 'signs',
    concept: { key: 'horn:case', confusable: ['root:case'] },
    objectives: ['signs/L1'],
    links: ['signs/tone', 'other/far'],
    confusable: { B: 'root:case' },
  });
});

test('the bank has nothing of decks that do not feed the learner, nor of retired ones', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO), { publishedBy: 'built-in' });
  const learnerId = await guest(db);
  await db.write((tx) => tx.enrolment.deleteMany({ where: { learnerId } }));
  expect(await bankItems(db.read, { learnerId })).toEqual([]);
  const other = await guest(db);
  await retireMissingDecks(ctxOf(db, { kind: 'operator' }), { present: [] });
  expect(await bankItems(db.read, { learnerId: other })).toEqual([]);
});

test('a version is told as it was compiled, also when it was edited since or has left its deck', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  await publishCases(db, caseDeck(TONE, EDITED));
  await publishCases(db, caseDeck(TONE));
  const uid = await itemUid(db, 'polio:case');
  const asked = [2, 1, 9].map((version) => ({ itemUid: uid, version }));
  const versions = await itemVersions(db.read, asked);
  const stems = versions.map(({ version, item }) => [version, item.stemHtml]);
  expect(Object.fromEntries(stems)).toEqual({
    1: expect.stringContaining('A girl of four'),
    2: expect.stringContaining('A boy of six'),
  });
  expect(versions[0]).toMatchObject({
    concept: 'Motor neurons die',
    links: ['signs/tone', 'other/far'],
    deck: {
      slug: 'signs',
      title: 'Signs',
      language: 'en',
      objectives: { L1: { text: 'Tell the lesions apart' } },
      sources: { adams: { title: 'A textbook', year: 2019 } },
    },
  });
  expect(await itemVersions(db.read, [])).toEqual([]);
});
