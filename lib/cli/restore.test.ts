import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { ItemUid } from '@/lib/base/ids';
import { connect } from '@/lib/db/connect';
import { lockFile, ownDatabase } from '@/lib/db/ownership';
import { claimLearner } from '@/lib/ops/accounts/claim-learner';
import { eraseOwnData } from '@/lib/ops/accounts/erase-own-data';
import { startAsGuest } from '@/lib/ops/accounts/start-as-guest';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import { getDay } from '@/lib/ops/scheduling/get-day';
import { finishRestore } from '@/lib/ops/system/finish-restore';
import { verifyStates } from '@/lib/ops/system/verify-states';
import { backupOf } from '@/lib/store/backup-names';
import { restoreNoteFile } from '@/lib/store/restore-note';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { house } from '@/lib/testing/house';
import { countingPasswords } from '@/lib/testing/passwords';
import { PASSWORD, person } from '@/lib/testing/people';
import { ctxOf, guest, NOW, review } from '@/lib/testing/study';

const OPERATOR = { kind: 'operator' } as const;

test('restore puts the backup in place and keeps what stood there, log and all', async () => {
  const { run, made, db, answer, databaseFile } = await house();
  const file = await made();
  // As a backup comes back from another machine.
  fs.chmodSync(file, 0o644);
  await answer(2);
  await db.close();
  const restored = await run('restore', file);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(fs.statSync(databaseFile).mode & 0o777).toBe(0o600);
  const count = (place: string) => {
    const database = new Database(place, { readonly: true });
    const events = database.prepare('SELECT count(*) FROM "ReviewEvent"').pluck().get();
    database.close();
    return events;
  };
  expect(count(databaseFile)).toBe(5);
  expect(count(/kept as (.+)\.\n/.exec(restored.stdout)?.[1] ?? '')).toBe(7);
  const again = await connect(databaseFile);
  expect(await again.read.reviewEvent.count()).toBe(5);
  await again.close();
});

test('O08 whoever asked to be forgotten after the backup is forgotten again before the restored database serves', async () => {
  const { run, made, db, databaseFile } = await house();
  const leaving = await person(db, 'leaving@example.org');
  const staying = await guest(db);
  const file = await made();
  const erased = await eraseOwnData(
    ctxOf(db, leaving),
    { password: PASSWORD, network: null },
    countingPasswords(),
  );
  expect(erased.ok).toBe(true);
  await db.close();
  expect(await run('restore', file)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('(1 in all) is forgotten again'),
  });
  const served = await startAgain(databaseFile);
  expect(await served.read.authUser.count()).toBe(0);
  const left = (await served.read.learner.findMany()).map(({ id }) => id);
  expect(left).not.toContain(leaving.learnerId);
  expect(left).toContain(staying);
  expect(await served.read.erasure.count()).toBe(1);
  expect(fs.existsSync(restoreNoteFile(databaseFile))).toBe(false);
});

test('O08 attempts that a backup brings back go again with whoever is forgotten, also those of a guest taken in since', async () => {
  const { run, made, db, databaseFile } = await house();
  await publishCases(db, caseDeck(TONE, vignette('polio', 'A girl of four cannot lift her leg.')));
  const itemUid = (await db.read.item.findFirstOrThrow()).uid as ItemUid;
  const leaving = await person(db, 'leaving@example.org');
  const staying = await guest(db);
  const before = await startAsGuest(ctxOf(db, { kind: 'nobody' }), { tokenHash: 'token', tz: 'UTC' });
  for (const learnerId of [leaving.learnerId, staying, before]) {
    await satAttempt(db, learnerId, [{ itemUid, chosen: ['B'] }]);
  }
  const file = await made();
  await claimLearner(ctxOf(db, leaving), { tokenHash: 'token' });
  await eraseOwnData(ctxOf(db, leaving), { password: PASSWORD, network: null }, countingPasswords());
  await db.close();
  await run('restore', file);
  const served = await startAgain(databaseFile);
  const left = await served.read.attempt.findMany({ include: { items: true, changes: true } });
  expect(left).toMatchObject([{ learnerId: staying, items: [{ slot: 0 }], changes: [{ kind: 'choose' }] }]);
  expect([await served.read.attemptItem.count(), await served.read.attemptChange.count()]).toEqual([1, 1]);
});

test('O08 a backup restored twice before a start still forgets whom the first database knew to be forgotten', async () => {
  const { run, made, db, databaseFile } = await house();
  const leaving = await person(db, 'leaving@example.org');
  const file = await made();
  await eraseOwnData(ctxOf(db, leaving), { password: PASSWORD, network: null }, countingPasswords());
  await db.close();
  await run('restore', file);
  await run('restore', file);
  const served = await startAgain(databaseFile);
  expect(await served.read.authUser.count()).toBe(0);
});

test('O08 answers that a backup lacks come back from the devices, each counted once, and the day tells devices to send them', async () => {
  const { run, made, db, card, learnerId, databaseFile } = await house();
  const backupFile = await made();
  const backupAt = backupOf(path.basename(backupFile))?.createdAt;
  const later = Array.from({ length: 2 }, () => review(card));
  const learner = { kind: 'learner', learnerId } as const;
  await answerCards(ctxOf(db, learner), { learnerId, sentAt: NOW, events: later });
  const before = await getDay(ctxOf(db, learner));
  expect(before.ok && before.value.restored).toBeNull();
  await db.close();
  await run('restore', backupFile);

  const served = await startAgain(databaseFile);
  expect(await served.read.reviewEvent.count()).toBe(5);
  const day = await getDay(ctxOf(served, learner));
  expect(day.ok && day.value.restored).toEqual({ id: expect.any(String), backupAt });
  const again = await answerCards(ctxOf(served, learner), {
    learnerId,
    sentAt: NOW,
    events: [...later, ...later],
  });
  expect(again.ok && again.value.map(({ status }) => status)).toEqual([
    'stored',
    'stored',
    'duplicate',
    'duplicate',
  ]);
  expect(await served.read.reviewEvent.count()).toBe(7);
  expect(await verifyStates(ctxOf(served, OPERATOR), { repair: false })).toMatchObject({
    value: { wrong: [] },
  });
});

test('a restore over a database that cannot be read says that it does not know who asked to be forgotten', async () => {
  const { run, made, db, databaseFile } = await house();
  const file = await made();
  await db.close();
  fs.writeFileSync(databaseFile, 'no database any more');
  expect(await run('restore', file)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('does not tell who asked to be forgotten'),
  });
});

/** The restored database as a server opens it, once what the restore left to do is done. */
async function startAgain(databaseFile: string) {
  const served = await connect(databaseFile);
  onTestFinished(() => served.close());
  for (const finished of [true, false]) {
    const result = await finishRestore(ctxOf(served, OPERATOR), { databaseFile });
    expect(result.ok && result.value !== null).toBe(finished);
  }
  return served;
}

test('R30 restore refuses while a server owns the database, and nothing changes', async () => {
  const { run, made, databaseFile } = await house();
  const file = await made();
  const own = ownDatabase(databaseFile, { pid: 4711, since: '2026-11-23T14:00:00.000Z' });
  expect(await run('restore', file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('process 4711'),
  });
  own.release();
  expect(fs.existsSync(lockFile(databaseFile))).toBe(true);
});
