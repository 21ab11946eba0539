import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CARD, commandLine, HEAD } from '@/lib/testing/command-line';

test('check holds a folder with a list of claims to it, and a deck of it to the numbers in the list', async () => {
  const { run, contentDir } = commandLine({
    signs: HEAD('signs') + CARD.replace('obj=L1', 'obj=L1 claims="C01 C09"'),
  });
  fs.writeFileSync(
    path.join(contentDir, 'claims.yaml'),
    'C01: { text: Tone falls }\nC02: { text: Reflexes go }\n',
  );
  const alone = await run('content', 'check', 'content/signs');
  expect(alone).toMatchObject({ code: 1, stdout: expect.stringMatching(/S12-\S+ There is no claim `C09`/) });
  fs.writeFileSync(
    path.join(contentDir, 'claims.yaml'),
    'C01: { text: Tone falls }\nC09: { text: Reflexes go }\n',
  );
  expect((await run('content', 'check', 'content/signs')).code).toBe(0);
  fs.appendFileSync(path.join(contentDir, 'claims.yaml'), 'C03: { text: Muscle wastes }\n');
  expect(await run('content', 'check')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^content\/claims\.yaml:3:\d+ error D01-/m),
  });
});

test('stats counts what a folder of decks holds and lists what is open', async () => {
  const { run, contentDir } = commandLine({
    signs: HEAD('signs') + CARD.replace('obj=L1', 'obj=L1 claims="C01"'),
  });
  fs.writeFileSync(
    path.join(contentDir, 'claims.yaml'),
    'C01: { text: Tone falls }\nC02: { text: Reflexes go }\n',
  );
  const { code, stdout } = await run('content', 'stats');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^signs +1 +0 +0 +0\/1 +1\/2 +– +0 +0$/m);
  expect(stdout).toContain('Claims that nothing teaches: C02.');
  expect(stdout).toContain('signs L1: 1 card, 0 cases');
});

test('stats --json prints one object and nothing else', async () => {
  const { run } = commandLine({ signs: HEAD('signs') + CARD });
  const { code, stdout } = await run('content', 'stats', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    decks: [{ deck: 'signs', cards: 1, errors: 0 }],
    all: { cards: 1, objectives: { covered: 0, all: 1 } },
    uncoveredClaims: [],
    silenced: [],
  });
});

test('runs prints the hashes by which check then finds copied words', async () => {
  const { cwd, run, contentDir } = commandLine({
    signs: `${HEAD('signs')}\nOne two three four five six seven eight.\n`,
  });
  fs.writeFileSync(path.join(cwd, 'theirs.txt'), 'Zero, one two three four five six seven eight nine.');
  fs.writeFileSync(
    path.join(contentDir, 'foreign-runs.txt'),
    (await run('content', 'runs', 'theirs.txt')).stdout,
  );
  expect(await run('content', 'check')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('D06-foreign-words'),
  });
});

test('publish tells what the list of claims lacks and publishes the decks all the same', async () => {
  const { run, contentDir, fronts } = commandLine({ signs: HEAD('signs') + CARD });
  fs.writeFileSync(path.join(contentDir, 'claims.yaml'), 'C01: { text: Tone falls }\n');
  const { code, stdout, stderr } = await run('content', 'publish');
  expect(code).toBe(1);
  expect(stderr).toContain('D01-uncovered-claim');
  expect(stdout).toContain('signs: revision 1, 1 added');
  expect(fronts()).toHaveLength(1);
});
