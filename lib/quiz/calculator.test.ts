import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculated, shownNumber } from './calculator';

describe('the calculator', () => {
  it.each([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['140 − 104 − 24', 12],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['10 ÷ 4', 2.5],
    ['.5 × 4.', 2],
    ['--3', 3],
    ['2*-3', -6],
    ['((4))', 4],
  ])('reads %s as %d', (text, value) => {
    expect(calculated(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['1+', 'unfinished'],
    ['(1', 'unfinished'],
    ['1 2 3 +* 4', 'unreadable'],
    ['1)', 'unreadable'],
    ['()', 'unreadable'],
    ['alert(1)', 'unreadable'],
    ['1..2', 'unreadable'],
    ['1/0', 'no-number'],
    ['9^9^9', 'no-number'],
    ['1'.repeat(201), 'unreadable'],
  ])('says of %s that it is %s', (text, error) => {
    expect(calculated(text)).toEqual({ ok: false, error });
  });

  it('agrees with arithmetic on any nest of sums and products', () => {
    type Term = { text: string; value: number };
    const { term } = fc.letrec<{ term: Term }>((tie) => ({
      term: fc.oneof(
        { maxDepth: 4 },
        fc.nat(99).map((value): Term => ({ text: `${value}`, value })),
        fc
          .tuple(tie('term'), fc.constantFrom('+', '-', '*'), tie('term'))
          .map(([left, sign, right]): Term => {
            const value =
              sign === '+'
                ? left.value + right.value
                : sign === '-'
                  ? left.value - right.value
                  : left.value * right.value;
            return { text: `(${left.text}${sign}${right.text})`, value };
          }),
      ),
    }));
    fc.assert(
      fc.property(term, ({ text, value }) => {
        fc.pre(text.length <= 200);
        expect(calculated(text)).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.+-*/^() ×÷x') }), (text) => {
        expect(typeof calculated(text).ok).toBe('boolean');
      }),
    );
  });

  it('shows no noise of binary fractions', () => {
    expect(shownNumber(0.1 + 0.2)).toBe('0.3');
    expect(shownNumber(-1.5)).toBe('−1.5');
    expect(shownNumber(-0)).toBe('0');
    expect(shownNumber(1 / 3)).toBe('0.3333333333');
  });
});
