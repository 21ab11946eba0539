import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAttributes } from './attributes';

function pairs(text: string): readonly (readonly [string, string])[] {
  return readAttributes(text, 0, text.length).attributes.map(({ name, value }) => [name, value]);
}

describe('attributes', () => {
  test.each([
    { written: '{#a}', read: [['id', 'a']] },
    {
      written: '{ #a  obj=L1 }',
      read: [
        ['id', 'a'],
        ['obj', 'L1'],
      ],
    },
    {
      written: '{back="Which lesion?" x=\'y z\'}',
      read: [
        ['back', 'Which lesion?'],
        ['x', 'y z'],
      ],
    },
    { written: '{hint="a \\"b\\" c"}', read: [['hint', 'a "b" c']] },
    { written: '{hint="&alpha; &amp; &#946; &nothing;"}', read: [['hint', 'α & β &nothing;']] },
    {
      written: '{a=1 a=2 pin}',
      read: [
        ['a', '1'],
        ['a', '2'],
        ['pin', ''],
      ],
    },
    {
      written: '{.wide #b}',
      read: [
        ['class', 'wide'],
        ['id', 'b'],
      ],
    },
    { written: '{url=https://x.org/a?b=c}', read: [['url', 'https://x.org/a?b=c']] },
  ])('of $written are read with their values', ({ written, read }) => {
    expect(pairs(written)).toEqual(read);
  });

  test('know where they stand', () => {
    const text = 'ab{#a obj="L1"}';
    const [id, obj] = readAttributes(text, 2, text.length).attributes;
    expect(text.slice(id?.span.start, id?.span.end)).toBe('#a');
    expect(text.slice(obj?.span.start, obj?.span.end)).toBe('obj="L1"');
    expect(text.slice(obj?.valueSpan.start, obj?.valueSpan.end)).toBe('L1');
  });

  test('that are not closed before the limit say so', () => {
    expect(readAttributes('{#a obj=L1\nx}', 0, 10)).toMatchObject({ closed: false, end: 10 });
    expect(readAttributes('{#a obj="L1}', 0, 12)).toMatchObject({ closed: false });
  });

  test('are read to an end that lies within the limit, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}#.="\'\\&; \n\taö😀-') }),
        fc.nat(20),
        (inner, cut) => {
          const text = `{${inner}`;
          const limit = Math.max(1, text.length - cut);
          const list = readAttributes(text, 0, limit);
          expect(list.end).toBeLessThanOrEqual(limit);
          for (const { span } of list.attributes) expect(span.end).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
