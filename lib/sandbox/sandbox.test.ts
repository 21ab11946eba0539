import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compileDeck } from '@/lib/content/compile-deck';
import { ALONE, type CompileContext } from '@/lib/content/context';
import type { CompileResult, SourceFile } from '@/lib/content/model';
import { Sandbox, type SandboxLimits } from './sandbox';

const GOOD: readonly SourceFile[] = [
  {
    path: 'deck.md',
    text: '---\ndeck: example\ntitle: Example\nobjectives:\n  L1: { text: Name }\nsources:\n  adams: { title: Adams, year: 2019 }\n---\n\n:::qa{#a obj=L1 src=adams}\nWhich nerve moves the face?\n\n---\n\nThe facial nerve\n:::\n',
  },
];

let folder = '';
const crashes: Error[] = [];

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-sandbox-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function openSandbox(options: Partial<SandboxLimits> & { file?: string } = {}): Sandbox {
  crashes.length = 0;
  const sandbox = new Sandbox((error) => crashes.push(error), options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A thread of the test's own, which does what `body` says with a text, and answers every other with no problems. */
function threadDoing(body: string): string {
  const file = path.join(folder, `thread-${fs.readdirSync(folder).length}.mjs`);
  fs.writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
const answer = (message) => parentPort.postMessage(message);
parentPort.on('message', ({ files }) => {
  const [{ text }] = files;
  if (text === 'odd') { ${body} }
  answer({ kind: 'compiled', result: { deck: null, diagnostics: [], silenced: [] } });
});
answer({ kind: 'ready' });`,
  );
  return file;
}

const ODD: readonly SourceFile[] = [{ path: 'odd.md', text: 'odd' }];
const EVEN: readonly SourceFile[] = [{ path: 'even.md', text: 'even' }];
const NOTHING: CompileResult = { deck: null, diagnostics: [], silenced: [] };

describe('the sandbox', () => {
  test('compiles as the compiler does, with whatever the deck may refer to', async () => {
    const context: CompileContext = {
      ...ALONE,
      media: new Map([['a.svg', { bytes: new Uint8Array([1, 2]) }]]),
      anchors: new Map([['other', new Set(['unit'])]]),
      today: '2026-11-24',
    };
    const sandbox = openSandbox();
    expect(await sandbox.compile(GOOD, context)).toEqual(compileDeck(GOOD, context));
    expect((await sandbox.compile(GOOD, ALONE)).deck?.cards).toHaveLength(1);
  });

  test('answers several at once, each its own text', async () => {
    const sandbox = openSandbox();
    const slugs = Array.from({ length: 8 }, (_, index) => `deck-${index}`);
    const results = await Promise.all(
      slugs.map((slug) =>
        sandbox.compile([{ path: 'deck.md', text: `---\ndeck: ${slug}\ntitle: T\n---\n` }], ALONE),
      ),
    );
    expect(results.map(({ deck }) => deck?.slug)).toEqual(slugs);
  });

  test('lets a thread see nothing of the environment', async () => {
    const sandbox = openSandbox({ file: threadDoing('throw new Error(JSON.stringify(process.env));') });
    await sandbox.compile(ODD, ALONE);
    expect(crashes.map(({ message }) => message)).toEqual(['{}']);
  });
});

describe('a text that goes over a limit ends in a diagnostic, and the next one is compiled:', () => {
  test('one on which the compiler never ends', async () => {
    const sandbox = openSandbox({ file: threadDoing('for (;;);'), timeMs: 100, threads: 1 });
    const [odd, next] = await Promise.all([sandbox.compile(ODD, ALONE), sandbox.compile(EVEN, ALONE)]);
    expect(odd.diagnostics).toMatchObject([
      { file: 'odd.md', line: 1, severity: 'error', ruleId: 'S15-limits', message: /too long/ },
    ]);
    expect(next).toEqual(NOTHING);
    expect(crashes).toEqual([]);
  });

  test('one that takes all memory', async () => {
    const file = threadDoing('const all = []; for (;;) all.push(new Array(10_000).fill(all.length));');
    const sandbox = openSandbox({ file, heapMb: 16, timeMs: 15_000 });
    expect((await sandbox.compile(ODD, ALONE)).diagnostics[0]?.message).toContain('too much memory');
    expect(await sandbox.compile(EVEN, ALONE)).toEqual(NOTHING);
  });

  test('one that the compiler stumbles over', async () => {
    const sandbox = openSandbox({ file: threadDoing(`throw new RangeError('too deep');`) });
    expect((await sandbox.compile(ODD, ALONE)).diagnostics[0]?.message).toContain('our mistake');
    expect(crashes).toMatchObject([{ message: 'too deep' }]);
    expect(await sandbox.compile(EVEN, ALONE)).toEqual(NOTHING);
  });

  test('one that ends the thread without a word', async () => {
    const sandbox = openSandbox({ file: threadDoing('process.exit(0);') });
    expect((await sandbox.compile(ODD, ALONE)).deck).toBeNull();
    expect(crashes).toHaveLength(1);
    expect(await sandbox.compile(EVEN, ALONE)).toEqual(NOTHING);
  });

  test('one in a queue that is full', async () => {
    const sandbox = openSandbox({ file: threadDoing(''), threads: 1, waiting: 1 });
    const results = await Promise.all([1, 2, 3].map(() => sandbox.compile(EVEN, ALONE)));
    expect(results.map(({ diagnostics }) => diagnostics.length)).toEqual([0, 0, 1]);
    expect(results[2]?.diagnostics[0]?.message).toContain('Too many');
  });

  test('one too large to hand over', async () => {
    const sandbox = openSandbox();
    const files = [{ path: 'deck.md', text: 'x'.repeat(2_000_001) }];
    expect((await sandbox.compile(files, ALONE)).diagnostics).toMatchObject([{ ruleId: 'S15-limits' }]);
  });

  test('one that waits when the sandbox is closed', async () => {
    const sandbox = openSandbox({ file: threadDoing('for (;;);'), threads: 1, timeMs: 15_000 });
    const waiting = [sandbox.compile(ODD, ALONE), sandbox.compile(EVEN, ALONE)];
    await sandbox.close();
    for (const { diagnostics } of await Promise.all(waiting)) expect(diagnostics).toHaveLength(1);
    expect((await sandbox.compile(EVEN, ALONE)).diagnostics[0]?.message).toContain('being stopped');
  });

  test('one for which there is no thread', async () => {
    const sandbox = openSandbox({ file: path.join(folder, 'nowhere.mjs') });
    for (const files of [ODD, EVEN]) expect((await sandbox.compile(files, ALONE)).deck).toBeNull();
    expect(crashes.length).toBeGreaterThan(0);
  });
});

const HOSTILE: Readonly<Record<string, string>> = {
  'quotation marks': '>'.repeat(60_000),
  'quotation marks on many lines': `${'> '.repeat(15)}a\n`.repeat(4_000),
  'nested deletions': ':c1['.repeat(20_000),
  'nested deletions that are closed': ':c1['.repeat(20_000) + ']'.repeat(20_000),
  'nested lists': Array.from({ length: 900 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
  'a table of many columns': `|${'a|'.repeat(8_000)}\n|${'-|'.repeat(8_000)}\n|${'b|'.repeat(8_000)}\n`,
  'a table of many rows': `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(100_000)}`,
  'a bomb of aliases': `---\na: &a [1,1,1,1,1,1,1,1]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(8)}1]`).join('\n')}\n---\n`,
  'nested YAML': `---\ndeck: ${'{a: '.repeat(20_000)}\n---\n`,
  'runs of emphasis': '*a_ '.repeat(10_000),
  'runs of emphasis that are closed': '**a *b '.repeat(5_000) + 'c* d** '.repeat(5_000),
  footnotes: '[^a]: x [^a]\n'.repeat(20_000),
  'links to nowhere': '[a](#b) '.repeat(100_000),
  tags: '<div>'.repeat(50_000),
  references: '&amp;'.repeat(200_000),
};

describe('hostile text', () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    // A machine that does other things besides may be slow: what is tested is that the compiler's own caps hold.
    sandbox = new Sandbox((error) => crashes.push(error), { timeMs: 10_000 });
  });
  afterAll(() => sandbox.close());

  test.each(Object.entries(HOSTILE))(
    'ends in diagnostics and the next text is compiled: %s',
    async (_, text) => {
      crashes.length = 0;
      const hostile = await sandbox.compile([{ path: 'deck.md', text }], ALONE);
      expect(hostile.deck).toBeNull();
      expect(hostile.diagnostics.length).toBeGreaterThan(0);
      expect((await sandbox.compile(GOOD, ALONE)).deck?.cards).toHaveLength(1);
      expect(crashes).toEqual([]);
    },
  );

  test('leaves the process free to go on meanwhile', async () => {
    let turns = 0;
    let turn = setImmediate(function count() {
      turns += 1;
      turn = setImmediate(count);
    });
    // All of them: a single one may be answered before the process has taken a turn.
    for (const text of Object.values(HOSTILE)) await sandbox.compile([{ path: 'deck.md', text }], ALONE);
    clearImmediate(turn);
    expect(turns).toBeGreaterThan(0);
  });
});
