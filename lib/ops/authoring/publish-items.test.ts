import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { SourceFile } from '@/lib/content/model';
import { drawingsIn } from '@/lib/content/place-figures';
import type { Db } from '@/lib/db/connect';
import { ItemBody, ItemDetails } from '@/lib/db/item-details';
import { findDrawings } from '@/lib/db/media';
import { verifyDecks } from '@/lib/ops/system/verify-decks';
import { caseDeck, MATCH, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase, otherConnection } from '@/lib/testing/database';
import { ctxOf, guest, NOW } from '@/lib/testing/study';
import { retireMissingDecks } from './retire-missing-decks';

const POLIO = vignette('polio', 'A girl of four cannot lift her leg after a fever.');
const GROUPED = { group: 'horn' };

/** The same text as a deck of another name, whose cards are elsewhere. */
function other(...blocks: readonly string[]): readonly SourceFile[] {
  const [file] = caseDeck(...blocks) as [SourceFile];
  return [
    {
      path: 'moved/deck.md',
      text: file.text.replace('deck: signs', 'deck: moved').replace(/ links="[^"]*"/g, ''),
    },
  ];
}

/** The items that stand, by deck and key, with the uid and key of what they ask. */
async function bank(db: Db) {
  const items = await db.read.item.findMany({
    where: { retiredAt: null },
    include: { deck: true, concept: true },
    orderBy: { position: 'asc' },
  });
  return new Map(items.map((item) => [`${item.deck.slug}/${item.key}`, item]));
}

async function everything(db: Db) {
  return {
    items: await db.read.item.findMany({ orderBy: { uid: 'asc' } }),
    versions: await db.read.itemVersion.findMany({ orderBy: [{ itemUid: 'asc' }, { version: 'asc' }] }),
    concepts: await db.read.concept.findMany({ orderBy: { uid: 'asc' } }),
  };
}

async function standingConcepts(db: Db) {
  const rows = await db.read.concept.findMany({ where: { retiredAt: null }, orderBy: { key: 'asc' } });
  return rows.map(({ key }) => key);
}

/** Somebody sits the item in the version that stands; what stands at the slot. */
async function sitting(db: Db, key: string) {
  const item = (await bank(db)).get(key);
  if (item === undefined) throw new Error(`There is no item ${key}.`);
  const learnerId = await guest(db);
  const attemptId = v7();
  await db.write((tx) =>
    tx.attempt.create({
      data: {
        id: attemptId,
        learnerId,
        purpose: 'block',
        mode: 'tutor',
        timing: '{"kind":"untimed"}',
        latePolicy: 'refuse',
        startedAt: BigInt(NOW),
        graceMs: 5_000,
        items: {
          create: {
            slot: 0,
            itemUid: item.uid,
            version: item.version,
            presentationId: v7(),
            firstExposure: true,
          },
        },
      },
    }),
  );
  return async () => {
    const row = await db.read.attemptItem.findUniqueOrThrow({
      where: { attemptId_slot: { attemptId, slot: 0 } },
      include: { itemVersion: { include: { item: true } } },
    });
    return { item: row.itemVersion.item, body: ItemBody.parse(JSON.parse(row.itemVersion.body)) };
  };
}

test('a first publish files each item with its first version and what it asks', async () => {
  const db = await emptyDatabase();
  const polio = vignette('polio', 'A girl of four cannot lift her leg after a fever.', GROUPED);
  expect(await publishCases(db, caseDeck(TONE, polio, MATCH))).toMatchObject({
    changes: { added: 1 },
    itemChanges: { added: 3 },
  });
  const items = await bank(db);
  expect([...items.keys()]).toEqual(['signs/polio:case', 'signs/where:s.horn', 'signs/where:s.capsule']);
  const item = items.get('signs/polio:case');
  expect(item?.concept).toMatchObject({
    key: 'horn:case',
    concept: 'Motor neurons die',
    confusable: '["root:case"]',
  });
  expect(ItemDetails.parse(JSON.parse(item?.details ?? ''))).toMatchObject({
    objectives: ['L1'],
    links: ['tone', 'other/far'],
    set: null,
    confusable: { B: 'root:case' },
  });
  expect(JSON.parse(items.get('signs/where:s.horn')?.details ?? '')).toMatchObject({ set: 'where' });
  const [version, ...more] = await db.read.itemVersion.findMany({ where: { itemUid: item?.uid ?? '' } });
  expect(more).toEqual([]);
  expect(ItemBody.parse(JSON.parse(version?.body ?? ''))).toMatchObject({
    key: 'polio:case',
    options: [{ letter: 'A', isKey: true }, {}, {}, {}, {}],
    contentHash: item?.contentHash,
  });
});

