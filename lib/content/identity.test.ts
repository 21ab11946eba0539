import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerHash, contentHash, isId, slugOf } from './identity';

describe('identifiers', () => {
  test.each(['a', 'lmn-tone', '7', '0-0', 'a--b'])('allow %s', (text) => {
    expect(isId(text)).toBe(true);
  });

  test.each(['', '-a', 'A', 'a_b', 'a b', 'ä', 'a\n', 'a'.repeat(81)])('refuse %j', (text) => {
    expect(isId(text)).toBe(false);
  });

  test.each([
    ['Tone and reflexes', 'tone-and-reflexes'],
    ['Größe & Maß', 'grosse-mass'],
    ['  Guillain-Barré: syndrome? ', 'guillain-barre-syndrome'],
    ['日本', ''],
  ])('are made of the words of %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('made of any text are identifiers, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 80 }), (text, length) => {
        const slug = slugOf(text, length);
        expect(slug === '' || isId(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(length);
      }),
    );
  });
});

describe('hashes', () => {
  const content = {
    kind: 'qa',
    frontHtml: '<p>Q</p>',
    backHtml: '<p>A</p>',
    extraHtml: null,
    sources: ['adams'],
    accept: null,
  } as const;

  test('stay what they were in the first release: every published card carries one', () => {
    expect(contentHash(content)).toMatchInlineSnapshot(
      `"ff3274bbdbe101359ec90acf30a88009fc91fd9ac52ec658dc76682a64c6fe3a"`,
    );
    expect(answerHash('Decreased', 1)).toMatchInlineSnapshot(
      `"bd6cefca931665bd5f8e49d9e7a42c4b6b9c4ae88911ccd26b2bf8c28ec1ed1e"`,
    );
  });

  test('tell lists apart that would read alike when joined', () => {
    expect(contentHash({ ...content, sources: ['a', 'b'] })).not.toBe(
      contentHash({ ...content, sources: ['a,b'] }),
    );
    expect(contentHash({ ...content, sources: ['a'] })).not.toBe(contentHash({ ...content, accept: ['a'] }));
  });

  test('of an answer do not depend on how its accents are composed', () => {
    expect(answerHash('Barre\u0301', 1)).toBe(answerHash('Barr\u00e9', 1));
  });
});
