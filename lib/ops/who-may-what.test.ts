import fs from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '@/lib/accounts/actor';
import type { Standing } from '@/lib/accounts/permissions';
import { secretHash } from '@/lib/accounts/secrets';
import type { AttemptId, CardUid, LearnerId, SessionId, UserId } from '@/lib/base/ids';
import { ALONE } from '@/lib/content/context';
import { connect, type Db } from '@/lib/db/connect';
import type { RegradeRequest } from '@/lib/quiz/regrade-request';
import { caseDeck, publishCases, vignette } from '@/lib/testing/cases';
import { migratedFile } from '@/lib/testing/database';
import { countingPasswords } from '@/lib/testing/passwords';
import { openSession, PASSWORD, person } from '@/lib/testing/people';
import { begin, block, CASES, choose, newAttemptId } from '@/lib/testing/sittings';
import { ctxOf, guest, NOW, newUids, publishCards, review } from '@/lib/testing/study';
import { changePassword } from './accounts/change-password';
import { changeRole } from './accounts/change-role';
import { claimLearner } from './accounts/claim-learner';
import { eraseOwnData } from './accounts/erase-own-data';
import { exportOwnData } from './accounts/export-own-data';
import { getOwnAccount } from './accounts/get-own-account';
import { identifyAccount } from './accounts/identify-account';
import { identifyGuest } from './accounts/identify-guest';
import { isAdminWanted } from './accounts/is-admin-wanted';
import { issueResetLink } from './accounts/issue-reset-link';
import { listAccounts } from './accounts/list-accounts';
import { resetPassword } from './accounts/reset-password';
import { revokeSession } from './accounts/revoke-session';
import { signUp } from './accounts/sign-up';
import { startAsGuest } from './accounts/start-as-guest';
import { publishDeck } from './authoring/publish-deck';
import { retireMissingDecks } from './authoring/retire-missing-decks';
import { getChapter } from './content/get-chapter';
import { getMedia } from './content/get-media';
import { getSampleCard } from './content/get-sample-card';
import { hasDeck } from './content/has-deck';
import { listDecks } from './content/list-decks';
import type { Actor, Ctx } from './ctx';
import { applyRegrade } from './quiz/apply-regrade';
import { findAttempt } from './quiz/find-attempt';
import { finishAttempt } from './quiz/finish-attempt';
import { finishOverdue } from './quiz/finish-overdue';
import { getAttempt } from './quiz/get-attempt';
import { getBank } from './quiz/get-bank';
import { getDailyCases } from './quiz/get-daily-cases';
import { getFirstTomorrow } from './quiz/get-first-tomorrow';
import { getItemStatistics } from './quiz/get-item-statistics';
import { getResult } from './quiz/get-result';
import { grantExtraTime } from './quiz/grant-extra-time';
import { listAttempts } from './quiz/list-attempts';
import { listRunningAttempts } from './quiz/list-running-attempts';
import { previewRegrade } from './quiz/preview-regrade';
import { saveChanges } from './quiz/save-changes';
import { startAttempt } from './quiz/start-attempt';
import { startDaily } from './quiz/start-daily';
import { startRetry } from './quiz/start-retry';
import { answerCards } from './scheduling/answer-cards';
import { getDay } from './scheduling/get-day';
import { getSitting } from './scheduling/get-sitting';
import { getToday } from './scheduling/get-today';
import { backUp } from './system/back-up';
import { checkHealth } from './system/check-health';
import { drill } from './system/drill';
import { finishRestore } from './system/finish-restore';
import { removeExpired } from './system/remove-expired';
import { removeIdleGuests } from './system/remove-idle-guests';
import { restoreBackup } from './system/restore-backup';
import { verifyDecks } from './system/verify-decks';
import { verifyMedia } from './system/verify-media';
import { verifyStates } from './system/verify-states';

const ACCOUNTS: readonly Standing[] = ROLES;
const LEARNERS: readonly Standing[] = ['guest', ...ROLES];
const EVERYONE: readonly Standing[] = ['nobody', ...LEARNERS, 'operator'];
const ADMINS: readonly Standing[] = ['admin', 'operator'];
const NONE: readonly Standing[] = [];

