import { expect, onTestFinished, test } from 'vitest';
import { MINUTE_MS } from '@/lib/base/time';
import { connect } from '@/lib/db/connect';
import { caseDeck, publishCases } from '@/lib/testing/cases';
import { typed } from '@/lib/testing/command-line';
import { emptyDatabaseFile } from '@/lib/testing/database';
import { person } from '@/lib/testing/people';
import { begin, CASES, finish, newAttemptId, view } from '@/lib/testing/sittings';
import { guest } from '@/lib/testing/study';

const LASTS_MS = 600 * MINUTE_MS;

/** Somebody with an account and a guest sit an exam each, begun just now; somebody else has handed in. */
async function examination() {
  const databaseFile = emptyDatabaseFile();
  const db = await connect(databaseFile);
  onTestFinished(() => db.close());
  await publishCases(db, caseDeck(...CASES));
  const now = Date.now();
  const { learnerId } = await person(db, 'ada@example.org');
  const id = await begin(db, learnerId, { timing: { kind: 'block', ms: LASTS_MS }, now });
  const guestId = await guest(db);
  const guests = await begin(db, guestId, { timing: { kind: 'block', ms: 2 * LASTS_MS }, count: 2, now });
  const other = await guest(db);
  const untimed = await begin(db, other, { timing: { kind: 'untimed' }, now });
  const ended = await begin(db, await guest(db), { now });
  const endedBy = (await db.read.attempt.findUniqueOrThrow({ where: { id: ended } })).learnerId;
  await finish(db, endedBy as typeof learnerId, ended, now);
  const { run } = typed({ cwd: '/', contentDir: '/', databaseFile, backupFolder: '/' });
  const deadlineOf = async () => (await view(db, learnerId, id, now)).attempt.deadlineAt;
  return { db, run, id, guests, untimed, ended, deadlineOf, deadlineAt: now + LASTS_MS };
}

function told(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

test('Q16 running tells whose attempts run, since when and until when, and none that has ended or has no clock', async () => {
  const { run, id, guests, untimed, ended, deadlineAt } = await examination();
  const { code, stdout, stderr } = await run('quiz', 'running');
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.split('\n');
  const line = lines.find((one) => one.includes(id)) ?? '';
  for (const part of ['ada@example.org', 'exam', '4', told(deadlineAt - LASTS_MS), told(deadlineAt)])
    expect(line).toContain(part);
  const second = lines.find((one) => one.includes(guests)) ?? '';
  expect(second).toContain('guest');
  expect(second).toContain(told(deadlineAt + LASTS_MS));
  // The next to end comes first.
  expect(lines.indexOf(line)).toBeLessThan(lines.indexOf(second));
  expect(stdout).not.toContain(untimed);
  expect(stdout).not.toContain(ended);
});

test('running says so where nothing runs', async () => {
  const databaseFile = emptyDatabaseFile();
  const { run } = typed({ cwd: '/', contentDir: '/', databaseFile, backupFolder: '/' });
  expect(await run('quiz', 'running')).toEqual({
    code: 0,
    stdout: 'No attempt runs against the clock.\n',
    stderr: '',
  });
  expect(await run('quiz', 'running', 'signs')).toMatchObject({ code: 2 });
});

test('Q16 extra-time moves the deadline of a running attempt and keeps who granted it and why', async () => {
  const { db, run, id, deadlineOf, deadlineAt } = await examination();
  const granted = await run('quiz', 'extra-time', id, '15', '--reason', 'Reads with a screen reader');
  expect(granted).toMatchObject({ code: 0, stderr: '' });
  expect(granted.stdout).toContain(told(deadlineAt + 15 * MINUTE_MS));
  expect(await deadlineOf()).toBe(deadlineAt + 15 * MINUTE_MS);
  expect(await db.read.attemptExtension.findMany()).toMatchObject([
    { attemptId: id, ms: 15 * MINUTE_MS, grantedBy: 'operator', reason: 'Reads with a screen reader' },
  ]);
  await run('quiz', 'extra-time', id, '0.5', '--reason=A broken screen');
  expect(await deadlineOf()).toBe(deadlineAt + 15.5 * MINUTE_MS);
  expect((await run('quiz', 'running')).stdout).toContain(told(deadlineAt + 15.5 * MINUTE_MS));
});

test.each([
  ['no attempt', [], 'takes an attempt and minutes'],
  ['no minutes', ['ID'], 'takes an attempt and minutes'],
  ['more than that', ['ID', '5', '6'], 'takes an attempt and minutes'],
  ['no number of minutes', ['ID', 'five'], 'a number of minutes'],
  ['none', ['ID', '0'], 'a number of minutes'],
  ['less than none', ['ID', '-5'], 'a number of minutes'],
  ['more than a day', ['ID', '1441'], 'a number of minutes'],
  ['a flag it does not know', ['ID', '5', '--raeson', 'why'], 'Did you mean --reason?'],
] as const)('extra-time does not understand %s, and says what it needs', async (_, words, message) => {
  const { db, run, id } = await examination();
  const named = words.map((word) => (word === 'ID' ? id : word));
  expect(await run('quiz', 'extra-time', ...named, '--reason', 'why')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(message),
  });
  expect(await db.read.attemptExtension.count()).toBe(0);
});

test.each([[[]], [['--reason', '  ']]])('extra-time needs a reason (%j)', async (words) => {
  const { run, id, deadlineOf, deadlineAt } = await examination();
  expect(await run('quiz', 'extra-time', id, '5', ...words)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('needs a reason'),
  });
  expect(await deadlineOf()).toBe(deadlineAt);
});

test('extra-time is refused to an attempt that is unknown, has ended or has no clock', async () => {
  const { db, run, untimed, ended } = await examination();
  const refusals: string[] = [];
  for (const id of [newAttemptId(), ended, untimed]) {
    const { code, stdout, stderr } = await run('quiz', 'extra-time', id, '5', '--reason', 'why');
    expect([code, stdout]).toEqual([1, '']);
    refusals.push(stderr);
  }
  expect(refusals).toEqual([
    expect.stringContaining('There is no attempt'),
    expect.stringContaining('has ended'),
    expect.stringContaining('no clock'),
  ]);
  expect(await db.read.attemptExtension.count()).toBe(0);
});