test('publishing twice changes nothing of the bank', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO, MATCH));
  const before = await everything(db);
  expect(await publishCases(db, caseDeck(TONE, POLIO, MATCH), { now: NOW + 1 })).toMatchObject({
    revision: 1,
    itemChanges: { unchanged: 3, added: 0 },
  });
  expect(await everything(db)).toEqual(before);
});

test('Q09 an edit makes a new version, and an attempt keeps the one with which it began', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const sat = await sitting(db, 'signs/polio:case');
  const before = await sat();
  const edited = POLIO.replace('A girl of four', 'A boy of six');
  expect(await publishCases(db, caseDeck(TONE, edited))).toMatchObject({ itemChanges: { changed: 1 } });
  const now = (await bank(db)).get('signs/polio:case');
  expect(now).toMatchObject({ uid: before.item.uid, version: 2, conceptUid: before.item.conceptUid });
  expect((await sat()).body).toEqual(before.body);
  expect(before.body.stemHtml).toContain('A girl of four');
  const bodies = await db.read.itemVersion.findMany({ orderBy: { version: 'asc' } });
  expect(bodies.map(({ body }) => ItemBody.parse(JSON.parse(body)).stemHtml.slice(0, 10))).toEqual([
    '<p>A girl ',
    '<p>A boy o',
  ]);
});

test('an author who only counts the revision up makes a new version', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const result = await publishCases(db, caseDeck(TONE, POLIO.replace('obj=L1', 'obj=L1 rev=2')));
  expect(result).toMatchObject({ itemChanges: { changed: 1 } });
  expect((await bank(db)).get('signs/polio:case')?.version).toBe(2);
});

test('what no learner sees makes no new version: another place, other links', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO, MATCH));
  const moved = caseDeck(MATCH, POLIO.replace('links="tone other/far"', 'links=tone'), TONE);
  expect(await publishCases(db, moved)).toMatchObject({ revision: 2, itemChanges: { moved: 3 } });
  expect(await db.read.itemVersion.count()).toBe(3);
  const item = (await bank(db)).get('signs/polio:case');
  expect(item).toMatchObject({ position: 2, version: 1 });
  expect(JSON.parse(item?.details ?? '')).toMatchObject({ links: ['tone'] });
});

test('Q09 an item that is retired in the middle of an attempt stays in it, and comes back as it was', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const sat = await sitting(db, 'signs/polio:case');
  const before = await sat();
  expect(await publishCases(db, caseDeck(TONE))).toMatchObject({ itemChanges: { retired: 1 } });
  expect((await bank(db)).size).toBe(0);
  expect(await standingConcepts(db)).toEqual([]);
  expect((await sat()).body).toEqual(before.body);
  expect(await publishCases(db, caseDeck(TONE, POLIO))).toMatchObject({ itemChanges: { revived: 1 } });
  expect(await sat()).toEqual(before);
  expect(await standingConcepts(db)).toEqual(['polio:case']);
  expect(await db.read.itemVersion.count()).toBe(1);
});

test('an item that comes back in other words comes back in a new version', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  await publishCases(db, caseDeck(TONE));
  await publishCases(db, caseDeck(TONE, POLIO.replace('A girl of four', 'A boy of six')));
  expect((await bank(db)).get('signs/polio:case')?.version).toBe(2);
  expect(await db.read.itemVersion.count()).toBe(2);
});