/** What a cell of the matrix works with. */
type Cell = Readonly<{
  ctx: Ctx;
  actor: Actor;
  card: CardUid;
  /** The actor's own things; where it has none, things that do not exist. */
  own: Things;
  /** Somebody else's. */
  others: Things;
}>;
type Things = Readonly<{
  userId: UserId;
  learnerId: LearnerId;
  sessionId: SessionId;
  resetCode: string;
  /** An exam that runs. */
  attemptId: AttemptId;
}>;

/** Does the deed to somebody's things; true when it was done. */
type Deed = (cell: Cell, things: Things) => Promise<boolean>;

/**
 * One operation: who may do it to their own things, and who to somebody else's. `others` is absent where the operation
 * takes no object: it works on whatever the actor is, and the bystander below shows that it touches nobody else.
 */
type Row = Readonly<{ own: readonly Standing[]; others?: readonly Standing[]; deed: Deed }>;

const passwords = countingPasswords();
const network = null;
const done = (result: Readonly<{ ok: boolean }>) => result.ok;
const read = () => true;
/** Whether an operation on an attempt knew it: what it said of it then is another matter. */
const known = (result: Readonly<{ ok: boolean; error?: unknown }>) =>
  result.ok || (result.error !== 'unknown-attempt' && result.error !== 'no-learner');

const OPERATOR: readonly Standing[] = ['operator'];
const VOIDED: RegradeRequest = { deck: 'signs', key: 'polio:case', version: 1, accepted: [] };

/** A new folder with a backup of the test's database, made by somebody who may. */
async function folderWithBackup(): Promise<Readonly<{ folder: string; backupFile: string }>> {
  const folder = fs.mkdtempSync(path.join(path.dirname(databaseFile), 'backups-'));
  const made = await backUp(ctxOf(db, { kind: 'operator' }), { databaseFile, folder, reason: 'manual' });
  if (!made.ok) throw new Error(made.error);
  return { folder, backupFile: made.value.file };
}

