import { expect, onTestFinished, test } from 'vitest';
import type { ItemUid } from '@/lib/base/ids';
import { connect } from '@/lib/db/connect';
import { satAttempt } from '@/lib/testing/attempts';
import { caseDeck, publishCases, TONE, vignette } from '@/lib/testing/cases';
import { typed } from '@/lib/testing/command-line';
import { emptyDatabaseFile } from '@/lib/testing/database';
import { guest } from '@/lib/testing/study';

const CASE = ['quiz', 'regrade', 'signs/polio:case', '--version', '1'] as const;

/** A published case with the key A, answered with A and with B. */
async function answeredCase() {
  const databaseFile = emptyDatabaseFile();
  const db = await connect(databaseFile);
  onTestFinished(() => db.close());
  await publishCases(db, caseDeck(TONE, vignette('polio', 'A girl of four cannot lift her leg.')));
  const itemUid = (await db.read.item.findFirstOrThrow()).uid as ItemUid;
  const learnerId = await guest(db);
  const right = await satAttempt(db, learnerId, [{ itemUid, chosen: ['A'] }]);
  const wrong = await satAttempt(db, learnerId, [{ itemUid, chosen: ['B'] }]);
  const { run } = typed({ cwd: '/', contentDir: '/', databaseFile, backupFolder: '/' });
  return { db, run, right, wrong };
}

test('Q10 regrade shows what it would do and changes nothing, until it is told to apply', async () => {
  const { db, run, right, wrong } = await answeredCase();
  const shown = await run(...CASE, '--accept', 'A,B');
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toContain('Right until now: A. Right from now on: A, B.');
  expect(shown.stdout).toContain(
    '2 answers of 1 learner in attempts that have ended: 1 gain the mark, 0 lose it, 1 keep',
  );
  expect(shown.stdout).toContain(`${wrong}, item 1: B  0 → 1`);
  expect(shown.stdout).not.toContain(right);
  expect(shown.stdout).toContain('Nothing was changed.');
  expect(await db.read.regrade.count()).toBe(0);

  const applied = await run(...CASE, '--accept=A,B', '--why', 'Both are taught', '--apply');
  expect(applied).toMatchObject({ code: 0, stderr: '' });
  expect(applied.stdout).toContain('Decided, and kept with its reason.');
  expect(await db.read.regrade.findMany()).toMatchObject([
    { accepted: '["A","B"]', decidedBy: 'operator', reason: 'Both are taught' },
  ]);

  const again = await run(...CASE, '--accept', 'B,A', '--why', 'Once more', '--apply');
  expect(again.stdout).toContain('It is scored so already. Nothing was changed.');
  expect(await db.read.regrade.count()).toBe(1);
});

test('Q11 regrade voids an item, and takes that back', async () => {
  const { db, run } = await answeredCase();
  const voided = await run(...CASE, '--void', '--apply', '--why', 'Nothing is right');
  expect(voided.stdout).toContain('Right from now on: void, everybody gets the mark.');
  const back = await run(...CASE, '--as-authored', '--apply', '--why', 'It was right');
  expect(back.stdout).toContain('Right until now: void, everybody gets the mark. Right from now on: A.');
  const kept = await db.read.regrade.findMany({ orderBy: { decidedAt: 'asc' } });
  expect(kept.map(({ accepted }) => accepted)).toEqual(['[]', 'null']);
});

test.each([
  ['no case', ['quiz', 'regrade', '--version', '1', '--void'], 'takes one case'],
  [
    'a case without its deck',
    ['quiz', 'regrade', 'polio:case', '--version', '1', '--void'],
    'takes one case',
  ],
  ['no version', ['quiz', 'regrade', 'signs/polio:case', '--void'], '--version with a number'],
  [
    'a version that is no number',
    ['quiz', 'regrade', 'signs/polio:case', '--version', 'two', '--void'],
    '--version',
  ],
  ['nothing to decide', [...CASE], 'one of --accept'],
  ['two decisions', [...CASE, '--void', '--accept', 'B'], 'one of --accept'],
  ['letters that are none', [...CASE, '--accept', 'b,c'], 'letters of options'],
  ['a flag without its value', [...CASE, '--accept'], '--accept of quiz regrade needs a value'],
  ['a flag with another’s name for its value', [...CASE, '--accept', '--apply'], 'needs a value'],
  ['a flag twice', [...CASE, '--void', '--void'], 'takes --void once'],
  ['a value where none is taken', [...CASE, '--void=yes'], 'takes no value'],
  ['a flag it does not know', [...CASE, '--viod'], 'Did you mean --void?'],
  ['no reason', [...CASE, '--void', '--apply'], 'needs a reason'],
  ['a blank reason', [...CASE, '--void', '--apply', '--why', '  '], 'needs a reason'],
] as const)('regrade does not understand %s, and says what it needs', async (_what, words, told) => {
  const { db, run } = await answeredCase();
  expect(await run(...words)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
  expect(await db.read.regrade.count()).toBe(0);
});

test.each([
  [
    'an unknown case',
    ['quiz', 'regrade', 'signs/other:case', '--version', '1', '--void'],
    'no published case',
  ],
  ['an unknown version', ['quiz', 'regrade', 'signs/polio:case', '--version', '2', '--void'], 'no version 2'],
  ['an unknown letter', [...CASE, '--accept', 'A,F'], 'does not have'],
] as const)('regrade refuses %s', async (_what, words, told) => {
  const { run } = await answeredCase();
  expect(await run(...words)).toMatchObject({ code: 1, stderr: expect.stringContaining(told) });
});
