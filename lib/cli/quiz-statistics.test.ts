import { expect, onTestFinished, test } from 'vitest';
import { connect } from '@/lib/db/connect';
import { answeredCases } from '@/lib/testing/answered-cases';
import { typed } from '@/lib/testing/command-line';
import { emptyDatabaseFile } from '@/lib/testing/database';

async function answered(size: number) {
  const databaseFile = emptyDatabaseFile();
  const db = await connect(databaseFile);
  onTestFinished(() => db.close());
  await answeredCases(db, size);
  return typed({ cwd: '/', contentDir: '/', databaseFile, backupFolder: '/' });
}

test('statistics tells rates with their intervals, idle options, and variants that are not equally hard', async () => {
  const { run } = await answered(30);
  const told = await run('quiz', 'statistics', 'signs');
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toContain('Signs (signs): 3 versions of cases');
  // Wilson's interval for 27 of 30: 0.744 to 0.965.
  expect(told.stdout).toMatch(
    /^polio:case v1 +30 +90% \(74%–97%\) +-?0\.\d\d \(.+ to .+\) +\d of 4, not .*C, D, E$/m,
  );
  expect(told.stdout).toContain(
    'Not equally hard, though variants of horn:case: polio:case v1 is easier than wasting:case v1 by 60%.',
  );
});

test('statistics says from how many answers on it tells what it withholds', async () => {
  const { run } = await answered(12);
  const { stdout } = await run('quiz', 'statistics');
  expect(stdout).toMatch(/^limp:case v1 +12 +67% \(39%–86%\) +from 30 on +from 30 on$/m);
  expect(stdout).not.toContain('Not equally hard');
});

test('statistics --json prints one list and nothing else', async () => {
  const { run } = await answered(10);
  const { code, stdout } = await run('quiz', 'statistics', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    {
      deck: 'signs',
      reports: [
        {
          of: { key: 'polio:case', version: 1, conceptKey: 'horn:case' },
          report: { n: 10, peers: { shown: true, value: { shares: { A: 0.9, B: 0.1, C: 0 }, omitted: 0 } } },
        },
        { of: { key: 'wasting:case' } },
        { of: { key: 'limp:case' } },
      ],
      departures: [],
    },
  ]);
});

test('statistics refuses a deck that is not there, and more than one', async () => {
  const { run } = await answered(0);
  expect(await run('quiz', 'statistics', 'none')).toMatchObject({
    code: 1,
    stderr: 'There is no published deck none.\n',
  });
  expect(await run('quiz', 'statistics', 'signs', 'more')).toMatchObject({ code: 2 });
});
