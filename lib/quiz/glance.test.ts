import { describe, expect, it } from 'vitest';
import { glanceAt, textOf } from './glance';

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

describe('a glance at a case', () => {
  it('is all of a short one', () => {
    expect(glanceAt('<p>A boy <em>limps</em>.</p>')).toBe('A boy limps.');
  });

  it('ends after a whole word of a long one', () => {
    const glance = glanceAt(`<p>${'word '.repeat(80)}</p>`);
    expect(glance).toMatch(/^(word )*word…$/);
    expect(glance.length).toBeLessThanOrEqual(221);
    expect(glance.length).toBeGreaterThan(200);
  });

  it('is cut somewhere where there is no space', () => {
    expect(glanceAt('x'.repeat(500))).toBe(`${'x'.repeat(220)}…`);
  });
});
