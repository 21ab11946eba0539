import { expect, test } from 'vitest';
import { parseOnce } from './parse-once';

test('parses a text once while it is kept, and keeps what was used last', () => {
  const parsed: string[] = [];
  const parse = parseOnce((text) => {
    parsed.push(text);
    return { text };
  }, 2);
  expect(parse('a')).toBe(parse('a'));
  for (const text of ['b', 'a', 'c', 'a', 'b']) expect(parse(text)).toEqual({ text });
  expect(parsed).toEqual(['a', 'b', 'c', 'b']);
});

test('tells each time what is wrong with a text that cannot be parsed', () => {
  const parse = parseOnce((text) => JSON.parse(text) as unknown, 2);
  for (const _ of [1, 2]) expect(() => parse('{')).toThrow(SyntaxError);
});
