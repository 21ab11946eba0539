import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authoredText } from '../golden/authored-text';
import { parseMarkdown } from '../parse/markdown';
import { locatedText } from './located-text';

function read(source: string, leaveOut?: ReadonlySet<string>) {
  const located = locatedText(parseMarkdown(source)?.children ?? [], source, leaveOut);
  const writtenAs = (word: string) => {
    const at = located.text.indexOf(word);
    const { start, end } = located.spanOf(at, at + word.length);
    return source.slice(start, end);
  };
  return { ...located, writtenAs };
}

describe('the text of Markdown', () => {
  test('is its words without markup, with a line for each paragraph, item and cell', () => {
    const { text } = read('A *limp* [leg](#x).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |');
    expect(text).toBe('A limp leg.\none\ntwo\na\nb\nc\nd');
  });

  test('leaves out what it is told to, pictures and comments', () => {
    expect(
      read('One ![picture](media/a.svg)<!-- note -->.\n\n| a |\n|---|\n| b |', new Set(['table'])).text,
    ).toBe('One .');
  });

  test('has a plain blank for a line end and a no-break space', () => {
    expect(read('one\ntwo\u00a0three').text).toBe('one two three');
  });

  test.each([
    ['of one paragraph', 'A limp leg.', 'limp'],
    ['in emphasis', 'A **very *limp* leg**.', 'limp'],
    ['on a later line of a quotation', '> A leg\n> that is limp\n> today.', 'limp'],
    ['on a later line of an item', '- A leg\n  that is limp', 'limp'],
    ['between CRLF line ends', 'A leg\r\nthat is limp', 'limp'],
  ])('knows where a word %s was written', (_place, source, word) => {
    expect(read(source).writtenAs(word)).toBe(word);
  });

  test('gives the whole piece for a word that was written with escapes', () => {
    expect(read('Salt &amp; *pepper* \\[often\\]').writtenAs('often')).toContain('often');
  });

  test('begins such a piece at its first sign, behind both halves of a line end', () => {
    const source = '![a](media/a.svg)\r\nSalt &amp; pepper';
    expect(read(source).writtenAs('Salt')).toBe('Salt &amp; pepper');
  });

  test('tells only spans inside the source that do not run backwards', () => {
    fc.assert(
      fc.property(authoredText, fc.nat(), fc.nat(), (authored, one, other) => {
        const source = authored.replace(/[\0\p{Surrogate}]/gu, '');
        const { text, spanOf } = read(source);
        const from = Math.min(one, other) % (text.length + 1);
        const to = Math.max(from, Math.max(one, other) % (text.length + 1));
        const { start, end } = spanOf(from, to);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 200 },
    );
  });
});