const ROWS: Readonly<Record<string, Row>> = {
  'scheduling/get-day': { own: LEARNERS, deed: async ({ ctx }) => done(await getDay(ctx)) },
  'system/back-up': {
    own: OPERATOR,
    deed: async ({ ctx }) => {
      const folder = fs.mkdtempSync(path.join(path.dirname(databaseFile), 'backups-'));
      return done(await backUp(ctx, { databaseFile, folder, reason: 'manual' }));
    },
  },
  'system/drill': {
    own: OPERATOR,
    deed: async ({ ctx }) => {
      const { folder, backupFile } = await folderWithBackup();
      return done(await drill(ctx, { backupFile, restoredFile: path.join(folder, 'restored.db') }));
    },
  },
  'system/restore-backup': {
    own: OPERATOR,
    deed: async ({ ctx }) => {
      const { folder, backupFile } = await folderWithBackup();
      const target = path.join(folder, 'live.db');
      return done(await restoreBackup(ctx, { backupFile, databaseFile: target, pid: process.pid }));
    },
  },
  'system/finish-restore': {
    own: OPERATOR,
    deed: async ({ ctx }) => done(await finishRestore(ctx, { databaseFile })),
  },
  'system/remove-expired': { own: OPERATOR, deed: async ({ ctx }) => done(await removeExpired(ctx)) },
  'system/remove-idle-guests': { own: OPERATOR, deed: async ({ ctx }) => done(await removeIdleGuests(ctx)) },
  'system/verify-decks': { own: OPERATOR, deed: async ({ ctx }) => done(await verifyDecks(ctx)) },
  'system/verify-media': { own: OPERATOR, deed: async ({ ctx }) => done(await verifyMedia(ctx)) },
  'system/verify-states': {
    own: OPERATOR,
    deed: async ({ ctx }) => done(await verifyStates(ctx, { repair: false })),
  },
  'accounts/change-password': {
    own: ACCOUNTS,
    deed: async ({ ctx }) =>
      done(await changePassword(ctx, { present: PASSWORD, chosen: 'another password', network }, passwords)),
  },
  'accounts/change-role': {
    own: ['admin'],
    others: ADMINS,
    deed: async ({ ctx }, { userId }) => done(await changeRole(ctx, { userId, role: 'admin' })),
  },
  'accounts/claim-learner': {
    own: ACCOUNTS,
    deed: async ({ ctx }) => {
      const tokenHash = v7();
      await startAsGuest(ctx, { tokenHash, tz: 'UTC' });
      return done(await claimLearner(ctx, { tokenHash }));
    },
  },
  'accounts/erase-own-data': {
    own: LEARNERS,
    deed: async ({ ctx }) => done(await eraseOwnData(ctx, { password: PASSWORD, network }, passwords)),
  },
  'accounts/export-own-data': {
    own: LEARNERS,
    deed: async ({ ctx, others }) => {
      const pieces = await exportOwnData(ctx);
      if (!pieces.ok) return false;
      let text = '';
      for await (const piece of pieces.value) text += piece;
      expect(text).not.toContain(others.learnerId);
      expect(JSON.parse(text)).toHaveProperty('events');
      return true;
    },
  },
  'accounts/get-own-account': { own: ACCOUNTS, deed: async ({ ctx }) => done(await getOwnAccount(ctx)) },
  'accounts/identify-account': {
    own: EVERYONE,
    deed: async ({ ctx }, t) => identifyAccount(ctx, t).then(read),
  },
  'accounts/identify-guest': {
    own: EVERYONE,
    deed: ({ ctx }) => identifyGuest(ctx, { tokenHash: 'none' }).then(read),
  },
  'accounts/is-admin-wanted': { own: EVERYONE, deed: ({ ctx }) => isAdminWanted(ctx).then(read) },
  'accounts/issue-reset-link': {
    own: ['admin'],
    others: ADMINS,
    deed: async ({ ctx }, { userId }) =>
      done(await issueResetLink(ctx, { userId, codeHash: secretHash(v7()) })),
  },
  'accounts/list-accounts': {
    own: ADMINS,
    deed: async ({ ctx }) => done(await listAccounts(ctx, { search: '' })),
  },
  'accounts/reset-password': {
    // The code is the permission: whoever holds it may, signed in or not.
    own: ACCOUNTS,
    others: EVERYONE,
    deed: async ({ ctx }, { resetCode: code }) =>
      done(await resetPassword(ctx, { code, chosen: 'another password', network }, passwords)),
  },
  'accounts/revoke-session': {
    own: ACCOUNTS,
    others: NONE,
    deed: async ({ ctx }, { sessionId }) => done(await revokeSession(ctx, { sessionId })),
  },
  'accounts/sign-up': {
    own: ['nobody', 'guest'],
    deed: async ({ ctx }) => {
      const input = {
        email: `${v7()}@example.org`,
        password: PASSWORD,
        adminToken: '',
        network: v7(),
        tz: 'UTC',
      };
      return done(await signUp(ctx, { ...input, serverToken: null }, passwords));
    },
  },
  'accounts/start-as-guest': {
    own: EVERYONE,
    deed: ({ ctx }) => startAsGuest(ctx, { tokenHash: v7(), tz: 'UTC' }).then(read),
  },
  'authoring/publish-deck': {
    own: ['operator'],
    deed: async ({ ctx }) => {
      const result = await publishDeck(ctx, {
        files: [{ path: 'a/deck.md', text: '' }],
        context: ALONE,
        position: 0,
        publishedBy: 'operator',
      });
      return result.ok || result.error.why === 'broken';
    },
  },
  'authoring/retire-missing-decks': {
    own: ['operator'],
    deed: async ({ ctx }) => done(await retireMissingDecks(ctx, { present: ['deck', 'signs'] })),
  },
  'content/get-chapter': {
    own: EVERYONE,
    deed: async ({ ctx }) => done(await getChapter(ctx, { deck: 'deck' })),
  },
  'content/get-media': { own: EVERYONE, deed: ({ ctx }) => getMedia(ctx, { hash: 'none' }).then(read) },
  'content/get-sample-card': { own: EVERYONE, deed: ({ ctx }) => getSampleCard(ctx).then(read) },
  'content/has-deck': { own: EVERYONE, deed: ({ ctx }) => hasDeck(ctx, { deck: 'deck' }).then(read) },
  'content/list-decks': { own: EVERYONE, deed: ({ ctx }) => listDecks(ctx).then(read) },
  'quiz/apply-regrade': {
    own: ADMINS,
    deed: async ({ ctx }) => done(await applyRegrade(ctx, { ...VOIDED, reason: 'Nothing is right' })),
  },
  'quiz/get-item-statistics': {
    own: ['instructor', 'admin', 'operator'],
    deed: async ({ ctx }) => done(await getItemStatistics(ctx, { deck: null })),
  },
  'quiz/preview-regrade': { own: ADMINS, deed: async ({ ctx }) => done(await previewRegrade(ctx, VOIDED)) },
  'quiz/find-attempt': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId: id }) => done(await findAttempt(ctx, { id })),
  },
  'quiz/list-running-attempts': {
    own: ADMINS,
    deed: async ({ ctx, others }) => {
      const listed = await listRunningAttempts(ctx);
      if (listed.ok) expect(listed.value.map(({ id }) => id)).toContain(others.attemptId);
      return done(listed);
    },
  },
  'quiz/finish-attempt': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId: id }) => done(await finishAttempt(ctx, { id })),
  },
  'quiz/finish-overdue': { own: OPERATOR, deed: async ({ ctx }) => done(await finishOverdue(ctx)) },
  'quiz/get-attempt': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId: id }) => done(await getAttempt(ctx, { id })),
  },
  'quiz/get-bank': { own: LEARNERS, deed: async ({ ctx }) => done(await getBank(ctx)) },
  'quiz/get-daily-cases': { own: LEARNERS, deed: async ({ ctx }) => done(await getDailyCases(ctx)) },
  'quiz/get-result': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId: id }) => known(await getResult(ctx, { id })),
  },
  'quiz/grant-extra-time': {
    own: ['instructor', 'admin'],
    others: ['instructor', 'admin', 'operator'],
    deed: async ({ ctx }, { attemptId }) =>
      done(await grantExtraTime(ctx, { attemptId, ms: 60_000, reason: 'Reads with a screen reader' })),
  },
  'quiz/list-attempts': {
    own: LEARNERS,
    deed: async ({ ctx, others }) => {
      const listed = await listAttempts(ctx);
      expect(JSON.stringify(listed)).not.toContain(others.attemptId);
      return done(listed);
    },
  },
  'quiz/save-changes': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId: id }) =>
      done(await saveChanges(ctx, { id, changes: [choose(0, 'A')] })),
  },
  'quiz/start-attempt': {
    own: LEARNERS,
    // Under the id of an attempt that runs already.
    others: NONE,
    deed: async ({ ctx }, { attemptId: id }) => done(await startAttempt(ctx, block({ id }))),
  },
  'quiz/start-daily': {
    own: LEARNERS,
    deed: async ({ ctx }) => known(await startDaily(ctx, { id: newAttemptId() })),
  },
  'quiz/start-retry': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId: of }) => known(await startRetry(ctx, { id: newAttemptId(), of })),
  },
  'scheduling/answer-cards': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx, card }, { learnerId }) => {
      const result = await answerCards(ctx, { learnerId, sentAt: NOW, events: [review(card)] });
      return result.ok && result.value[0]?.status === 'stored';
    },
  },
  'scheduling/get-sitting': {
    own: LEARNERS,
    deed: async ({ ctx }) => done(await getSitting(ctx, { deck: null, exclude: [] })),
  },
  'quiz/get-first-tomorrow': {
    own: LEARNERS,
    others: NONE,
    deed: async ({ ctx }, { attemptId }) => known(await getFirstTomorrow(ctx, { attemptId })),
  },
  'scheduling/get-today': { own: LEARNERS, deed: async ({ ctx }) => done(await getToday(ctx)) },
  'system/check-health': { own: EVERYONE, deed: ({ ctx }) => checkHealth(ctx).then(read) },
};

