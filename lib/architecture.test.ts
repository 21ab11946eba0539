import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Law, modelNames, readTree, type SourceText, violations } from './testing/law';

const root = path.resolve(import.meta.dirname, '..');
const models = modelNames(fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8'));
const house = violations(readTree(root), models);

const LAWS: readonly (readonly [Law, string])[] = [
  [1, 'a file imports only from floors beneath it, plus its own room'],
  [2, 'on floor 1 only the chosen rooms look sideways'],
  [3, 'a room is entered by a file at its top level'],
  [4, 'only operations reach the database, and only the database changes rows'],
  [5, 'components are pure, run in a browser, and one of them sets inner HTML'],
  [6, 'each foreign thing has one wall'],
  [7, 'floors 0 to 3 hold no clock, randomness, environment or console'],
  [8, "only lib/web says import 'server-only'"],
  ['circles', 'no file imports itself, directly or through others'],
  ['barrels', 'no file re-exports a folder under the name index'],
  ['drawers', 'every folder and file is named for what it gives'],
];

describe('the law of imports', () => {
  it.each(LAWS)('%s: %s', (law) => {
    expect(textsOf(house, law)).toEqual([]);
  });

  it('is applied to the whole house', () => {
    const folders = new Set(readTree(root).map((file) => file.path.split('/').slice(0, 2).join('/')));
    for (const room of [
      'lib/base',
      'lib/content',
      'lib/scheduling',
      'lib/db',
      'lib/ops',
      'lib/web',
      'lib/cli',
    ]) {
      expect(folders).toContain(room);
    }
    expect([...models]).toEqual(expect.arrayContaining(['reviewEvent', 'cardState']));
  });
});

type Case = readonly [law: Law, what: string, path: string, text: string];

// Each line breaks its law; the file stands alone unless NEIGHBOURS holds what it imports.
const BROKEN: readonly Case[] = [
  [1, 'a lower floor looks up', 'lib/base/a.ts', `import { x } from '@/lib/content/model';`],
  [1, 'two rooms of one floor meet', 'lib/store/a.ts', `import { x } from '@/lib/db/decks';`],
  [1, 'the wings see each other', 'lib/web/a.ts', `import { x } from '@/components/ui/b';`],
  [1, 'the other wing does too', 'components/ui/a.ts', `import { x } from '@/lib/web/b';`],
  [1, 'app reaches the command line', 'app/page.tsx', `import { x } from '@/lib/cli/main';`],
  [1, 'a relative path hides the way up', 'lib/scheduling/a.ts', `export { x } from '../ops/ctx';`],
  [1, 'types count too', 'lib/db/a.ts', `import type { Ctx } from '@/lib/ops/ctx';`],
  [1, 'a type is imported in place', 'lib/db/a.ts', `type C = import('@/lib/ops/ctx').Ctx;`],
  [1, 'an import waits until run time', 'lib/db/a.ts', `const ctx = await import('@/lib/ops/ctx');`],
  [1, 'a program uses a tool of the tests', 'lib/ops/a.ts', `import { x } from '@/lib/testing/builders';`],
  [1, 'a program uses a script', 'app/page.tsx', `import { x } from '@/scripts/serve.mjs';`],
  [1, 'a room is not on the plan', 'lib/attic/a.ts', ''],
  [1, 'a file is in no room', 'lib/a.ts', ''],
  [1, 'the proxy is on the floor of app, not above it', 'proxy.ts', `import { x } from '@/lib/cli/main';`],
  [2, 'content looks sideways', 'lib/content/a.ts', `import { x } from '@/lib/scheduling/model';`],
  [2, 'planning looks further than it may', 'lib/planning/a.ts', `import { x } from '@/lib/content/model';`],
  [
    3,
    'a closet is opened from outside',
    'lib/ops/content/a.ts',
    `import { x } from '@/lib/content/parse/walk';`,
  ],
  [
    3,
    'the generated client is opened from outside',
    'lib/ops/a.ts',
    `import { x } from '@/lib/db/generated/client';`,
  ],
  [
    3,
    'a closet of components is opened',
    'components/review/a.ts',
    `import { x } from '@/components/quiz/parts/b';`,
  ],
  [4, 'app reads the database', 'app/page.tsx', `import { x } from '@/lib/db/decks';`],
  [4, 'the command line does', 'lib/cli/a.ts', `import { x } from '@/lib/db/decks';`],
  [4, 'web does', 'lib/web/a.ts', `import { x } from '@/lib/db/decks';`],
  [4, 'web/auth takes more than its exception', 'lib/web/auth.ts', `import { x } from '@/lib/db/decks';`],
  [
    4,
    'an operation opens the database',
    'lib/ops/content/a.ts',
    `import { connect } from '@/lib/db/connect';`,
  ],
  [4, 'an operation changes a row', 'lib/ops/content/a.ts', `await tx.cardState.update({});`],
  [4, 'an operation writes SQL', 'lib/ops/content/a.ts', 'await db.$executeRaw`DELETE`;'],
  [
    5,
    'a component calls an operation',
    'components/ui/a.tsx',
    `import { x } from '@/lib/ops/content/list-decks';`,
  ],
  [
    5,
    'a component loads the compiler through others',
    'components/ui/a.tsx',
    `import { x } from '@/lib/content/render';`,
  ],
  [5, 'a component reads a file', 'components/ui/a.tsx', `import fs from 'node:fs';`],
  [
    5,
    'a second component sets inner HTML',
    'components/ui/a.tsx',
    `<p dangerouslySetInnerHTML={{ __html: '' }} />;`,
  ],
  [5, 'a page does', 'app/page.tsx', `element.innerHTML = '';`],
  [6, 'ops know Prisma', 'lib/ops/a.ts', `import { Prisma } from '@prisma/client';`],
  [6, 'the command line knows SQLite', 'lib/cli/a.ts', `import Database from 'better-sqlite3';`],
  [6, 'a second file knows ts-fsrs', 'lib/scheduling/replay.ts', `import { fsrs } from 'ts-fsrs';`],
  [6, 'authoring knows the parser', 'lib/authoring/a.ts', `import { parse } from 'satteri';`],
  [6, 'stats know its trees', 'lib/stats/a.ts', `import type { Root } from 'mdast';`],
  [6, 'ops set formulas', 'lib/ops/a.ts', `const katex = require('katex');`],
  [6, 'ops know better-auth', 'lib/ops/a.ts', `import { APIError } from 'better-auth/api';`],
  [6, 'ops know Next', 'lib/ops/a.ts', `import { headers } from 'next/headers';`],
  [6, 'a component knows Next', 'components/ui/a.tsx', `import Link from 'next/link';`],
  [6, 'ops know React', 'lib/ops/a.ts', `import { cache } from 'react';`],
  [7, 'a clock', 'lib/scheduling/a.ts', 'const f = (now = Date.now()) => now;'],
  [7, 'a clock without its usual dress', 'lib/scheduling/a.ts', `const t = globalThis.Date['now']();`],
  [7, 'a date of today', 'lib/db/a.ts', 'const d = new Date();'],
  [7, 'a date of today without parentheses', 'lib/db/a.ts', 'const d = new Date;'],
  [7, 'a stop-watch', 'lib/ops/a.ts', 'const t = performance.now();'],
  [7, 'chance', 'lib/quiz/a.ts', 'const r = Math.random();'],
  [7, 'a random id', 'lib/ops/a.ts', 'const id = crypto.randomUUID();'],
  [7, 'a random id by import', 'lib/db/a.ts', `import { randomUUID } from 'node:crypto';`],
  [7, 'an id that reads the clock', 'lib/ops/a.ts', `import { v7 } from 'uuid';`],
  [7, 'the environment', 'lib/db/a.ts', 'const url = process.env.DATABASE_URL;'],
  [7, 'the console', 'lib/content/a.ts', `console.warn('');`],
  [7, 'a file read where all is pure', 'lib/content/a.ts', `import { readFile } from 'node:fs/promises';`],
  [8, 'an operation says server-only', 'lib/ops/a.ts', `import 'server-only';`],
  [8, 'app says it', 'app/page.tsx', `import 'server-only';`],
  ['circles', 'two files import each other', 'lib/base/a.ts', `import type { B } from './circle';`],
  ['barrels', 'a folder has a barrel', 'lib/quiz/index.ts', ''],
  ['drawers', 'a folder is a drawer', 'components/hooks/use-thing.ts', ''],
  ['drawers', 'a file is a drawer', 'lib/quiz/utils.ts', ''],
];

const NEIGHBOURS: readonly SourceText[] = [
  { path: 'lib/base/circle.ts', text: `import { a } from './a';` },
  { path: 'lib/content/render.ts', text: `import { b } from './render/to-html';` },
  { path: 'lib/content/render/to-html.ts', text: `import { toHtml } from 'hast-util-to-html';` },
  { path: 'lib/db/decks.ts', text: `import type { Root } from '@prisma/client';` },
  { path: 'lib/db/connect.ts', text: '' },
  { path: 'lib/db/auth-client.ts', text: '' },
];

describe('the law bites', () => {
  it('leaves the neighbours of the cases in peace', () => {
    expect(violations(NEIGHBOURS, models)).toEqual([]);
  });

  it.each(BROKEN)('law %s, when %s', (law, _what, file, text) => {
    expect(textsOf(violations([...NEIGHBOURS, { path: file, text }], models), law)).toEqual([
      expect.stringContaining(file),
    ]);
  });
});

const ALLOWED: readonly (readonly [what: string, path: string, text: string])[] = [
  ['own closets', 'lib/content/a.ts', `import { x } from './parse/walk';`],
  ['a closet from within it', 'lib/content/parse/a.ts', `import { x } from './walk';`],
  ['the chosen neighbours', 'lib/transfer/a.ts', `import { x } from '@/lib/quiz/model';`],
  ['an operation in its folder', 'app/page.tsx', `import { x } from '@/lib/ops/content/list-decks';`],
  ['ops/ctx opens the database', 'lib/ops/ctx.ts', `import { connect } from '@/lib/db/connect';`],
  ['an operation names its type', 'lib/ops/content/a.ts', `import type { Db } from '@/lib/db/connect';`],
  ['the exception of web/auth', 'lib/web/auth.ts', `import { x } from '@/lib/db/auth-client';`],
  [
    'types of the compiler in a component',
    'components/ui/a.tsx',
    `import type { X } from '@/lib/content/render';`,
  ],
  ['prose sets inner HTML', 'components/ui/prose.tsx', `<p dangerouslySetInnerHTML={{ __html: '' }} />;`],
  ['a date of a given instant', 'lib/scheduling/a.ts', 'const d = new Date(now);'],
  ['a hash', 'lib/base/hash.ts', `import { createHash } from 'node:crypto';`],
  ['the check of an id', 'lib/base/a.ts', `import { validate } from 'uuid';`],
  ['an update of something else', 'lib/ops/a.ts', 'hash.update(text); map.delete(key);'],
  ['the clock of a request', 'lib/web/a.ts', `import { v7 } from 'uuid'; const now = Date.now();`],
  ['a style sheet', 'app/layout.tsx', `import './globals.css';`],
  ['a word in a comment or text', 'lib/base/a.ts', `// Date.now()\nconst s = 'Math.random()';`],
  [
    'tests look anywhere',
    'lib/base/a.test.ts',
    `import { x } from '@/lib/ops/ctx'; import { fsrs } from 'ts-fsrs';`,
  ],
];

describe('the law allows', () => {
  it.each(ALLOWED)('%s', (_what, file, text) => {
    expect(violations([...NEIGHBOURS, { path: file, text }], models)).toEqual([]);
  });
});

function textsOf(found: ReturnType<typeof violations>, law: Law): readonly string[] {
  return found.filter((violation) => violation.law === law).map((violation) => violation.text);
}
