import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const APP = path.resolve(import.meta.dirname, '../app');
// The one that the build runs over every style sheet, as the packages that depend on it find it.
const { transform } = ['@tailwindcss/postcss', '@tailwindcss/node'].reduce(
  (require, name) => createRequire(require.resolve(name)),
  createRequire(import.meta.url),
)('lightningcss');

type Warning = Readonly<{ type: string; message: string; loc: Readonly<{ line: number }> }>;

function unknownSelectors(name: string, text: string): readonly string[] {
  const { warnings } = transform({ filename: name, code: Buffer.from(text), errorRecovery: true });
  return (warnings as readonly Warning[])
    .filter(({ type }) => type === 'SelectorError')
    .map(({ message, loc }) => `${name}:${loc.line} ${message}`);
}

describe('the style sheets', () => {
  it.each(fs.readdirSync(APP).filter((name) => name.endsWith('.css')))(
    '%s holds no selector that the build does not know and would warn of',
    (name) => {
      expect(unknownSelectors(name, fs.readFileSync(path.join(APP, name), 'utf8'))).toEqual([]);
    },
  );

  it('would be found out if they did', () => {
    expect(unknownSelectors('a.css', '::nothing-like-it(a) { color: red }')).toHaveLength(1);
  });
});