/** Files that are parts of operations: they are given what an operation has authorised. */
const PARTS = [
  'ctx',
  'accounts/admit-attempt',
  'accounts/confirm-password',
  'accounts/return-attempt',
  'quiz/load-regrade',
  'quiz/end-attempts',
  'quiz/explain-slots',
  'quiz/finish-over',
  'quiz/finish-own-overdue',
  'quiz/in-rounds',
  'quiz/load-bank',
  'quiz/choose-variants',
  'quiz/open-attempt',
  'quiz/peers',
  'quiz/plan-daily',
  'quiz/rate-slots',
  'quiz/read-paper',
  'quiz/save-together',
  'quiz/show-questions',
  'quiz/standing-of',
  'scheduling/file-events',
  'scheduling/load-stock',
  'scheduling/refold',
  'scheduling/today-of',
  // Before there is anybody to ask: the server itself, at its start.
  'system/serve-database',
];

test('every operation has a row, and every row an operation', () => {
  const files = fs
    .readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual([...Object.keys(ROWS), ...PARTS].sort());
});

let db: Db;
let databaseFile: string;
let card: CardUid;
let bystander: Things;

beforeAll(async () => {
  const file = migratedFile();
  databaseFile = file.path;
  db = await connect(file.path);
  const uids = newUids(2);
  card = uids[0] as CardUid;
  await publishCards(db, uids);
  await publishCases(db, caseDeck(...CASES, vignette('polio', 'A girl of four cannot lift her leg.')));
  // Somebody else is admin already, so that no cell is about the last one.
  await person(db, 'first@example.org', { role: 'admin' });
  bystander = (await somebody('bystander@example.org')).things;
  return async () => {
    await db.close();
    file.remove();
  };
});

