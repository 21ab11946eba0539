import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { locator } from './locate';
import { prepareSource } from './prepare-source';

const HEAD =
  'deck: example\ntitle: Example\nobjectives:\n  L1: { text: Name }\nsources:\n  adams: { title: Adams, year: 2019 }\n';

/** A deck whose two mistakes stand behind everything that could move them. */
function deckWith(lineEnd: string, mark: string): string {
  const text = `---\n${HEAD}---\n\n😀 [lost](#lost) 😀\n\n:::qa{#a obj=L1 src=adams}\n😀?\n\n---\n\n| A |\n|---|\n| b |\n:::\n\n😀 [gone](#gone)\n`;
  return mark + text.replaceAll('\n', lineEnd);
}

describe('places in the text', () => {
  test.each([
    { what: 'line feeds', lineEnd: '\n', mark: '' },
    { what: 'carriage returns and line feeds', lineEnd: '\r\n', mark: '' },
    { what: 'carriage returns', lineEnd: '\r', mark: '' },
    { what: 'a byte-order mark', lineEnd: '\n', mark: '\ufeff' },
    { what: 'a byte-order mark and both', lineEnd: '\r\n', mark: '\ufeff' },
  ])('are those of the author, with $what', ({ lineEnd, mark }) => {
    const text = deckWith(lineEnd, mark);
    const lines = text.split(lineEnd);
    const { diagnostics } = compileDeck([{ path: 'deck.md', text }], ALONE);
    const quoted = diagnostics.map(({ line, column, endLine, endColumn }) => {
      expect(endLine).toBe(line);
      return lines[line - 1]?.slice(column - 1, endColumn - 1);
    });
    expect(quoted).toEqual(['[lost](#lost)', '[gone](#gone)']);
  });

  test('of the front matter are those of the author too', () => {
    const text = `\ufeff---\r\ndeck: example\r\ntitle: Example\r\nlanguage: 7\r\n---\r\n`;
    const [found] = compileDeck([{ path: 'deck.md', text }], ALONE).diagnostics;
    expect(found).toMatchObject({ line: 4, column: 11, endLine: 4, endColumn: 12 });
  });

  test('never lie between a carriage return and its line feed', () => {
    const text = 'a\r\nb';
    const rangeOf = locator(text, prepareSource(text));
    expect(rangeOf({ start: 1, end: 2 })).toEqual({ line: 1, column: 2, endLine: 1, endColumn: 2 });
    expect(rangeOf({ start: 2, end: 3 })).toEqual({ line: 1, column: 2, endLine: 2, endColumn: 1 });
  });

  test('survive every added line end: each unit maps to itself', () => {
    const line = fc.constantFrom(':::qa{#a}', ':::', '| a |', '|---|', '😀', '', '```', 'text');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const original = lines.join(lineEnd);
        const source = prepareSource(original);
        const rangeOf = locator(original, source);
        const own = lineStartsOf(original, lineEnd);
        for (let at = 0; at < source.text.length; at += 1) {
          if (source.addedAt.includes(at) || source.text.startsWith('\r\n', at - 1)) continue;
          const { line: row, column } = rangeOf({ start: at, end: at });
          const there = (own[row - 1] ?? 0) + column - 1;
          expect(original[there]).toBe(source.text[at]);
        }
      }),
    );
  });
});

function lineStartsOf(text: string, lineEnd: string): readonly number[] {
  let at = 0;
  return text.split(lineEnd).map((line) => {
    const start = at;
    at += line.length + lineEnd.length;
    return start;
  });
}
