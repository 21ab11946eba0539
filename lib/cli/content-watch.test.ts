import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CARD, commandLine, HEAD } from '@/lib/testing/command-line';

/** The command line watching its decks, and a way to wait until it has said something more. */
async function watching(decks: Readonly<Record<string, string>>, ...paths: string[]) {
  const line = commandLine(decks);
  const { told, ended, interrupt } = line.start('content', 'watch', ...paths);
  onTestFinished(async () => {
    interrupt();
    await ended;
  });
  let read = 0;
  const next = async (words: RegExp | string) => {
    await vi.waitFor(() => expect(told.stdout.slice(read)).toMatch(words), { timeout: 10_000, interval: 20 });
    const said = told.stdout.slice(read);
    read = told.stdout.length;
    return said;
  };
  return { ...line, told, ended, interrupt, next };
}

test('watch checks every deck once, and then only the one that was changed', async () => {
  const { next, write } = await watching({ signs: HEAD('signs') + CARD, palsy: HEAD('palsy') + CARD });
  const first = await next('Waiting for changes');
  expect(first).toMatch(/^\d\d:\d\d:\d\d palsy: 1 card, 0 errors, 0 warnings \(\d+ ms\)$/m);
  expect(first).toMatch(/ signs: 1 card, 0 errors, 0 warnings /);
  write('signs', HEAD('signs') + CARD.replace('#tone ', ''));
  const second = await next(/ signs: .+\n/);
  expect(second).toMatch(/^content\/signs\/deck\.md:11:4 error S05-unit-id /m);
  expect(second).toMatch(/ signs: no cards while there are errors, 1 error, 0 warnings /);
  expect(second).not.toContain('palsy');
  write('signs', HEAD('signs') + CARD);
  expect(await next(/ signs: .+\n/)).toMatch(/ signs: 1 card, 0 errors/);
});

test('watch goes on when a deck comes, goes, or cannot be read', async () => {
  const { next, write, contentDir } = await watching({ signs: HEAD('signs') + CARD });
  await next('Waiting for changes');
  write('palsy', HEAD('palsy') + CARD);
  expect(await next(/ palsy: .+\n/)).not.toContain('signs');
  fs.rmSync(path.join(contentDir, 'palsy'), { recursive: true });
  await next(/ palsy: gone\n/);
  fs.writeFileSync(path.join(contentDir, 'signs/more.md'), Buffer.from([0xff, 0xfe, 0x00]));
  expect(await next(/ signs: .+\n/)).toContain('S18-encoding');
  fs.rmSync(contentDir, { recursive: true });
  await next(/ signs: gone\n/);
  write('signs', HEAD('signs') + CARD);
  await next(/ signs: 1 card/);
});

test('watch looks at the deck of a file that is named', async () => {
  const { next, write } = await watching(
    { signs: HEAD('signs') + CARD, palsy: HEAD('palsy') + CARD },
    'content/signs/deck.md',
  );
  expect(await next('Waiting for changes')).not.toContain('palsy');
  write('signs', HEAD('signs'));
  await next(/ signs: 0 cards/);
});

test('watch ends with 0 when it is interrupted, whatever it is doing', async () => {
  const { ended, interrupt, write } = await watching({ signs: HEAD('signs') + CARD });
  write('signs', HEAD('signs'));
  interrupt();
  expect(await ended).toBe(0);
});

test('watch refuses a path at which there is nothing', async () => {
  expect(await commandLine({}).run('content', 'watch', 'nowhere')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is nothing at nowhere'),
  });
});
