import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { ALONE } from '@/lib/content/context';
import { placeOnFace } from '@/lib/content/place-figures';
import type { Db } from '@/lib/db/connect';
import { getChapter } from '@/lib/ops/content/get-chapter';
import { getMedia } from '@/lib/ops/content/get-media';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import { getDay } from '@/lib/ops/scheduling/get-day';
import { getSitting } from '@/lib/ops/scheduling/get-sitting';
import { verifyDecks } from '@/lib/ops/system/verify-decks';
import { verifyMedia } from '@/lib/ops/system/verify-media';
import { mediaFolderOf } from '@/lib/store/media';
import { emptyDatabase } from '@/lib/testing/database';
import { ctxOf, guest, NOW, review } from '@/lib/testing/study';
import { publishDeck } from './publish-deck';

const NERVE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
  <g id="temporal"><path d="M20 150 H200"/><text x="210" y="150">Temporal</text></g>
  <g id="buccal"><path d="M20 200 H200"/><text x="210" y="200">Buccal</text></g>
</svg>`;
/** A GIF of 3 × 2 pixels, as far as its header. */
const FACE = Buffer.from('GIF89a\x03\x00\x02\x00\x00', 'latin1');
const MEDIA = { 'cn7.svg': NERVE, 'face.gif': FACE };

const FIGURE = `:::figure{#cn7 obj=L1 src=adams}
![Branches of a nerve](media/cn7.svg)

| Mask | Label |
|---|---|
| \`#temporal\` | Temporal |
| \`#buccal\` | Buccal |
:::`;
const TABLE = `:::table{#umn-lmn obj=L1 src=adams}
| Sign | UMN | LMN |
|---|---|---|
| Tone | Increased | Decreased |
| Bulk | Kept | Lost |
:::`;
const PICTURES = '## Pictures\n\n![A face](media/face.gif)\n\n![The upper branch](media/cn7.svg#temporal)';

async function publish(db: Db, media: Readonly<Record<string, string | Buffer>>, ...blocks: string[]) {
  const head = `---\ndeck: signs\ntitle: Signs\ndescription: For tests\nlanguage: en
objectives:\n  L1: { text: Tell the lesions apart, bloom: apply }
sources:\n  adams: { title: A textbook, year: 2019, tag: V }\n---\n`;
  const files = Object.entries(media).map(([name, bytes]) => [name, { bytes: Buffer.from(bytes) }] as const);
  const result = await publishDeck(ctxOf(db, { kind: 'operator' }), {
    files: [{ path: 'signs/deck.md', text: head + blocks.join('\n\n') }],
    context: { ...ALONE, media: new Map(files) },
    position: 0,
    publishedBy: 'operator',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function sittingOf(db: Db, learnerId: Awaited<ReturnType<typeof guest>>) {
  const sitting = await getSitting(ctxOf(db, { kind: 'learner', learnerId }), { deck: null, exclude: [] });
  if (!sitting.ok) throw new Error(sitting.error);
  return sitting.value;
}

const operator = (db: Db) => ctxOf(db, { kind: 'operator' });

test('a figure is published, sent with its drawing once, and shown with the answer taken out', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, FIGURE);
  const learnerId = await guest(db);
  const { sitting, faces, drawings } = await sittingOf(db, learnerId);
  expect(Object.keys(drawings)).toHaveLength(1);
  expect(sitting.cards).toHaveLength(2);
  const [first] = sitting.cards.map(({ uid }) => placeOnFace(faces[uid] as never, drawings));
  expect(first).toMatchObject({ kind: 'figure', unit: 'cn7' });
  expect(first?.frontHtml).toContain('id="front-1_temporal" data-mark="asked"');
  expect(first?.frontHtml).not.toContain('Temporal');
  expect(first?.frontHtml).toContain('Buccal');
  expect(first?.backHtml).toContain('id="back-1_temporal" data-mark="lit"');
  expect(first?.backHtml).toContain('Temporal');
  const day = await getDay(ctxOf(db, { kind: 'learner', learnerId }));
  expect(day).toMatchObject({ ok: true, value: { drawings } });
});

test('notes show drawings with their parts lit, and bitmaps by their hash', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, PICTURES);
  const chapter = await getChapter(ctxOf(db, { kind: 'nobody' }), { deck: 'signs' });
  const html = chapter.ok ? chapter.value.notesHtml : '';
  expect(html).toContain('id="notes-1_temporal" data-mark="lit"');
  const [, hash = ''] = /src="\/media\/([0-9a-f]{64})\.gif"/.exec(html) ?? [];
  expect(await getMedia(ctxOf(db, { kind: 'nobody' }), { hash })).toEqual({
    ok: true,
    value: { type: 'image/gif', bytes: FACE },
  });
});

test('a drawing is no file, and what was never published is not served, whatever lies in the folder', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, PICTURES);
  const stray = 'a'.repeat(64);
  fs.writeFileSync(path.join(mediaFolderOf(db.file), stray), '<script>');
  const drawing = await db.read.media.findFirstOrThrow({ where: { type: 'image/svg+xml' } });
  for (const hash of [stray, drawing.hash, '../test.db'])
    expect(await getMedia(ctxOf(db, { kind: 'nobody' }), { hash })).toEqual({ ok: false, error: 'unknown' });
});

