import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endOf, parseMarkdown, startOf } from './markdown';

test('a node knows its place, as two numbers and not as a position', () => {
  const [, paragraph] = parseMarkdown('# a\n\nb *c*')?.children ?? [];
  expect(paragraph).toMatchObject({ type: 'paragraph', startOffset: 5, endOffset: 10 });
  expect(paragraph && [startOf(paragraph), endOf(paragraph)]).toEqual([5, 10]);
  expect(paragraph).not.toHaveProperty('position');
});

test('places are asked of startOf and endOf: a position would be missing without a word', () => {
  const room = path.resolve(import.meta.dirname, '..');
  const asking = fs
    .readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('parse/markdown.ts'),
    )
    .filter((name) => /\.position\b/.test(fs.readFileSync(path.join(room, name), 'utf8')));
  expect(asking).toEqual([]);
});
