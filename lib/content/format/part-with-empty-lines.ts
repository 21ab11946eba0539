import type { RootContent } from 'mdast';
import { isUnitKind } from '../blocks/block-kinds';
import type { Block } from '../parse/block';
import type { FileFacts } from '../parse/facts';
import { firstInk, lineEnd, nextLine } from '../parse/line-ends';
import { endOf, spanOf, startOf } from '../parse/markdown';
import { insideOneOf, type Span } from '../parse/span';
import { walk } from '../parse/walk';
import { underlined } from '../rules/s08-question-as-heading';
import type { Edit } from './edit';

/**
 * Puts empty lines around each `---` that divides a unit, also where it made a heading of the line above, and between a
 * table and the colons under it.
 */
export function partWithEmptyLines(file: FileFacts, lineEnding: string): readonly Edit[] {
  const offsets = new Set(file.blocks.flatMap((block) => gapsAroundDivisions(file, block)));
  for (const offset of gapsUnderTables(file)) offsets.add(offset);
  return [...offsets].map((offset) => ({
    span: { start: offset, end: offset },
    text: lineEnding,
    change: { kind: 'empty-line' },
  }));
}

/** What divides: three hyphens or more. One or two only underline, and alone they would be a list. */
const DIVISION = /^ {0,3}-{3,}[ \t]*$/;

/** Offsets of the lines in front of which an empty line is missing. An open block may have swallowed anything. */
function gapsAroundDivisions({ source: { text } }: FileFacts, block: Block): readonly number[] {
  if (!isUnitKind(block.kind) || !block.closed) return [];
  const headings: ReadonlySet<unknown> = new Set(underlined(block, text));
  return block.children.flatMap((node) => {
    const line = headings.has(node) ? lineStart(text, endOf(node)) : divisionAt(text, node);
    if (line === null) return [];
    const end = lineEnd(text, line);
    if (headings.has(node) && !DIVISION.test(text.slice(line, end))) return [];
    const below = nextLine(text, end);
    return [
      ...(isEmptyBefore(text, line) ? [] : [line]),
      ...(below >= text.length || isEmpty(text, below) ? [] : [below]),
    ];
  });
}

function divisionAt(text: string, node: RootContent): number | null {
  return node.type === 'thematicBreak' && text[startOf(node)] === '-' ? lineStart(text, startOf(node)) : null;
}

/** The places where reading put a line end of its own, as far as a table ends right above. */
function gapsUnderTables({ source, blocks, prose }: FileFacts): readonly number[] {
  if (source.addedAt.length === 0) return [];
  const tables: Span[] = [];
  walk([...prose, ...blocks.flatMap(({ children }) => children)], (node) => {
    if (node.type === 'table') tables.push(spanOf(node));
  });
  const inTable = insideOneOf([...tables].sort((a, b) => a.start - b.start));
  return source.addedAt.filter((offset) => {
    const line = lineStart(source.text, offset - 1);
    const ink = firstInk(source.text, line, offset);
    return inTable(ink) || inTable(lineEnd(source.text, line) - 1);
  });
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n') at -= 1;
  return at;
}

function isEmpty(text: string, line: number): boolean {
  const end = lineEnd(text, line);
  return firstInk(text, line, end) === end;
}

function isEmptyBefore(text: string, line: number): boolean {
  return line === 0 || isEmpty(text, lineStart(text, line - 1));
}
