import { ok, type Result, refuse } from '@/lib/base/result';

export type CalculatorProblem =
  | 'empty'
  | 'unreadable'
  | 'unfinished'
  | 'no-number'
  | 'two-numbers'
  | 'thousands';

/** More than anybody types; deeper nesting than this is no calculation. */
const MOST_CHARACTERS = 200;
const NUMBER = /(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?/.source;
const TOKENS = new RegExp(`${NUMBER}|[-+*/^()]`, 'gi');

type Reader = { readonly tokens: readonly string[]; at: number };

/**
 * The value of a calculation as one types it: `+ − × ÷ ^`, brackets, decimals with a point or a comma, a sign before a
 * number, powers of ten as they are shown (`1e+25`). The usual precedence; powers from the right; a bracket beside a
 * number or a bracket multiplies as `×` does. Refuses what could be read in two ways: numbers with nothing but space
 * between them, and a comma that could part thousands. Nothing is run: the text is read, sign by sign.
 */
export function calculated(text: string): Result<number, CalculatorProblem> {
  if (text.length > MOST_CHARACTERS) return refuse('unreadable');
  const plain = text.replace(/[−–]/g, '-').replace(/[×·]/g, '*').replace(/[÷:]/g, '/');
  if ((plain.match(/[\d.,]+/g) ?? []).some(partsThousands)) return refuse('thousands');
  if (/[\d.,]\s+[\d.,]/.test(plain)) return refuse('two-numbers');
  const tokens = plain.match(TOKENS) ?? [];
  if (plain.replace(TOKENS, '').trim() !== '') return refuse('unreadable');
  if (tokens.length === 0) return refuse('empty');
  const reader: Reader = { tokens, at: 0 };
  const value = sum(reader);
  if (value === null) return refuse(reader.at >= tokens.length ? 'unfinished' : 'unreadable');
  if (reader.at < tokens.length) return refuse('unreadable');
  return Number.isFinite(value) ? ok(value) : refuse('no-number');
}

/** As a pocket calculator shows it: at most ten figures, no trailing noughts. `calculated` reads it. */
export function shownNumber(value: number): string {
  const rounded = Number(value.toPrecision(10));
  // The greatest numbers would be rounded to infinity.
  const shown = Number.isFinite(rounded) ? rounded : value;
  return Object.is(shown, -0) ? '0' : `${shown}`.replaceAll('-', '−');
}

/** `1,250` may be 1250 or 1.25; `0,125` and `3,5` are decimals. */
function partsThousands(number: string): boolean {
  return /,.*[.,]|\..*,/.test(number) || /^[1-9]\d{0,2},\d{3}$/.test(number);
}

function sum(reader: Reader): number | null {
  let value = product(reader);
  for (let sign = next(reader, '+-'); sign !== null && value !== null; sign = next(reader, '+-')) {
    const other = product(reader);
    value = other === null ? null : sign === '+' ? value + other : value - other;
  }
  return value;
}

function product(reader: Reader): number | null {
  let value = signed(reader);
  while (value !== null) {
    const sign = next(reader, '*/');
    if (sign === null && !multiplies(reader)) break;
    const other: number | null = sign === null ? power(reader) : signed(reader);
    value = other === null ? null : sign === '/' ? value / other : value * other;
  }
  return value;
}

/** Whether a bracket stands beside what was read: `2(3)`, `(2)(3)`, `(2)3`. */
function multiplies({ tokens, at }: Reader): boolean {
  return tokens[at] === '(' || (tokens[at - 1] === ')' && isNumber(tokens[at]));
}

/** A sign binds less than a power: `-2^2` is −4. */
function signed(reader: Reader): number | null {
  const sign = next(reader, '+-');
  if (sign === null) return power(reader);
  const value = signed(reader);
  return value === null ? null : sign === '-' ? -value : value;
}

function power(reader: Reader): number | null {
  const base = atom(reader);
  if (base === null || next(reader, '^') === null) return base;
  const exponent = signed(reader);
  return exponent === null ? null : base ** exponent;
}

function atom(reader: Reader): number | null {
  if (next(reader, '(') !== null) {
    const inner = sum(reader);
    return inner !== null && next(reader, ')') !== null ? inner : null;
  }
  const token = reader.tokens[reader.at];
  if (!isNumber(token)) return null;
  reader.at += 1;
  return Number(token.replace(',', '.'));
}

function isNumber(token: string | undefined): token is string {
  return token !== undefined && /\d/.test(token);
}

function next(reader: Reader, signs: string): string | null {
  const token = reader.tokens[reader.at];
  if (token === undefined || !signs.includes(token)) return null;
  reader.at += 1;
  return token;
}
