import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash, once } from './steps.mjs';

let base: string;
let runs: number;

beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-steps-'));
  runs = 0;
  write('source/page.ts', 'one');
});

afterEach(() => fs.rmSync(base, { recursive: true, force: true }));

describe('once', () => {
  it('runs the first time and not again while nothing changed', async () => {
    expect([await step(), await step(), runs]).toEqual([true, false, 1]);
  });

  it('runs again when an input changed', async () => {
    await step();
    write('source/page.ts', 'two');
    expect([await step(), runs]).toEqual([true, 2]);
  });

  it('runs again when an input was added', async () => {
    await step();
    write('source/deep/other.ts', '');
    expect([await step(), runs]).toEqual([true, 2]);
  });

  it('runs again when an input was renamed', async () => {
    await step();
    fs.renameSync(path.join(base, 'source/page.ts'), path.join(base, 'source/sheet.ts'));
    expect([await step(), runs]).toEqual([true, 2]);
  });

  it('runs again when its result is gone', async () => {
    await step();
    fs.rmSync(path.join(base, 'result'));
    expect([await step(), runs]).toEqual([true, 2]);
  });

  it('does not run when only the time of a file changed', async () => {
    await step();
    fs.utimesSync(path.join(base, 'source/page.ts'), 1, 1);
    expect(await step()).toBe(false);
  });

  it('does not run when only an ignored file changed', async () => {
    const ignore = (file: string) => file.endsWith('.test.ts');
    await step({ ignore });
    write('source/page.test.ts', 'changed');
    expect(await step({ ignore })).toBe(false);
  });

  it('runs again after a run that failed', async () => {
    const fail = () => Promise.reject(new Error('broken'));
    await step();
    write('source/page.ts', 'two');
    await expect(step({ run: fail })).rejects.toThrow('broken');
    expect([await step(), runs]).toEqual([true, 2]);
  });

  it('has one command wait for another that sets up the same folder, and not do it again', async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      runs += 1;
      write('result', 'made');
    };
    expect(await Promise.all([step({ run: slow }), step({ run: slow })])).toEqual([true, false]);
    expect(runs).toBe(1);
  });

  it('does not wait for a command that was killed in the middle', async () => {
    write('build/.setting-up', '999999999');
    const longAgo = Date.now() / 1_000 - 60;
    fs.utimesSync(path.join(base, 'build/.setting-up'), longAgo, longAgo);
    expect(await step()).toBe(true);
    expect(fs.existsSync(path.join(base, 'build/.setting-up'))).toBe(false);
  });

  it('adopts a result that somebody else produced, and then holds it to the inputs', async () => {
    write('result', 'by hand');
    const isDone = () => true;
    expect(await step({ isDone })).toBe(false);
    write('source/page.ts', 'two');
    expect(await step({ isDone })).toBe(true);
  });
});

describe('contentHash', () => {
  it('tells apart two files whose contents run together to the same text', () => {
    write('a/1', 'ab');
    write('a/2', 'c');
    write('b/1', 'a');
    write('b/2', 'bc');
    fs.renameSync(path.join(base, 'a'), path.join(base, 'c'));
    const first = contentHash(base, ['c']);
    fs.rmSync(path.join(base, 'c'), { recursive: true });
    fs.renameSync(path.join(base, 'b'), path.join(base, 'c'));
    expect(contentHash(base, ['c'])).not.toBe(first);
  });
});

function step(
  changes: { ignore?: (file: string) => boolean; isDone?: () => boolean; run?: () => Promise<void> } = {},
) {
  return once({
    name: 'step',
    base,
    inputs: ['source', 'missing'],
    artefact: 'result',
    run: () => {
      runs += 1;
      write('result', 'made');
    },
    ...changes,
  });
}

function write(file: string, content: string) {
  fs.mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
  fs.writeFileSync(path.join(base, file), content);
}
