import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CARD, commandLine, HEAD } from '@/lib/testing/command-line';
import { replaceFile } from './replace-file';

const NAMELESS = CARD.replace('#tone ', '');
const NAMED = CARD.replace('#tone ', '#how-does-tone-change-in-a-lower ');

test('format writes what is missing, says so file by file, and has nothing to do the second time', async () => {
  const { run, read } = commandLine({ signs: HEAD('signs') + NAMELESS, palsy: HEAD('palsy') + CARD });
  expect(await run('content', 'format')).toEqual({
    code: 0,
    stdout:
      'content/signs/deck.md: 1 id (#how-does-tone-change-in-a-lower)\n1 file formatted, 1 as they should be\n',
    stderr: '',
  });
  expect(read('signs')).toBe(HEAD('signs') + NAMED);
  expect(await run('content', 'format')).toMatchObject({
    code: 0,
    stdout: '0 files formatted, 2 as they should be\n',
  });
});

test('format --check writes nothing and fails where something would be written', async () => {
  const { run, read } = commandLine({ signs: HEAD('signs') + NAMELESS });
  expect(await run('content', 'format', '--check')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('would get 1 id'),
  });
  expect(read('signs')).toBe(HEAD('signs') + NAMELESS);
  await run('content', 'format');
  expect(await run('content', 'format', '--check')).toMatchObject({ code: 0 });
});

test('the built-in decks are as formatting leaves them', async () => {
  const decks = path.join(import.meta.dirname, '../../content');
  expect(await commandLine({}).run('content', 'format', '--check', decks)).toMatchObject({ code: 0 });
});

test('a file that is named is formatted alone, with ids that no other file of its deck has', async () => {
  const { run, read, write } = commandLine({ signs: HEAD('signs') + NAMED });
  write('signs', NAMELESS, 'more.md');
  write('signs', `${NAMELESS}x`, 'other.md');
  const { stdout } = await run('content', 'format', 'content/signs/more.md');
  expect(stdout).toContain('1 file formatted');
  expect(read('signs', 'more.md')).toMatch(/^:::qa\{#how-does-tone-change-in-a-lower-\S+ obj=L1/);
  expect(read('signs', 'other.md')).toBe(`${NAMELESS}x`);
});

test('a file keeps its mode, its byte-order mark and its line ends, and its folder gets nothing else', async () => {
  const text = `\ufeff${HEAD('signs')}${NAMELESS}`.replaceAll('\n', '\r\n');
  const { run, read, contentDir } = commandLine({ signs: text });
  const file = path.join(contentDir, 'signs/deck.md');
  fs.chmodSync(file, 0o640);
  await run('content', 'format');
  expect(read('signs')).toBe(`\ufeff${HEAD('signs')}${NAMED}`.replaceAll('\n', '\r\n'));
  expect(fs.statSync(file).mode & 0o777).toBe(0o640);
  expect(fs.readdirSync(path.dirname(file))).toEqual(['deck.md']);
});

test('a file that is no UTF-8 is left as it is, since its damaged letters would be lost', async () => {
  const { run, contentDir } = commandLine({ signs: HEAD('signs') });
  const bytes = Buffer.concat([Buffer.from(HEAD('signs') + NAMELESS), Buffer.from([0xe9, 0x0a])]);
  fs.writeFileSync(path.join(contentDir, 'signs/deck.md'), bytes);
  expect(await run('content', 'format')).toMatchObject({
    code: 1,
    stderr: 'content/signs/deck.md: left as it is, because it is not UTF-8\n',
  });
  expect(fs.readFileSync(path.join(contentDir, 'signs/deck.md'))).toEqual(bytes);
});

test('a file that was changed meanwhile, or is gone, is not written', async () => {
  const { write, read, contentDir } = commandLine({ signs: 'before' });
  const file = path.join(contentDir, 'signs/deck.md');
  write('signs', 'meanwhile');
  expect(await replaceFile(file, 'before', 'after')).toEqual({ why: 'it was changed meanwhile' });
  expect(read('signs')).toBe('meanwhile');
  fs.rmSync(file);
  expect(await replaceFile(file, 'before', 'after')).toEqual({ why: 'it is gone' });
  expect(fs.readdirSync(path.dirname(file))).toEqual([]);
});

test('a symbolic link stays one, and what it leads to is written', async () => {
  const { write, read, contentDir } = commandLine({ signs: 'before' });
  const link = path.join(contentDir, 'signs/linked.md');
  fs.symlinkSync('deck.md', link);
  expect(await replaceFile(link, 'before', 'after')).toBeNull();
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  expect(read('signs')).toBe('after');
  write('signs', 'before');
});