async function somebody(email: string, role: Role = 'student') {
  const actor = await person(db, email, { role });
  const { userId, learnerId } = { ...actor.account, ...actor };
  await answerCards(ctxOf(db, actor), { learnerId, sentAt: NOW, events: [review(card)] });
  const resetCode = v7();
  const operator = ctxOf(db, { kind: 'operator' });
  await issueResetLink(operator, { userId, codeHash: secretHash(resetCode) });
  const attemptId = await begin(db, learnerId);
  return {
    actor,
    things: { userId, learnerId, sessionId: await openSession(db, userId), resetCode, attemptId },
  };
}

async function actorWith(standing: Standing): Promise<Readonly<{ actor: Actor; own: Things }>> {
  const nothing = { userId: v7() as UserId, learnerId: v7() as LearnerId, sessionId: v7() as SessionId };
  const own = { ...nothing, resetCode: v7(), attemptId: newAttemptId() };
  if (standing === 'nobody' || standing === 'operator') return { actor: { kind: standing }, own };
  if (standing === 'guest') {
    const learnerId = await guest(db);
    return {
      actor: { kind: 'learner', learnerId },
      own: { ...own, learnerId, attemptId: await begin(db, learnerId) },
    };
  }
  const { actor, things } = await somebody(`${v7()}@example.org`, standing);
  return { actor, own: things };
}

/** Everything of a person that is kept. */
async function rowsOf({ userId, learnerId }: Things) {
  const where = { learnerId };
  return {
    learner: await db.read.learner.findUnique({ where: { id: learnerId } }),
    events: await db.read.reviewEvent.findMany({ where }),
    states: await db.read.cardState.findMany({ where }),
    attempts: await db.read.attempt.findMany({
      where,
      include: { items: true, changes: true, extensions: true },
      orderBy: { id: 'asc' },
    }),
    enrolments: await db.read.enrolment.findMany({ where }),
    user: await db.read.authUser.findUnique({ where: { id: userId } }),
    password: await db.read.authAccount.findMany({ where: { userId } }),
    sessions: await db.read.authSession.findMany({ where: { userId } }),
    links: await db.read.authVerification.findMany({ where: { value: userId } }),
  };
}

describe.each(Object.entries(ROWS))('%s', (_name, { own, others, deed }) => {
  test.each(EVERYONE)('%s: own things, and nobody else’s are touched', async (standing) => {
    const before = await rowsOf(bystander);
    const { actor, own: mine } = await actorWith(standing);
    const cell = { ctx: ctxOf(db, actor), actor, card, own: mine, others: bystander };
    expect(await deed(cell, mine)).toBe(own.includes(standing));
    expect(await rowsOf(bystander)).toEqual(before);
  });

  if (others === undefined) return;
  test.each(EVERYONE)('%s: somebody else’s things', async (standing) => {
    const { things: victim } = await somebody(`${v7()}@example.org`);
    const before = await rowsOf(victim);
    const { actor, own: mine } = await actorWith(standing);
    const allowed = others.includes(standing);
    const cell = { ctx: ctxOf(db, actor), actor, card, own: mine, others: victim };
    expect(await deed(cell, victim)).toBe(allowed);
    if (!allowed) expect(await rowsOf(victim)).toEqual(before);
  });
});
