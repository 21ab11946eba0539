import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = ['lib', 'components', 'scripts', 'e2e'];
/** Tests are called so, or `test.each` and the like. */
const TITLED = /^(test|it|describe)$/;

const MATRIX: Readonly<Record<string, number>> = { D: 20, R: 30, T: 9, Q: 17 };
const rows = Object.entries(MATRIX).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
);

describe('the rows of the fault matrix', () => {
  const tested = new Set([...titles(), ...stages()].flatMap(rowsIn));
  const excused = new Set(
    fs
      .readFileSync(path.join(ROOT, 'docs/operating.md'), 'utf8')
      .split('\n')
      .flatMap((line) => /^\| ([DRTQ]\d\d) \|/.exec(line)?.[1] ?? []),
  );

  it.each(rows)('%s is named in the title of a test, or docs/operating.md says why not', (row) => {
    expect(tested.has(row) || excused.has(row)).toBe(true);
  });

  it('are not excused by more than a quarter', () => {
    expect(excused.size).toBeLessThan(rows.length / 4);
  });
});

/** The texts that name a test: first arguments, and the rows of a table of cases. A comment does not count. */
function titles(): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|spec)\.tsx?$/.test(name) && !name.endsWith('fault-matrix.test.ts'))
      .flatMap((name) => titlesIn(path.join(ROOT, folder, name))),
  );
}

/** The names of the stages of `npm test`: the crash harness is one by itself. */
function stages(): readonly string[] {
  const text = fs.readFileSync(path.join(ROOT, 'scripts/test.mjs'), 'utf8');
  return [...text.matchAll(/^ {2}\['([^']+)', \w+\],$/gm)].map(([, name]) => name ?? '');
}

function titlesIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { names, tables } = calledOf(node.expression);
      if (names.some((name) => TITLED.test(name))) {
        const [title] = node.arguments;
        if (title !== undefined && ts.isStringLiteralLike(title)) found.push(title.text);
        for (const table of tables) found.push(...textsIn(table));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** `test.each(table)(title, …)` is a call of a call: the names on the way, and the tables. */
function calledOf(callee: ts.Expression): { names: readonly string[]; tables: readonly ts.Node[] } {
  if (ts.isIdentifier(callee)) return { names: [callee.text], tables: [] };
  if (ts.isPropertyAccessExpression(callee)) return calledOf(callee.expression);
  if (ts.isCallExpression(callee)) {
    const inner = calledOf(callee.expression);
    return { names: inner.names, tables: [...inner.tables, ...callee.arguments] };
  }
  return { names: [], tables: [] };
}

function textsIn(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isStringLiteralLike(inner)) found.push(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** `D03`, `R01 R02` and `T01–T03` alike. */
function rowsIn(title: string): readonly string[] {
  return [...title.matchAll(/\b([DRTQ])(\d\d)(?:[–-]\1(\d\d))?\b/g)].flatMap(([, letter, from, to]) => {
    const first = Number(from);
    return Array.from(
      { length: Number(to ?? from) - first + 1 },
      (_, index) => `${letter}${String(first + index).padStart(2, '0')}`,
    );
  });
}
