import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { secretHash } from '@/lib/accounts/secrets';
import type { AttemptId, CardUid, ItemUid, LearnerId } from '@/lib/base/ids';
import { MINUTE_MS } from '@/lib/base/time';
import { connect, type Db } from '@/lib/db/connect';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { emptyDatabase, otherConnection } from '@/lib/testing/database';
import { countingPasswords } from '@/lib/testing/passwords';
import { openSession, PASSWORD, person } from '@/lib/testing/people';
import { ctxOf, NOW, newUids, publishCards, review } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { admitAttempt } from './admit-attempt';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { claimLearner } from './claim-learner';
import { eraseOwnData } from './erase-own-data';
import { exportOwnData } from './export-own-data';
import { identifyAccount } from './identify-account';
import { issueResetLink } from './issue-reset-link';
import { resetPassword } from './reset-password';
import { type SignUpInput, signUp } from './sign-up';
import { startAsGuest } from './start-as-guest';

const TOKEN = 'the token of this server';
const nobody = { kind: 'nobody' } as const;
const operator = { kind: 'operator' } as const;
const network = '192.0.2.1';
const passwords = countingPasswords();
const EXTRA = { ms: 60_000, grantedAt: BigInt(NOW), grantedBy: 'a teacher', reason: 'A broken screen' };

function registration(email: string, more: Partial<SignUpInput> = {}): SignUpInput {
  const base = {
    email,
    password: PASSWORD,
    adminToken: '',
    network,
    tz: 'Europe/Berlin',
    serverToken: TOKEN,
  };
  return { ...base, ...more };
}

async function countRows(db: Db, learnerId: LearnerId) {
  const where = { learnerId };
  return [
    await db.read.reviewEvent.count({ where }),
    await db.read.cardState.count({ where }),
    await db.read.enrolment.count({ where }),
    await db.read.guestKey.count({ where }),
    await db.read.learner.count({ where: { id: learnerId } }),
    await db.read.attempt.count({ where }),
    await db.read.attemptItem.count({ where: { attempt: where } }),
    await db.read.attemptChange.count({ where: { attempt: where } }),
    await db.read.attemptExtension.count({ where: { attempt: where } }),
  ];
}

test('a newcomer gets account, password and a learner enrolled in every deck; no guest’s cookie opens it', async () => {
  const db = await emptyDatabase();
  await publishCards(db, newUids(2));
  const made = await signUp(ctxOf(db, nobody), registration('ada@example.org'), passwords);
  expect(made).toMatchObject({ ok: true, value: { role: 'student' } });
  const learner = await db.read.learner.findFirst({ include: { enrolments: true, guestKeys: true } });
  expect(learner).toMatchObject({ tz: 'Europe/Berlin', guestKeys: [] });
  expect(learner?.enrolments).toHaveLength(1);
});

test('a taken address is refused after the same work, and nothing is made', async () => {
  const db = await emptyDatabase();
  await person(db, 'ada@example.org');
  const counting = countingPasswords();
  expect(await signUp(ctxOf(db, nobody), registration('ada@example.org'), counting)).toEqual({
    ok: false,
    error: { why: 'email-taken' },
  });
  expect(counting.work()).toBe(1);
  expect([await db.read.authUser.count(), await db.read.learner.count()]).toEqual([1, 1]);
});

test('the token of the server makes an admin while there is none, whoever signed up before', async () => {
  const db = await emptyDatabase();
  const ctx = ctxOf(db, nobody);
  await person(db, 'early@example.org');
  const tries = [
    [registration('a@example.org', { adminToken: 'a guess' }), { error: { why: 'wrong-admin-token' } }],
    [
      registration('b@example.org', { adminToken: TOKEN, serverToken: null }),
      { error: { why: 'wrong-admin-token' } },
    ],
    [registration('c@example.org', { adminToken: TOKEN }), { value: { role: 'admin' } }],
    [registration('d@example.org', { adminToken: TOKEN }), { error: { why: 'wrong-admin-token' } }],
    [registration('e@example.org'), { value: { role: 'student' } }],
  ] as const;
  for (const [input, outcome] of tries) expect(await signUp(ctx, input, passwords)).toMatchObject(outcome);
  expect(await db.read.authUser.count()).toBe(3);
});