test('an item that says what it was called keeps its identity, and everybody their memory of it', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const before = (await bank(db)).get('signs/polio:case');
  const renamed = caseDeck(TONE, POLIO.replace('#polio', '#limp was=polio'));
  expect(await publishCases(db, renamed)).toMatchObject({
    itemChanges: { added: 0, retired: 0, unchanged: 1 },
  });
  const after = (await bank(db)).get('signs/limp:case');
  expect(after).toMatchObject({ uid: before?.uid, version: 1, conceptUid: before?.conceptUid });
  expect(await standingConcepts(db)).toEqual(['limp:case']);
});

test('an item that was renamed without saying so gets its identity and memory back once it says so', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const before = (await bank(db)).get('signs/polio:case');
  const sat = await sitting(db, 'signs/polio:case');
  await publishCases(db, caseDeck(TONE, POLIO.replace('#polio', '#limp')));
  const renamed = caseDeck(TONE, POLIO.replace('#polio', '#limp was=polio'));
  expect(await publishCases(db, renamed)).toMatchObject({
    itemChanges: { added: 0, revived: 1, retired: 1 },
  });
  const after = await bank(db);
  expect([...after.keys()]).toEqual(['signs/limp:case']);
  expect(after.get('signs/limp:case')).toMatchObject({ uid: before?.uid, conceptUid: before?.conceptUid });
  expect((await sat()).item.key).toBe('limp:case');
  expect(await standingConcepts(db)).toEqual(['limp:case']);
  expect(await verifyDecks(ctxOf(db, { kind: 'operator' }))).toMatchObject({ value: { problems: [] } });
});

test.each([
  ['after', true],
  ['before', false],
])(
  'an item that moves to another deck takes its memory along, published %s the deck it left',
  async (_, leftFirst) => {
    const db = await emptyDatabase();
    await publishCases(db, caseDeck(TONE, POLIO, MATCH));
    const before = (await bank(db)).get('signs/polio:case');
    const left = () => publishCases(db, caseDeck(TONE, MATCH));
    if (leftFirst) await left();
    await publishCases(db, other(POLIO.replace('#polio', '#polio was="signs/polio"')));
    if (!leftFirst) await left();
    const after = await bank(db);
    expect([...after.keys()].sort()).toEqual([
      'moved/polio:case',
      'signs/where:s.capsule',
      'signs/where:s.horn',
    ]);
    expect(after.get('moved/polio:case')).toMatchObject({
      uid: before?.uid,
      conceptUid: before?.conceptUid,
      concept: { deckId: after.get('moved/polio:case')?.deckId, retiredAt: null },
    });
    expect(await verifyDecks(ctxOf(db, { kind: 'operator' }))).toMatchObject({ value: { problems: [] } });
  },
);

test('an item that leaves its group for another deck leaves the memory with those that stay', async () => {
  const db = await emptyDatabase();
  const [one, two] = [vignette('one', 'A girl limps.', GROUPED), vignette('two', 'A boy limps.', GROUPED)];
  await publishCases(db, caseDeck(TONE, one, two));
  const before = (await bank(db)).get('signs/one:case');
  await publishCases(db, other(one.replace('#one', '#one was="signs/one"')));
  const after = await bank(db);
  expect(after.get('moved/one:case')?.uid).toBe(before?.uid);
  expect(after.get('moved/one:case')?.conceptUid).not.toBe(before?.conceptUid);
  expect(after.get('signs/two:case')?.conceptUid).toBe(before?.conceptUid);
});

test('a case that gets a group and siblings keeps its memory, which becomes that of the group', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const before = (await bank(db)).get('signs/polio:case');
  const grouped = POLIO.replace('#polio', '#polio group=horn');
  await publishCases(db, caseDeck(TONE, vignette('new', 'A boy limps.', GROUPED), grouped));
  const after = await bank(db);
  expect(after.get('signs/polio:case')).toMatchObject({ conceptUid: before?.conceptUid, version: 1 });
  expect(after.get('signs/new:case')?.conceptUid).toBe(before?.conceptUid);
  expect(await standingConcepts(db)).toEqual(['horn:case']);
});

