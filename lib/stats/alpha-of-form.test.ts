import { describe, expect, it } from 'vitest';
import { alphaOfForm } from './alpha-of-form';
import { LAW_SCHOOL } from './fixtures/law-school';

const attempts = LAW_SCHOOL.marks.map((row) => ({
  marks: new Map(row.map((mark, item) => [`item ${item}`, mark])),
}));

describe('the α of a test', () => {
  it('is shown with the error of a total where every attempt had the same items, in whatever order', () => {
    const shuffled = attempts.map(({ marks }, index) => ({
      marks: index % 2 === 0 ? marks : new Map([...marks].reverse()),
    }));
    expect(alphaOfForm(shuffled)).toMatchObject({
      shown: true,
      value: { alpha: expect.closeTo(0.2949972, 7), standardError: expect.closeTo(0.8687, 3) },
    });
  });

  it('is withheld where one attempt had another item, one less or one more', () => {
    const marks = attempts[0]?.marks ?? new Map();
    const others = [
      new Map([...marks].map(([item, mark]) => [item === 'item 4' ? 'item 5' : item, mark])),
      new Map([...marks].slice(1)),
      new Map([...marks, ['item 5', 1]]),
    ];
    for (const odd of others) {
      expect(alphaOfForm([...attempts, { marks: odd }])).toEqual({
        shown: false,
        reason: { kind: 'different-items' },
      });
    }
  });

  it('is withheld from fewer than thirty attempts', () => {
    expect(alphaOfForm(attempts.slice(0, 29))).toEqual({
      shown: false,
      reason: { kind: 'too-few', n: 29, needed: 30 },
    });
    expect(alphaOfForm([])).toMatchObject({ shown: false, reason: { kind: 'too-few', n: 0 } });
  });

  it('is withheld where all totals are the same', () => {
    const same = Array.from({ length: 30 }, () => ({
      marks: new Map([
        ['one', 1],
        ['two', 0],
      ]),
    }));
    expect(alphaOfForm(same)).toEqual({ shown: false, reason: { kind: 'no-variation' } });
  });
});
