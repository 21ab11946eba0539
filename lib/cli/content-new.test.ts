import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CARD, commandLine, HEAD } from '@/lib/testing/command-line';

test('new begins a deck without a problem, which can be formatted and published as it is', async () => {
  const { run, contentDir, fronts } = commandLine({});
  expect(await run('content', 'new', 'motor-neurons')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^content\/motor-neurons\/deck\.md is there[\s\S]+content -- watch/),
  });
  expect(fs.readdirSync(path.join(contentDir, 'motor-neurons'))).toEqual(['deck.md', 'media']);
  expect(await run('content', 'check')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^1 deck, \d+ cards: 0 errors, 0 warnings\n$/),
    stderr: '',
  });
  expect(await run('content', 'format', '--check')).toMatchObject({ code: 0 });
  expect(await run('content', 'publish')).toMatchObject({ code: 0 });
  expect(fronts()).toContain('What happens to muscle tone below a lower motor neuron lesion?');
});

test('new names a claim in a library that lists what it teaches', async () => {
  const { run, read, contentDir } = commandLine({ signs: HEAD('signs') + CARD });
  fs.writeFileSync(
    path.join(contentDir, 'claims.yaml'),
    'C07: { text: Tone falls below the lesion., corrected: false }\n',
  );
  await run('content', 'new', 'motor-neurons');
  expect(read('motor-neurons')).toContain('claims="C07"');
  expect(await run('content', 'check', 'content/motor-neurons')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^1 deck, \d+ cards: 0 errors, 0 warnings\n$/),
  });
});

test('new leaves alone what is there already', async () => {
  const { run, read } = commandLine({ signs: 'mine' });
  expect(await run('content', 'new', 'signs')).toMatchObject({
    code: 1,
    stderr: 'There is something at content/signs already. Nothing was changed.\n',
  });
  expect(read('signs')).toBe('mine');
});

test.each([
  [['Motor Neurons'], 'For example motor-neurons.'],
  [['../outside'], 'cannot name a deck'],
  [['a', 'b'], 'takes one name'],
  [[], 'takes one name'],
  [['--force', 'a'], 'does not know --force'],
])('new refuses %j with a sentence', async (names, sentence) => {
  const { run, contentDir } = commandLine({});
  expect(await run('content', 'new', ...names)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(sentence),
  });
  expect(fs.readdirSync(contentDir)).toEqual([]);
});
