import type { Heading as HeadingNode } from 'mdast';
import { plainText } from '../render/plain-text';
import { readAttributes } from './attributes';
import type { Heading } from './block';
import { endOf, spanOf, startOf } from './markdown';

/** Braces at the end of a heading that hold attributes, `{#tone}`; a set such as `{a, b}` is part of its text. */
export const HEADING_BRACES = /[ \t]*\{(?=\s*(?:#|[A-Za-z]+=))[^{}]*\}[ \t]*$/;

/** A heading of the notes with what its braces say. */
export function readHeading(text: string, node: HeadingNode): Heading {
  const span = spanOf(node);
  const last = node.children.at(-1);
  const title = plainText(node.children).trim();
  if (last?.type !== 'text') return { node, span, title, attributes: [], problems: [] };
  const written = text.slice(startOf(last), endOf(last));
  const braces = HEADING_BRACES.exec(written);
  if (braces === null) return { node, span, title, attributes: [], problems: [] };
  const open = startOf(last) + braces.index + braces[0].indexOf('{');
  const { attributes, problems } = readAttributes(text, open, endOf(last));
  return { node, span, title: title.replace(HEADING_BRACES, '').trim(), attributes, problems };
}
