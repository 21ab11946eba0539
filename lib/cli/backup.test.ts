import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { house } from '@/lib/testing/house';

test('a backup of a database in use is one whole file with its watermark, and the drill passes', async () => {
  const { run, backups, backupFolder } = await house();
  expect(await run('backup')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('5 events of 1 learners'),
  });
  expect(backups()).toEqual([expect.stringMatching(/^hornbook-\d{8}T\d{9}Z-manual\.db$/)]);
  expect(fs.readdirSync(backupFolder)).toHaveLength(2);
  expect(fs.statSync(path.join(backupFolder, backups()[0] ?? '')).mode & 0o077).toBe(0);
  const drilled = await run('drill');
  expect(drilled).toMatchObject({ code: 0, stderr: '' });
  expect(drilled.stdout).toMatch(/ok {6}integrity and foreign keys: whole/);
  expect(drilled.stdout).toMatch(/ok {6}nothing is missing: 5 events of 1 learners/);
  expect(drilled.stdout).toMatch(/ok {6}states are the fold of the log: 1 cards, 0 differ/);
  expect(drilled.stdout).toMatch(
    /ok {6}published decks are complete: 1 decks\nok {6}media are whole: 0 files\nThe drill passed in/,
  );
});

test('a backup that makes one older backup dispensable says so, and keeps what was made by hand', async () => {
  const { run, backups } = await house();
  await run('backup');
  expect((await run('backup', '--before-migration')).stdout).not.toContain('removed');
  expect((await run('backup', '--before-migration')).stdout).toMatch(/^1 older backup was removed$/m);
  expect(backups()).toHaveLength(2);
});

test.each<[string, string, RegExp]>([
  [
    'D15 answers that the copy does not hold',
    `DROP TRIGGER "review_event_no_delete"; DELETE FROM "ReviewEvent" WHERE "seq" > 3;
      CREATE TRIGGER "review_event_no_delete" BEFORE DELETE ON "ReviewEvent" BEGIN SELECT RAISE(ABORT, 'x'); END`,
    /FAILED {2}nothing is missing: ReviewEvent has 3 rows of 5/,
  ],
  [
    'a state that is not the fold',
    `UPDATE "CardState" SET "stability" = 99`,
    /FAILED {2}states.*1 cards, 1 differ/,
  ],
  [
    'D03 a deck that is published half',
    `UPDATE "Card" SET "retiredAt" = 1`,
    /FAILED {2}published decks.*signs lacks the card tone:fwd of its revision 1/,
  ],
  [
    'a row without its owner',
    `INSERT INTO "GuestKey" VALUES ('x', 'nobody', 0)`,
    /FAILED {2}integrity.*Learner/,
  ],
  [
    'a missing trigger',
    `DROP TRIGGER "revision_no_update"`,
    /FAILED {2}states.*revision_no_update is missing/,
  ],
])('the drill finds %s', async (_, harm, found) => {
  const { run, made } = await house();
  const backup = new Database(await made());
  backup.pragma('foreign_keys = OFF');
  backup.exec(harm);
  backup.close();
  expect(await run('drill')).toMatchObject({ code: 1, stdout: expect.stringMatching(found) });
});

test('D14 a backup with a damaged page is found by the drill and refused by restore', async () => {
  const { run, made, databaseFile } = await house();
  const file = await made();
  const bytes = fs.readFileSync(file);
  // Past the first page, which holds the schema: the rows of some table.
  for (let page = 4; page < bytes.length / 4096; page += 3) bytes.fill(0xa5, page * 4096, page * 4096 + 200);
  fs.writeFileSync(file, bytes);
  expect(await run('drill')).toMatchObject({ code: 1, stdout: expect.stringMatching(/FAILED {2}integrity/) });
  const before = fs.statSync(databaseFile).ino;
  expect(await run('restore', file)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/damaged, nothing was/),
  });
  expect(fs.statSync(databaseFile).ino).toBe(before);
});

test('a backup has the pictures beside it, the drill misses one that is lost, and a restore brings it back', async () => {
  const { run, cwd, databaseFile, backupFolder, made } = await house();
  const deck = path.join(cwd, 'decks/signs');
  fs.mkdirSync(path.join(deck, 'media'));
  fs.writeFileSync(path.join(deck, 'media/face.gif'), 'GIF89a\x03\x00\x02\x00\x00', 'latin1');
  fs.appendFileSync(path.join(deck, 'deck.md'), '\n![A face](media/face.gif)\n');
  expect(await run('content', 'publish', 'decks')).toMatchObject({ code: 0, stderr: '' });
  const file = await made();
  const [name = ''] = fs.readdirSync(path.join(backupFolder, 'media'));
  expect(await run('drill')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/ok {6}media are whole: 1 files/),
  });

  const live = path.join(path.dirname(databaseFile), 'media', name);
  fs.rmSync(live);
  expect(await run('rebuild-states', '--check')).toMatchObject({ code: 1 });
  expect(await run('restore', file)).toMatchObject({ code: 0 });
  expect(fs.existsSync(live)).toBe(true);

  fs.rmSync(path.join(backupFolder, 'media', name));
  expect(await run('drill')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/FAILED {2}media are whole: The picture [0-9a-f]{64} .+ is not there/),
  });
});

test('a backup that was interrupted leaves no backup behind, and the next one clears up', async () => {
  const { run, backups, backupFolder } = await house();
  fs.mkdirSync(backupFolder);
  fs.writeFileSync(path.join(backupFolder, 'hornbook-20261123T140000000Z-hourly.db.part'), 'half');
  expect(backups()).toEqual([]);
  expect(await run('drill')).toMatchObject({ code: 1, stderr: expect.stringContaining('hornbook backup') });
  await run('backup');
  expect(fs.readdirSync(backupFolder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(backups()).toHaveLength(1);
});

test('rebuild-states folds every log anew and mends only what differs', async () => {
  const { run, databaseFile } = await house();
  const broken = new Database(databaseFile);
  const stability = () => broken.prepare('SELECT "stability" FROM "CardState"').pluck().get();
  const right = stability();
  broken.exec(`UPDATE "CardState" SET "stability" = 99`);
  expect(await run('rebuild-states', '--check')).toMatchObject({
    code: 1,
    stdout: '1 cards of learners: 1 differ from their log\n',
  });
  expect(await run('rebuild-states')).toMatchObject({ code: 0, stdout: '1 cards of learners: 1 rebuilt\n' });
  expect(stability()).toBe(right);
  expect(await run('rebuild-states', '--check')).toMatchObject({ code: 0 });
  broken.close();
});

test.each([
  [['restore'], 'hornbook restore <file>'],
  [['restore', 'nowhere.db'], 'nowhere.db'],
  [['drill', 'nowhere.db'], 'nowhere.db'],
])('%j without a file is answered with a sentence', async (words, sentence) => {
  const { run } = await house();
  expect(await run(...words)).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
});