test('the cells of a row are not asked on one day, the masks of a figure are', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, TABLE, FIGURE);
  const learnerId = await guest(db);
  const keys = async () => {
    const { sitting } = await sittingOf(db, learnerId);
    const rows = await db.read.card.findMany();
    return sitting.cards.map(({ uid }) => rows.find((row) => row.uid === uid)?.key);
  };
  expect(await keys()).toEqual([
    'umn-lmn:r.tone.c.umn',
    'umn-lmn:r.bulk.c.umn',
    'cn7:m.temporal',
    'cn7:m.buccal',
  ]);
  const tone = (await db.read.card.findFirstOrThrow({ where: { key: 'umn-lmn:r.tone.c.umn' } }))
    .uid as CardUid;
  const batch = { learnerId, sentAt: NOW, events: [review(tone, { grade: 4 })] };
  await answerCards(ctxOf(db, { kind: 'learner', learnerId }), batch);
  expect(await keys()).toEqual(['umn-lmn:r.bulk.c.umn', 'cn7:m.temporal', 'cn7:m.buccal']);
});

test('a row, a column or a mask that says what it was called keeps everybody’s history', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, TABLE, FIGURE);
  const uidOf = async (key: string) => (await db.read.card.findFirst({ where: { key } }))?.uid;
  const [cell, mask] = [await uidOf('umn-lmn:r.tone.c.lmn'), await uidOf('cn7:m.buccal')];
  const changes = await publish(
    db,
    { ...MEDIA, 'cn7.svg': NERVE.replace('id="buccal"', 'id="b-buccal"') },
    TABLE.replace('| Tone |', '| Muscle tone {was=tone} |').replace('LMN |', 'Lower {was=lmn} |'),
    FIGURE.replace('`#buccal`', '`#b-buccal` {was=buccal}'),
  );
  expect(changes.changes).toMatchObject({ added: 0, retired: 0 });
  expect(await uidOf('umn-lmn:r.muscle-tone.c.lower')).toBe(cell);
  expect(await uidOf('cn7:m.b-buccal')).toBe(mask);
});

test('a drawing that changes makes a new version of its cards and leaves the revision before as it was', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, FIGURE);
  const again = await publish(db, { 'cn7.svg': NERVE.replace('M20 150', 'M30 150') }, FIGURE);
  expect(again).toMatchObject({ revision: 2, changes: { changed: 2 } });
  expect(await publish(db, { 'cn7.svg': NERVE.replace('M20 150', 'M30 150') }, FIGURE)).toMatchObject({
    revision: 2,
    changes: { unchanged: 2 },
  });
  const revisions = await db.read.revision.findMany({ orderBy: { number: 'asc' } });
  const hashes = revisions.map(({ media }) => JSON.parse(media)[0].hash);
  expect(new Set(hashes).size).toBe(2);
  expect(await db.read.media.count({ where: { hash: { in: hashes } } })).toBe(2);
});

test('a published deck compiles from what is kept of it, pictures included', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, FIGURE, PICTURES);
  expect(await verifyDecks(operator(db))).toEqual({
    ok: true,
    value: { decks: 1, problems: [], recompiled: 0 },
  });
  expect(await verifyMedia(operator(db))).toEqual({ ok: true, value: { files: 2, problems: [] } });
});

test('a picture that is lost or damaged is told', async () => {
  const db = await emptyDatabase();
  await publish(db, MEDIA, PICTURES);
  const [name = ''] = fs.readdirSync(mediaFolderOf(db.file));
  const file = path.join(mediaFolderOf(db.file), name);
  fs.writeFileSync(file, 'damaged');
  expect(await verifyMedia(operator(db))).toMatchObject({
    value: { problems: [expect.stringContaining('damaged')] },
  });
  fs.rmSync(file);
  expect(await verifyMedia(operator(db))).toMatchObject({
    value: { problems: [expect.stringContaining('not there')] },
  });
  expect(await verifyDecks(operator(db))).toMatchObject({
    value: { problems: [expect.stringContaining('no longer compiles')] },
  });
});

test('D05 a picture whose file cannot be written leaves no row, and one too many on disk does no harm', async () => {
  const db = await emptyDatabase();
  const folder = mediaFolderOf(db.file);
  fs.writeFileSync(folder, 'no folder');
  await expect(publish(db, MEDIA, PICTURES)).rejects.toThrow();
  expect([await db.read.media.count(), await db.read.revision.count(), await db.read.card.count()]).toEqual([
    0, 0, 0,
  ]);
  fs.rmSync(folder);
  await publish(db, MEDIA, PICTURES);
  const [name = ''] = fs.readdirSync(folder);
  // As a crash between the file and its row, or in the middle of writing, would leave them.
  fs.writeFileSync(path.join(folder, `${name}.part`), 'half');
  const other = Buffer.from('GIF89a\x04\x00\x02\x00\x00', 'latin1');
  fs.writeFileSync(path.join(folder, 'b'.repeat(64)), 'orphan');
  await publish(db, { ...MEDIA, 'face.gif': other }, PICTURES);
  expect(await verifyMedia(operator(db))).toEqual({ ok: true, value: { files: 3, problems: [] } });
});
