import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SharedTexts } from './shared-texts';

describe('a piece of a text', () => {
  test('is what stands there, whatever was cut before', () => {
    const words = fc.array(fc.stringMatching(/^[abé–]{0,45}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, (pieces) => {
        const shared = new SharedTexts();
        const text = pieces.join(' ');
        let start = 0;
        for (const piece of [...pieces]) {
          expect(shared.cut(text, start, start + piece.length)).toBe(piece);
          start += piece.length + 1;
        }
      }),
    );
  });
});
