import { MAX_ATTRIBUTES } from '../limits';
import { decodeReferences } from './decode-references';
import { sharedName } from './shared-name';
import type { SharedTexts } from './shared-texts';
import type { Problem, Span } from './span';

/**
 * One attribute as written; an id `#name` has the name `id`, a class `.name` the name `class`. Its spans are made when
 * they are asked for, which is where something is wrong with it: a large deck has tens of thousands of attributes.
 */
export class Attribute {
  constructor(
    readonly name: string,
    readonly value: string,
    private readonly start: number,
    readonly end: number,
    private readonly valueStart: number,
    private readonly valueEnd: number,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get valueSpan(): Span {
    return { start: this.valueStart, end: this.valueEnd };
  }
}

/** What stands between braces. */
export type AttributeList = Readonly<{
  /** In the order written; a name may come twice. */
  attributes: readonly Attribute[];
  problems: readonly Problem[];
  /** Where reading ended: behind the closing brace, or at the limit when there is none. */
  end: number;
  closed: boolean;
}>;

/**
 * Reads the braces that open at `start`: `{#id name=value other="several words"}`. Character references and `\"` in
 * values are decoded. Nothing at or beyond `limit` is read, so that braces cannot run over their line. `values` shares what is read often.
 */
export function readAttributes(
  text: string,
  start: number,
  limit: number,
  values: SharedTexts | null = null,
): AttributeList {
  const attributes: Attribute[] = [];
  const problems: Problem[] = [];
  let at = start + 1;
  for (;;) {
    while (at < limit && isBlank(text.charCodeAt(at))) at += 1;
    if (at >= limit) return listOf(attributes, problems, limit, false);
    const first = text.charCodeAt(at);
    if (first === BRACE) return listOf(attributes, problems, at + 1, true);
    if (attributes.length + problems.length >= MAX_ATTRIBUTES) {
      const message = `More than ${MAX_ATTRIBUTES} attributes stand here.`;
      problems.push({ span: { start: at, end: limit }, message, hint: 'Keep those that are known.' });
      return listOf(attributes, problems, limit, true);
    }
    const nameEnd = endOfName(text, at + 1, limit);
    if (first === HASH || first === DOT) {
      const name = first === HASH ? 'id' : 'class';
      attributes.push(new Attribute(name, text.slice(at + 1, nameEnd), at, nameEnd, at + 1, nameEnd));
      at = nameEnd;
    } else if (!isNameUnit(first)) {
      const end = Math.max(at + 1, endOfBareValue(text, at, limit));
      problems.push(notAnAttribute(text, at, end));
      at = end;
    } else if (nameEnd >= limit || text.charCodeAt(nameEnd) !== EQUALS) {
      attributes.push(new Attribute(text.slice(at, nameEnd), '', at, nameEnd, nameEnd, nameEnd));
      at = nameEnd;
    } else {
      const attribute = readNamed(text, at, nameEnd, limit, problems, values);
      attributes.push(attribute);
      at = attribute.end;
    }
  }
}

/** A list that was pushed to has room for a dozen more, and each block of a deck would keep that: so it is copied. */
function listOf(
  attributes: readonly Attribute[],
  problems: readonly Problem[],
  end: number,
  closed: boolean,
): AttributeList {
  return {
    attributes: attributes.slice(),
    problems: problems.length === 0 ? NO_PROBLEMS : problems,
    end,
    closed,
  };
}

/** Shared by all in which nothing is wrong. */
export const NO_PROBLEMS: readonly Problem[] = [];

const BRACE = 0x7d;
const HASH = 0x23;
const DOT = 0x2e;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;

/** Reads the value of the attribute whose name ends at `nameEnd`, before an equals sign. */
function readNamed(
  text: string,
  start: number,
  nameEnd: number,
  limit: number,
  problems: Problem[],
  values: SharedTexts | null,
): Attribute {
  const name = sharedName(cut(text, start, nameEnd, values));
  const open = nameEnd + 1;
  const quote = open < limit ? text.charCodeAt(open) : Number.NaN;
  if (quote !== QUOTE && quote !== APOSTROPHE) {
    const end = endOfBareValue(text, open, limit);
    const value = decodeReferences(cut(text, open, end, values));
    return new Attribute(name, value, start, end, open, end);
  }
  const close = endOfQuotation(text, open, limit);
  if (close >= limit) {
    const hint = `Close it with ${text[open]}.`;
    problems.push({
      span: { start: open, end: limit },
      message: 'This quotation mark is not closed on its line.',
      hint,
    });
    return new Attribute(name, '', start, limit, open, limit);
  }
  const raw = cut(text, open + 1, close, values);
  const value = decodeReferences(raw.includes('\\') ? raw.replace(/\\(["'\\])/g, '$1') : raw);
  return new Attribute(name, value, start, close + 1, open + 1, close);
}

function cut(text: string, start: number, end: number, values: SharedTexts | null): string {
  return values === null ? text.slice(start, end) : values.cut(text, start, end);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** Letters, digits, `_`, `-`, `.`, `:` and everything beyond ASCII: the rules that know the names judge them. */
function isNameUnit(unit: number): boolean {
  if (unit >= 0x61 && unit <= 0x7a) return true;
  if (unit >= 0x41 && unit <= 0x5a) return true;
  if (unit >= 0x30 && unit <= 0x3a) return true;
  return unit === 0x2d || unit === 0x5f || unit > 0x7f;
}

function endOfName(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (isNameUnit(text.charCodeAt(at)) || text.charCodeAt(at) === DOT)) at += 1;
  return at;
}

function endOfBareValue(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) !== BRACE && !isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The offset of the closing quotation mark; `limit` where there is none. */
function endOfQuotation(text: string, open: number, limit: number): number {
  const quote = text.charCodeAt(open);
  for (let at = open + 1; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at += 1;
    else if (unit === quote) return at;
  }
  return limit;
}

function notAnAttribute(text: string, start: number, end: number): Problem {
  const written = text.slice(start, Math.min(end, start + 60));
  return {
    span: { start, end },
    message: `\`${written}\` is no attribute.`,
    hint: 'Attributes are written `#id`, `name=value` or `name="several words"`.',
  };
}