test('an item that moves to another group follows it, and an empty group is retired', async () => {
  const db = await emptyDatabase();
  const at = (group: string) => [
    vignette('one', 'A girl limps.', GROUPED),
    vignette('two', 'A boy limps.', { group }),
    vignette('three', 'A man limps.', { group: 'root' }),
  ];
  await publishCases(db, caseDeck(TONE, ...at('horn')));
  const before = await bank(db);
  await publishCases(db, caseDeck(TONE, ...at('root')));
  const after = await bank(db);
  expect(after.get('signs/two:case')?.conceptUid).toBe(before.get('signs/three:case')?.conceptUid);
  expect(after.get('signs/one:case')?.conceptUid).toBe(before.get('signs/one:case')?.conceptUid);
  await publishCases(db, caseDeck(TONE, ...at('root').slice(1)));
  expect(await standingConcepts(db)).toEqual(['root:case']);
});

test('a deck that is retired takes its items along and brings them back', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO), { publishedBy: 'built-in' });
  const before = await everything(db);
  await retireMissingDecks(ctxOf(db, { kind: 'operator' }), { present: [] });
  expect([(await bank(db)).size, (await standingConcepts(db)).length]).toEqual([0, 0]);
  await publishCases(db, caseDeck(TONE, POLIO));
  expect(await everything(db)).toEqual(before);
});

test('a deck that was published before there was a bank gets its items at the next publish of the same source', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO));
  const file = otherConnection(db.file);
  file.exec(
    `DROP TRIGGER "item_version_no_delete"; DROP TRIGGER "item_no_delete"; DROP TRIGGER "concept_no_delete"`,
  );
  file.exec(`DELETE FROM "ItemVersion"; DELETE FROM "Item"; DELETE FROM "Concept"`);
  expect(await publishCases(db, caseDeck(TONE, POLIO))).toMatchObject({
    revision: 1,
    itemChanges: { added: 1 },
  });
  expect([...(await bank(db)).keys()]).toEqual(['signs/polio:case']);
});

test('drawings of a stem and of a rationale are filed with the deck', async () => {
  const db = await emptyDatabase();
  const svg = (id: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><g id="${id}"><path d="M2 15 H20"/></g></svg>`;
  const pictured = POLIO.replace('**Which site', '![A leg](media/leg.svg)\n\n**Which site').replace(
    'as when motor neurons die.',
    'as when motor neurons die. ![A cord](media/cord.svg)',
  );
  await publishCases(db, caseDeck(TONE, pictured), {
    media: { 'leg.svg': svg('leg'), 'cord.svg': svg('cord') },
  });
  const { body } = await (await sitting(db, 'signs/polio:case'))();
  const stem = drawingsIn(body.stemHtml);
  const why = body.options.flatMap(({ rationaleHtml }) => drawingsIn(rationaleHtml ?? ''));
  expect([stem.length, why.length]).toEqual([1, 1]);
  expect(Object.keys(await findDrawings(db.read, [...stem, ...why]))).toHaveLength(2);
});

test('verifying finds an item that nobody published, one that is lost, and a version that is not filed', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, POLIO, MATCH));
  const operator = ctxOf(db, { kind: 'operator' });
  expect(await verifyDecks(operator)).toEqual({ ok: true, value: { decks: 1, problems: [], recompiled: 0 } });
  const file = otherConnection(db.file);
  file.exec(`UPDATE "Item" SET "retiredAt" = 1 WHERE "key" = 'where:s.horn'`);
  file.exec(`UPDATE "Item" SET "key" = 'stray:case' WHERE "key" = 'where:s.capsule'`);
  file.exec(`UPDATE "Item" SET "version" = 7 WHERE "key" = 'polio:case'`);
  const report = await verifyDecks(operator);
  expect(report.ok && [...report.value.problems].sort()).toEqual([
    'signs asks the item polio:case, whose version is not filed.',
    'signs asks the item stray:case, which is not in its revision 1.',
    'signs lacks the item where:s.capsule of its revision 1.',
    'signs lacks the item where:s.horn of its revision 1.',
  ]);
});
