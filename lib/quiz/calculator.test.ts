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
    ['3,5 + 0,125', 3.625],
    ['12345,678', 12345.678],
    [',5', 0.5],
    ['2(3)', 6],
    ['(2)(3)', 6],
    ['(2)3', 6],
    ['2 (3)^2', 18],
    ['2^2(3)', 12],
    ['6 ÷ 2(3)', 9],
    ['-2(3)', -6],
    ['1e+25', 1e25],
    ['1e−7 × 2', 2e-7],
    ['2.5E3', 2500],
  ])('reads %s as %d', (text, value) => {
    expect(calculated(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['1+', 'unfinished'],
    ['(1', 'unfinished'],
    ['9 9', 'two-numbers'],
    ['1 2 3 +* 4', 'two-numbers'],
    ['1. .5', 'two-numbers'],
    ['2 e5', 'unreadable'],
    ['2e', 'unreadable'],
    ['2e+', 'unreadable'],
    ['1,250', 'thousands'],
    ['1,000,000', 'thousands'],
    ['1,234.5', 'thousands'],
    ['1.234,5', 'thousands'],
    ['2(', 'unfinished'],
    ['2()', 'unreadable'],
    ['(2', 'unfinished'],
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

  it('agrees with arithmetic on any nest of sums and products, with or without a sign between brackets', () => {
    type Term = { text: string; value: number };
    const { term } = fc.letrec<{ term: Term }>((tie) => ({
      term: fc.oneof(
        { maxDepth: 4 },
        fc.nat(99).map((value): Term => ({ text: `${value}`, value })),
        fc
          .tuple(tie('term'), fc.constantFrom('+', '-', '*', ''), tie('term'))
          .map(([left, sign, right]): Term => {
            const value =
              sign === '+'
                ? left.value + right.value
                : sign === '-'
                  ? left.value - right.value
                  : left.value * right.value;
            const text = sign === '' ? `(${left.text})(${right.text})` : `${left.text}${sign}${right.text}`;
            return { text: `(${text})`, value };
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

  it('reads whatever it shows, of any number, as what is shown', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const shown = shownNumber(value);
        const read = calculated(shown);
        expect(read.ok && shownNumber(read.value)).toBe(shown);
        expect(calculated(`${shown}×1`)).toEqual(read);
      }),
    );
  });

  it('reads a decimal comma as a point, but where it could part thousands', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.stringMatching(/^\d{1,6}$/), (whole, decimals) => {
        const comma = calculated(`${whole},${decimals}`);
        if (whole > 0 && whole < 1000 && decimals.length === 3) {
          expect(comma).toEqual({ ok: false, error: 'thousands' });
        } else expect(comma).toEqual({ ok: true, value: Number(`${whole}.${decimals}`) });
      }),
    );
  });

  it('never makes one number of two', () => {
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[ \t\u00a0]{1,3}$/), fc.nat(), (left, space, right) => {
        expect(calculated(`${left}${space}${right}`)).toEqual({ ok: false, error: 'two-numbers' });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,+-*/^() ×÷xe') }), (text) => {
        expect(typeof calculated(text).ok).toBe('boolean');
      }),
    );
  });

  it('shows no noise of binary fractions', () => {
    expect(shownNumber(0.1 + 0.2)).toBe('0.3');
    expect(shownNumber(-1.5)).toBe('−1.5');
    expect(shownNumber(-0)).toBe('0');
    expect(shownNumber(1 / 3)).toBe('0.3333333333');
    expect(shownNumber(-1e-9)).toBe('−1e−9');
  });
});
