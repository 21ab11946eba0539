import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CARD, commandLine, HEAD } from '@/lib/testing/command-line';
import { COMMANDS } from './commands';

test('check says how much it read when all is well', async () => {
  const { run } = commandLine({ signs: HEAD('signs') + CARD });
  expect(await run('content', 'check')).toEqual({
    code: 0,
    stdout: '1 deck, 1 card: 0 errors, 0 warnings\n',
    stderr: '',
  });
});

test('check prints every problem as file:line:col severity rule message and fails', async () => {
  const { run } = commandLine({
    signs: HEAD('signs') + CARD.replace('{#tone ', '{') + CARD.replace('src=adams', 'src=x'),
  });
  const { code, stdout } = await run('content', 'check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^content\/signs\/deck\.md:11:4 error S05-\S+ .+/m);
  expect(stdout).toMatch(/^content\/signs\/deck\.md:\d+:\d+ error S12-\S+ .+/m);
});

test('check --json prints one array of diagnostics and nothing else', async () => {
  const { run } = commandLine({ signs: HEAD('signs') + CARD.replace('{#tone ', '{') });
  const { code, stdout } = await run('content', 'check', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toContainEqual({
    file: 'content/signs/deck.md',
    line: 11,
    column: expect.any(Number),
    endLine: expect.any(Number),
    endColumn: expect.any(Number),
    severity: 'error',
    ruleId: expect.stringMatching(/^S05-/),
    message: expect.any(String),
    hint: expect.any(String),
  });
});

test('check --json stays one array where a path holds no deck, and the other paths are checked', async () => {
  const { run } = commandLine({ signs: HEAD('signs') + CARD.replace('{#tone ', '{') });
  const { code, stdout } = await run('content', 'check', 'nowhere', 'content/signs', '--json');
  expect(code).toBe(2);
  const told: readonly { ruleId: string; file: string }[] = JSON.parse(stdout);
  expect(told.map(({ ruleId }) => ruleId)).toContain('S05-unit-id');
  expect(told).toContainEqual(
    expect.objectContaining({ file: 'nowhere', severity: 'error', ruleId: 'S00-no-deck' }),
  );
});

test.each([
  ['a folder of decks', 'content'],
  ['a deck’s folder', 'content/signs'],
  ['a file of a deck', 'content/signs/deck.md'],
])('check reads %s', async (_, target) => {
  const { run } = commandLine({ signs: HEAD('signs') + CARD });
  expect(await run('content', 'check', target)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 card'),
  });
});

test.each([
  [['content', 'check', 'nowhere'], 'There is nothing at nowhere'],
  [['content', 'check', '--loud'], 'content check does not know --loud. It knows --json.'],
  [['content', 'check', '--jsn'], 'Did you mean --json?'],
  [['content', 'polish'], 'There is no command “content polish”. Did you mean “content publish”?'],
  [['contnt', 'check'], 'There is no command “contnt”. Did you mean “content check”?'],
  [['check'], 'There is no command “check”. Did you mean “content check”?'],
  [['drll'], 'There is no command “drll”. Did you mean “drill”?'],
  [['deck'], 'There is no command “deck”.\n'],
  [['content', 'rules', 'S55'], 'There is no rule S55. Did you mean S'],
])('%j is answered with a sentence', async (words, sentence) => {
  const { run } = commandLine({ signs: HEAD('signs') + CARD });
  expect(await run(...words)).toMatchObject({ code: 2, stderr: expect.stringContaining(sentence) });
});

test.each([[[]], [['help']], [['--help']], [['drill', '--help']]])(
  'the help is one list of everything that can be done: %j',
  async (words) => {
    const { run } = commandLine({});
    const { code, stdout } = await run(...words);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    for (const { name, does } of COMMANDS)
      expect(
        lines.filter((line) => line.startsWith(`  hornbook ${name} `) && line.endsWith(does)),
      ).toHaveLength(1);
  },
);

test.each([[['content']], [['content', 'help']], [['content', 'check', '--help']]])(
  'content tells only of its own commands: %j',
  async (words) => {
    const { stdout } = await commandLine({}).run(...words);
    expect(stdout).toContain('hornbook content watch');
    expect(stdout).not.toContain('hornbook drill');
  },
);

test('rules explains the rules that are named, by number or by name', async () => {
  const { stdout } = await commandLine({}).run('content', 'rules', 's05', 'F11-orphan');
  expect(stdout).toMatch(/^S05-unit-id\n[\s\S]+\nF11-orphan\n/);
});

test('check reads the media of a deck and tells what is wrong with them where they are shown', async () => {
  const { run, contentDir } = commandLine({
    signs: `${HEAD('signs')}${CARD}\n![A face](media/face.gif)\n\n![A nerve](media/left/cn7.svg)\n`,
  });
  const check = async () => (await run('content', 'check')).stdout;
  expect(await check()).toMatch(/deck\.md:\d+:1 error S12-\S+ There is no file `media\/face\.gif`/);
  const media = path.join(contentDir, 'signs/media');
  fs.mkdirSync(path.join(media, 'left'), { recursive: true });
  fs.writeFileSync(path.join(media, 'face.gif'), 'GIF89a\x03\x00\x02\x00\x00', 'latin1');
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script/></svg>';
  fs.writeFileSync(path.join(media, 'left/cn7.svg'), drawing);
  expect(await check()).toMatch(/deck\.md:\d+:1 error S19-media media\/left\/cn7\.svg:2: /);
  fs.writeFileSync(path.join(media, 'left/cn7.svg'), drawing.replace('<script/>', '<g/>'));
  expect(await check()).toBe('1 deck, 1 card: 0 errors, 0 warnings\n');
});

test('publish publishes, says nothing changed the second time, and retires a deck whose folder is gone', async () => {
  const { run, fronts, contentDir } = commandLine({
    signs: HEAD('signs') + CARD,
    palsy: HEAD('palsy') + CARD,
  });
  expect(await run('content', 'publish')).toMatchObject({
    code: 0,
    stdout: 'palsy: revision 1, 1 added\nsigns: revision 1, 1 added\n',
  });
  expect((await run('content', 'publish')).stdout).toBe(
    'palsy: revision 1, nothing changed\nsigns: revision 1, nothing changed\n',
  );
  fs.rmSync(path.join(contentDir, 'palsy'), { recursive: true });
  expect((await run('content', 'publish')).stdout).toContain('palsy: retired');
  expect(fronts()).toHaveLength(1);
});

test('publish leaves a deck that came from another folder where it is, whatever the built-in folder has', async () => {
  const { run, fronts, contentDir } = commandLine({ signs: HEAD('signs') + CARD });
  const elsewhere = path.join(contentDir, '../elsewhere/palsy');
  fs.mkdirSync(elsewhere, { recursive: true });
  fs.writeFileSync(path.join(elsewhere, 'deck.md'), HEAD('palsy') + CARD);
  expect(await run('content', 'publish', path.dirname(elsewhere))).toMatchObject({ code: 0 });
  const { code, stdout } = await run('content', 'publish');
  expect([code, stdout]).toEqual([0, 'signs: revision 1, 1 added\n']);
  expect(fronts()).toHaveLength(2);
});

test('publish says how a renamed card gets its history back, in its head or in the row of a table', async () => {
  const { run, write } = commandLine({ signs: HEAD('signs') + CARD });
  await run('content', 'publish');
  write('signs', HEAD('signs') + CARD.replace('#tone', '#muscle-tone'));
  const { stderr } = await run('content', 'publish');
  expect(stderr).toMatch(/write was=old-id in its head, or for a row of a\s+table in the braces of the row/);
});

test('publish takes decks in the order that ORDER names', async () => {
  const { run, contentDir } = commandLine({ alpha: HEAD('alpha') + CARD, beta: HEAD('beta') + CARD });
  fs.writeFileSync(path.join(contentDir, 'ORDER'), 'beta\n');
  expect((await run('content', 'publish')).stdout).toMatch(/^beta: .+\nalpha: /);
});

test('a broken deck is reported and left as it stands, and the others are published', async () => {
  const { run, write, fronts } = commandLine({ signs: HEAD('signs') + CARD, palsy: HEAD('palsy') + CARD });
  await run('content', 'publish');
  write('signs', HEAD('signs') + CARD.replace('{#tone ', '{'));
  write('palsy', HEAD('palsy') + CARD.replace('How does tone', 'In what way does tone'));
  const { code, stdout, stderr } = await run('content', 'publish');
  expect(code).toBe(1);
  expect(stdout).toContain('palsy: revision 2, 1 changed');
  expect(stderr).toMatch(/S05-[\s\S]+signs: not published; what learners see stays as it was/);
  expect(fronts()).toEqual([
    expect.stringContaining('How does tone'),
    expect.stringContaining('In what way does tone'),
  ]);
});
