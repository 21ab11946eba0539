import { decodeReferences } from './decode-references';
import type { Problem, Span } from './span';

/** One attribute as written; an id `#name` has the name `id`, a class `.name` the name `class`. */
export type Attribute = Readonly<{ name: string; value: string; span: Span; valueSpan: Span }>;

/** What stands between braces. */
export type AttributeList = Readonly<{
  /** In the order written; a name may come twice. */
  attributes: readonly Attribute[];
  problems: readonly Problem[];
  /** Where reading ended: behind the closing brace, or at the limit when there is none. */
  end: number;
  closed: boolean;
}>;

const NAME = /[\p{L}_:][\p{L}\p{N}_.:-]*/uy;
const SHORTCUT = /[#.][^\s#.}"'=<>`]*/y;
const BARE_VALUE = /[^\s}]*/y;
const BLANKS = /[ \t]*/y;
const JUNK = /[^\s}]+/y;

/**
 * Reads the braces that open at `start`: `{#id name=value other="several words"}`. Character references and `\"` in
 * values are decoded. Nothing at or beyond `limit` is read, so that braces cannot run over their line.
 */
export function readAttributes(text: string, start: number, limit: number): AttributeList {
  const attributes: Attribute[] = [];
  const problems: Problem[] = [];
  let at = start + 1;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    const within = found.slice(0, limit - at);
    at += within.length;
    return within;
  };
  for (;;) {
    take(BLANKS);
    if (at >= limit) return { attributes, problems, end: limit, closed: false };
    const from = at;
    const first = text[at];
    if (first === '}') return { attributes, problems, end: at + 1, closed: true };
    if (first === '#' || first === '.') {
      const value = take(SHORTCUT).slice(1);
      const span = { start: from, end: at };
      attributes.push({
        name: first === '#' ? 'id' : 'class',
        value,
        span,
        valueSpan: { start: from + 1, end: at },
      });
      continue;
    }
    const name = take(NAME);
    if (name === '') {
      // A new line can only come where the limit lies beyond it: it separates like a blank.
      if (take(JUNK) === '') at += 1;
      else problems.push(notAnAttribute(text, from, at));
      continue;
    }
    if (text[at] !== '=' || at >= limit) {
      attributes.push({ name, value: '', span: { start: from, end: at }, valueSpan: { start: at, end: at } });
      continue;
    }
    at += 1;
    const value = readValue();
    attributes.push({ name, value: value.text, span: { start: from, end: at }, valueSpan: value.span });
  }

  function readValue(): Readonly<{ text: string; span: Span }> {
    const quote = text[at];
    if (at >= limit || (quote !== '"' && quote !== "'")) {
      const bareStart = at;
      const bare = take(BARE_VALUE);
      return { text: decodeReferences(bare), span: { start: bareStart, end: at } };
    }
    const open = at;
    const close = endOfQuotation(text, open, limit);
    if (close === null) {
      at = limit;
      const span = { start: open, end: limit };
      problems.push({
        span,
        message: 'This quotation mark is not closed on its line.',
        hint: `Close it with ${quote}.`,
      });
      return { text: '', span };
    }
    at = close + 1;
    const raw = text.slice(open + 1, close);
    return { text: decodeReferences(unescaped(raw)), span: { start: open + 1, end: close } };
  }
}

function endOfQuotation(text: string, open: number, limit: number): number | null {
  const quote = text[open];
  for (let at = open + 1; at < limit; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
  }
  return null;
}

function unescaped(raw: string): string {
  return raw.includes('\\') ? raw.replace(/\\(["'\\])/g, '$1') : raw;
}

function notAnAttribute(text: string, start: number, end: number): Problem {
  const written = text.slice(start, end);
  return {
    span: { start, end },
    message: `\`${written}\` is no attribute.`,
    hint: 'Attributes are written `#id`, `name=value` or `name="several words"`.',
  };
}
