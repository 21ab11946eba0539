import { describe, expect, it } from 'vitest';
import { textLength } from './text-length';

describe('the length of a text in HTML', () => {
  it.each([
    ['nothing', '', 0],
    ['plain words', 'Tone falls.', 11],
    ['without its tags', '<p>Tone <em>falls</em>.</p>', 11],
    ['with the line ends between elements', '<p>a</p>\n<p>b</p>\n', 4],
    ['a reference for one sign', 'pH &lt; 7 &amp; falling &#x27;fast&#39;', 23],
    ['an astral character for two units, as JavaScript counts', '😀', 2],
    ['the same behind a reference', '&#x1F600;&#128512;', 4],
    ['a value with a bracket for no text', '<img alt="a > b" src="x.png">c', 1],
    ['the words of a drawing', '<svg viewBox="0 0 1 1"><title>Nerve</title><text x="1">C7</text></svg>', 7],
  ])('counts %s', (_, html, length) => {
    expect(textLength(html)).toBe(length);
  });
});
