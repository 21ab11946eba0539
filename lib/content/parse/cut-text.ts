import type { RootContent, Text } from 'mdast';
import { decodeReferences } from './decode-references';
import { endOf, startOf } from './markdown';
import { placed } from './node-at';
import type { Span } from './span';

/** The nodes without the first `count` units of the text they begin with, and without the blanks behind these. */
export function withoutStart(nodes: readonly RootContent[], count: number): readonly RootContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return nodes;
  const value = first.value.slice(count).trimStart();
  if (value === '') return rest;
  const start = Math.min(endOf(first), startOf(first) + first.value.length - value.length);
  return [textWith(first, value, { start, end: endOf(first) }), ...rest];
}

/** The nodes up to the brace at `offset` of the source, without the blanks before it. */
export function upToBrace(
  text: string,
  nodes: readonly RootContent[],
  offset: number,
): readonly RootContent[] {
  const kept = nodes.filter((node) => startOf(node) < offset);
  const last = kept.at(-1);
  if (last?.type !== 'text') return kept;
  const value = last.value.slice(0, placeOfBrace(text, last, offset)).trimEnd();
  const before = kept.slice(0, -1);
  const start = startOf(last);
  const end = start + text.slice(start, Math.min(offset, endOf(last))).trimEnd().length;
  return value === '' ? before : [...before, textWith(last, value, { start, end })];
}

/** Escapes and character references make a text shorter than its source, so the braces behind the place are counted. */
function placeOfBrace(text: string, node: Text, offset: number): number {
  if (endOf(node) <= offset) return node.value.length;
  let at = node.value.length;
  const behind = decodeReferences(text.slice(offset, endOf(node)));
  for (const unit of behind) if (unit === '{') at = node.value.lastIndexOf('{', at - 1);
  return Math.max(0, at);
}

function textWith(text: Text, value: string, { start, end }: Span): Text {
  return { ...text, ...placed(start, end), value };
}
