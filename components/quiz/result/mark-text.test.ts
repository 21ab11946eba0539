import { describe, expect, it } from 'vitest';
import { markedHtml } from './mark-text';

describe('marked stretches of a stem', () => {
  it.each([
    ['nothing', '<p>The brow is weak.</p>', [], '<p>The brow is weak.</p>'],
    ['a word', '<p>The brow is weak.</p>', [[4, 8]], '<p>The <mark>brow</mark> is weak.</p>'],
    ['the end', '<p>weak</p>', [[2, 4]], '<p>we<mark>ak</mark></p>'],
    [
      'across tags',
      '<p>a <em>b</em> c</p>',
      [[0, 5]],
      '<p><mark>a </mark><em><mark>b</mark></em><mark> c</mark></p>',
    ],
    ['an entity as one character', '<p>a &#x26; b</p>', [[2, 3]], '<p>a <mark>&#x26;</mark> b</p>'],
    ['behind a character of two units', '<p>&#x1F642;ab</p>', [[2, 3]], '<p>&#x1F642;<mark>a</mark>b</p>'],
    ['behind such a character as itself', '<p>🙂ab</p>', [[2, 3]], '<p>🙂<mark>a</mark>b</p>'],
    [
      'several',
      'abcdef',
      [
        [0, 1],
        [1, 2],
        [4, 6],
      ],
      '<mark>ab</mark>cd<mark>ef</mark>',
    ],
    ['beyond the end', 'ab', [[1, 99]], 'a<mark>b</mark>'],
    [
      'around a drawing, whose text counts',
      'a<svg><text>bc</text></svg>d',
      [[0, 4]],
      '<mark>a</mark><svg><text>bc</text></svg><mark>d</mark>',
    ],
  ] as const)('holds %s', (_what, html, ranges, marked) => {
    expect(markedHtml(html, ranges)).toBe(marked.replaceAll('<mark>', '<mark class="marked">'));
  });
});
