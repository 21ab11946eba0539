import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from './sentences';

function textsOf(text: string): readonly string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  test.each([
    ['It is weak. It is limp.', ['It is weak.', 'It is limp.']],
    ['Fever of 39.1°C. No cough.', ['Fever of 39.1°C.', 'No cough.']],
    ['Signs, e.g. wasting, vs. weakness.', ['Signs, e.g. wasting, vs. weakness.']],
    ['He says “it hurts.” Then he walks.', ['He says “it hurts.”', 'Then he walks.']],
    ['Name\nResult', ['Name', 'Result']],
    ['Why? 3 days ago.', ['Why?', '3 days ago.']],
    ['', []],
  ])('of %j are %j', (text, sentences) => {
    expect(textsOf(text)).toEqual(sentences);
  });

  test('are in order, do not overlap, and leave out nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '\n', '"', '3') }), (text) => {
        let end = 0;
        for (const sentence of sentencesOf(text)) {
          expect(text.slice(end, sentence.start).trim()).toBe('');
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
