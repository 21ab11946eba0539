import { describe, expect, it } from 'vitest';
import { textOf } from './plain-text';

describe('the words of compiled Markdown', () => {
  it.each([
    ['<p>A 54-year-old <em>woman</em>.</p>', 'A 54-year-old woman.'],
    ['<p>one</p>\n<p>two</p>', 'one two'],
    ['a &#x26; b &lt; c', 'a & b < c'],
    ['&unknown;', '&unknown;'],
    ['', ''],
  ])('of %j are %j', (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});