test('attempts at the same moment cannot all pass, and a restart forgets none', async () => {
  const db = await emptyDatabase();
  const attempt = { kind: 'sign-in', network, account: 'ada@example.org' } as const;
  const all = await Promise.all(Array.from({ length: 25 }, () => admitAttempt({ db, now: NOW }, attempt)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(10);
  const again = await connect(db.file);
  expect(await admitAttempt({ db: again, now: NOW + MINUTE_MS }, attempt)).toEqual({
    ok: false,
    error: { why: 'too-many', waitMs: 14 * MINUTE_MS },
  });
  expect(await admitAttempt({ db: again, now: NOW + 15 * MINUTE_MS }, attempt)).toMatchObject({ ok: true });
  await again.close();
});

test('a new password ends every other session and every link for a forgotten one', async () => {
  const db = await emptyDatabase();
  const ada = await person(db, 'ada@example.org');
  const { userId, sessionId } = ada.account;
  await openSession(db, userId);
  await issueResetLink(ctxOf(db, operator), { userId, codeHash: secretHash('code') });
  const input = { present: PASSWORD, chosen: 'another password', network };
  expect(await changePassword(ctxOf(db, ada), { ...input, present: 'a guess' }, passwords)).toMatchObject({
    error: { why: 'wrong-password' },
  });
  expect(await db.read.authSession.count()).toBe(2);
  expect(await changePassword(ctxOf(db, ada), input, passwords)).toMatchObject({ ok: true });
  expect((await db.read.authSession.findMany()).map(({ id }) => id)).toEqual([sessionId]);
  expect(await db.read.authVerification.count()).toBe(0);
  expect((await db.read.authAccount.findFirst())?.password).toBe('hash of another password');
});

test('guessing at the present password is counted like guessing at the door', async () => {
  const db = await emptyDatabase();
  const ada = await person(db, 'ada@example.org');
  const guess = { present: 'a guess', chosen: 'another password', network };
  for (let tries = 0; tries < 10; tries += 1) await changePassword(ctxOf(db, ada), guess, passwords);
  expect(await changePassword(ctxOf(db, ada), { ...guess, present: PASSWORD }, passwords)).toMatchObject({
    error: { why: 'too-many' },
  });
});

test('a reset link works once, for a quarter of an hour, is kept as a hash only, and ends every session', async () => {
  const db = await emptyDatabase();
  const ada = await person(db, 'ada@example.org');
  const issue = (code: string) =>
    issueResetLink(ctxOf(db, operator), { userId: ada.account.userId, codeHash: secretHash(code) });
  const use = (code: string, now = NOW) =>
    resetPassword(ctxOf(db, nobody, now), { code, chosen: 'a third password', network }, passwords);
  const badCode = { ok: false, error: { why: 'bad-code' } };

  await issue('first');
  await issue('second');
  expect(JSON.stringify(await db.read.authVerification.findMany())).not.toContain('second');
  expect(await use('first')).toEqual(badCode);
  expect(await use('second', NOW + 15 * MINUTE_MS)).toEqual(badCode);
  expect(await db.read.authSession.count()).toBe(1);
  expect(await use('second', NOW + 15 * MINUTE_MS - 1)).toEqual({ ok: true, value: null });
  expect(await use('second')).toEqual(badCode);
  expect(await db.read.authSession.count()).toBe(0);
});

test('the last admin stays admin, and stays as long as there is anybody to be admin for', async () => {
  const db = await emptyDatabase();
  const boss = await person(db, 'boss@example.org', { role: 'admin' });
  const ada = await person(db, 'ada@example.org');
  const { userId } = boss.account;
  expect(await changeRole(ctxOf(db, boss), { userId, role: 'student' })).toEqual({
    ok: false,
    error: 'last-admin',
  });
  const erase = () => eraseOwnData(ctxOf(db, boss), { password: PASSWORD, network }, passwords);
  expect(await erase()).toEqual({ ok: false, error: { why: 'last-admin' } });
  await changeRole(ctxOf(db, boss), { userId: ada.account.userId, role: 'admin' });
  expect(await erase()).toEqual({ ok: true, value: null });
});

test('a role that is taken away is gone with the next request', async () => {
  const db = await emptyDatabase();
  const ada = await person(db, 'ada@example.org', { role: 'admin' });
  await person(db, 'boss@example.org', { role: 'admin' });
  await changeRole(ctxOf(db, operator), { userId: ada.account.userId, role: 'student' });
  expect(await identifyAccount({ db }, ada.account)).toMatchObject({ account: { role: 'student' } });
});

test('R28 deleting an account leaves no row of its learner or of guests it took in, and other people’s alone', async () => {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  await publishCases(db, caseDeck(TONE, vignette('polio', 'A girl of four cannot lift her leg.')));
  const itemUid = (await db.read.item.findFirstOrThrow()).uid as ItemUid;
  const [ada, bob] = [await person(db, 'ada@example.org'), await person(db, 'bob@example.org')];
  const guest = await startAsGuest(ctxOf(db, nobody), { tokenHash: 'token', tz: 'UTC' });
  for (const learnerId of [ada.learnerId, bob.learnerId, guest]) {
    const actor = { kind: 'learner', learnerId } as const;
    await answerCards(ctxOf(db, actor), { learnerId, sentAt: NOW, events: [review(card)] });
    const missed = await satAttempt(db, learnerId, []);
    const attemptId = await satAttempt(db, learnerId, [{ itemUid, chosen: ['B', 'A'] }], { retryOf: missed });
    await db.write((tx) => tx.attemptExtension.create({ data: { ...EXTRA, id: v7(), attemptId } }));
  }
  await claimLearner(ctxOf(db, ada), { tokenHash: 'token' });
  const wrong = { password: 'a guess', network };
  expect(await eraseOwnData(ctxOf(db, ada), wrong, passwords)).toMatchObject({
    error: { why: 'wrong-password' },
  });
  expect(await countRows(db, ada.learnerId)).toEqual([2, 1, 2, 0, 1, 4, 2, 4, 2]);
  await eraseOwnData(ctxOf(db, ada), { password: PASSWORD, network }, passwords);
  expect(await countRows(db, ada.learnerId)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await countRows(db, guest)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await countRows(db, bob.learnerId)).toEqual([1, 1, 2, 0, 1, 2, 1, 2, 1]);
  expect(await db.read.authUser.findMany({ select: { email: true } })).toEqual([
    { email: 'bob@example.org' },
  ]);
  expect([await db.read.authSession.count(), await db.read.authAccount.count()]).toEqual([1, 1]);
  expect(otherConnection(db.file).pragma('foreign_key_check')).toEqual([]);
});

test('every table that names a learner is emptied of an erased one', async () => {
  const db = await emptyDatabase();
  const tablesWith = (column: string) =>
    otherConnection(db.file)
      .prepare(
        `SELECT DISTINCT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
         WHERE m.type = 'table' AND c.name = ? ORDER BY m.name`,
      )
      .pluck()
      .all(column);
  // A new table belongs into lib/db/erasing.ts and into the export before it belongs here.
  expect(tablesWith('learnerId')).toEqual([
    'Attempt',
    'CardState',
    'Enrolment',
    'Erasure',
    'GuestKey',
    'ReviewEvent',
  ]);
  expect(tablesWith('attemptId')).toEqual(['AttemptChange', 'AttemptExtension', 'AttemptItem']);
});

test('the log of a learner who did not ask for it cannot be deleted, by nobody', async () => {
  const db = await emptyDatabase();
  const [card] = newUids(1) as [CardUid];
  await publishCards(db, [card]);
  const { learnerId, ...rest } = await person(db, 'ada@example.org');
  const ctx = ctxOf(db, { ...rest, learnerId });
  await answerCards(ctx, { learnerId, sentAt: NOW, events: [review(card)] });
  const other = otherConnection(db.file);
  other.prepare(`INSERT INTO "Erasure" VALUES ('somebody else', 0)`).run();
  expect(() => other.prepare('DELETE FROM "ReviewEvent"').run()).toThrow(/append-only/);
  expect(() => other.prepare('UPDATE "ReviewEvent" SET "grade" = 1').run()).toThrow(/append-only/);
});

test('a guest takes along and erases as well', async () => {
  const db = await emptyDatabase();
  const learnerId = await startAsGuest(ctxOf(db, nobody), { tokenHash: 'token', tz: 'UTC' });
  const ctx = ctxOf(db, { kind: 'learner', learnerId });
  expect(JSON.parse(await exported(ctx))).toMatchObject({
    account: null,
    events: [],
    states: [],
    attempts: [],
  });
  expect(await eraseOwnData(ctx, { password: '', network }, passwords)).toEqual({ ok: true, value: null });
  expect(await db.read.learner.count()).toBe(0);
});

test('the export holds every event once and in order, over as many pages as it takes', async () => {
  const db = await emptyDatabase();
  const uids = newUids(1_050);
  await publishCards(db, uids);
  const ada = await person(db, 'ada@example.org');
  const { learnerId } = ada;
  // Many at the very same instant: the pages must not lose what shares it.
  const answers = [...uids, ...uids].map((uid, index) =>
    review(uid, { answeredAt: NOW - (index % 3) * MINUTE_MS }),
  );
  for (let start = 0; start < answers.length; start += 200) {
    const events = answers.slice(start, start + 200);
    await answerCards(ctxOf(db, ada), { learnerId, sentAt: NOW, events });
  }
  const file = JSON.parse(await exported(ctxOf(db, ada)));
  expect(file.events).toHaveLength(answers.length);
  expect(new Set(file.events.map(({ id }: { id: string }) => id))).toEqual(
    new Set(answers.map(({ id }) => id)),
  );
  const instants = file.events.map(({ effectiveAt }: { effectiveAt: number }) => effectiveAt);
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
  expect(file.states).toHaveLength(uids.length);
  expect(file.states[0]).toMatchObject({
    card: expect.stringMatching(/^deck\/unit-/),
    phase: expect.any(String),
  });
});

test('the export holds every attempt with what it asked and what was done, and no key of what still runs', async () => {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(TONE, vignette('polio', 'A girl of four cannot lift her leg.')));
  const itemUid = (await db.read.item.findFirstOrThrow()).uid as ItemUid;
  const [ada, bob] = [await person(db, 'ada@example.org'), await person(db, 'bob@example.org')];
  await satAttempt(db, bob.learnerId, [{ itemUid, chosen: ['E'] }]);
  // More than a page of them, and several at the same instant.
  const ids: string[] = [];
  for (let index = 0; index < 25; index += 1) {
    const finishedAt = index === 24 ? null : NOW;
    const retryOf = index === 24 ? (ids[0] as AttemptId) : null;
    const doing = { startedAt: NOW - (24 - index - (index % 2)) * MINUTE_MS, finishedAt, retryOf };
    ids.push(
      await satAttempt(db, ada.learnerId, [{ itemUid, chosen: ['B', 'C'], confidence: 'sure' }], doing),
    );
  }
  const extra = { ...EXTRA, id: v7(), attemptId: ids[24] as string };
  await db.write((tx) => tx.attemptExtension.create({ data: extra }));
  const text = await exported(ctxOf(db, ada));
  const { attempts } = JSON.parse(text);
  expect(attempts.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
  expect(attempts.at(-1)).toMatchObject({
    id: ids[24],
    purpose: 'retry',
    retryOf: ids[0],
    finishedAt: null,
    timing: { kind: 'untimed' },
    items: [
      {
        item: 'signs/polio:case',
        version: 1,
        question: 'Which site is most likely damaged?',
        options: { A: 'Anterior horn', B: 'Dorsal root' },
      },
    ],
    changes: [
      { kind: 'choose', value: { option: 'B' } },
      { kind: 'choose', value: { option: 'C' } },
      { kind: 'confidence', value: { confidence: 'sure' } },
    ],
    extensions: [{ ms: 60_000, reason: 'A broken screen' }],
  });
  for (const secret of ['isKey', 'motor neurons die', 'Weakness without', 'a teacher']) {
    expect(text).not.toContain(secret);
  }
});

async function exported(ctx: ReturnType<typeof ctxOf>): Promise<string> {
  const pieces = await exportOwnData(ctx);
  if (!pieces.ok) throw new Error(pieces.error);
  let text = '';
  for await (const piece of pieces.value) text += piece;
  return text;
}
