import { ok, type Result, refuse } from '@/lib/base/result';

export type CalculatorProblem = 'empty' | 'unreadable' | 'unfinished' | 'no-number';

/** More than anybody types; deeper nesting than this is no calculation. */
const MOST_CHARACTERS = 200;

type Reader = { readonly tokens: readonly string[]; at: number };

/**
 * The value of a calculation as one types it: `+ − × ÷ ^`, brackets, decimals with a point, a sign before a number. The
 * usual precedence; powers from the right. Nothing is run: the text is read, sign by sign.
 */
export function calculated(text: string): Result<number, CalculatorProblem> {
  const tokens = tokensOf(text);
  if (tokens === null) return refuse('unreadable');
  if (tokens.length === 0) return refuse('empty');
  const reader: Reader = { tokens, at: 0 };
  const value = sum(reader);
  if (value === null) return refuse(reader.at >= tokens.length ? 'unfinished' : 'unreadable');
  if (reader.at < tokens.length) return refuse('unreadable');
  return Number.isFinite(value) ? ok(value) : refuse('no-number');
}

/** As a pocket calculator shows it: at most ten figures, no trailing noughts. */
export function shownNumber(value: number): string {
  const rounded = Number(value.toPrecision(10));
  return Object.is(rounded, -0) ? '0' : `${rounded}`.replace('-', '−');
}

function tokensOf(text: string): readonly string[] | null {
  if (text.length > MOST_CHARACTERS) return null;
  const plain = text.replace(/[−–]/g, '-').replace(/[×·]/g, '*').replace(/[÷:]/g, '/').replace(/\s+/g, '');
  const tokens = plain.match(/\d+(?:\.\d*)?|\.\d+|[-+*/^()]/g) ?? [];
  return tokens.join('') === plain ? tokens : null;
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
  for (let sign = next(reader, '*/'); sign !== null && value !== null; sign = next(reader, '*/')) {
    const other = signed(reader);
    value = other === null ? null : sign === '*' ? value * other : value / other;
  }
  return value;
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
  if (token === undefined || !/[\d.]/.test(token)) return null;
  reader.at += 1;
  return Number(token);
}

function next(reader: Reader, signs: string): string | null {
  const token = reader.tokens[reader.at];
  if (token === undefined || !signs.includes(token)) return null;
  reader.at += 1;
  return token;
}
