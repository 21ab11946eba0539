import type { Nodes, Text } from 'mdast';
import type { ParserBuffer } from './parser-buffer';
import { sharedName } from './shared-name';

/**
 * Where a node of our own trees stands, as two numbers: an mdast position is three objects, a third of what the tree of
 * a large deck would weigh. `startOf` and `endOf` read either.
 */
export type Placed = Readonly<{ startOffset: number; endOffset: number }>;

export function placed(start: number, end: number): Placed {
  return { startOffset: start, endOffset: end };
}

/** A text that stands there. */
export function textAt(value: string, start: number, end: number): Text {
  const text: Text & Placed = { type: 'text', startOffset: start, endOffset: end, value };
  return text;
}

/**
 * The node with this number in the parser's buffer, its children (if it may have any) still to be given. The places of the fields
 * are those of the parser's reader; a test holds every kind of node against the tree that the parser itself would build. Attributes
 * of blocks and deletions are left out: this room reads them from the source, where their places and duplicates are.
 */
export function nodeAt(parsed: ParserBuffer, id: number): Nodes {
  return fieldsAt(parsed, id) as Nodes;
}

/** Shared by all that have no children: a list is given, never added to. */
const NONE: readonly never[] = [];

function fieldsAt(parsed: ParserBuffer, id: number): unknown {
  const startOffset = parsed.startAt(id);
  const endOffset = parsed.endAt(id);
  switch (parsed.typeOf(id)) {
    case 0:
      return { type: 'root', startOffset, endOffset, children: NONE };
    case 1:
      return { type: 'paragraph', startOffset, endOffset, children: NONE };
    case 2:
      return {
        type: 'heading',
        startOffset,
        endOffset,
        depth: parsed.reader.fieldU8(id, 0, 1),
        children: NONE,
      };
    case 3:
      return { type: 'thematicBreak', startOffset, endOffset };
    case 4:
      return { type: 'blockquote', startOffset, endOffset, children: NONE };
    case 5: {
      const { ordered, start, spread } = parsed.reader.getListData(id);
      return {
        type: 'list',
        startOffset,
        endOffset,
        ordered,
        start: ordered ? start : null,
        spread,
        children: NONE,
      };
    }
    case 6: {
      const { checked, spread } = parsed.reader.getListItemData(id);
      return { type: 'listItem', startOffset, endOffset, spread, checked, children: NONE };
    }
    case 7:
      return { type: 'html', startOffset, endOffset, value: parsed.stringAt(id, 0) };
    case 8: {
      const lang = parsed.stringAt(id, 0) || null;
      const meta = parsed.stringAt(id, 8) || null;
      return { type: 'code', startOffset, endOffset, lang, meta, value: parsed.stringAt(id, 16) };
    }
    case 9: {
      const title = parsed.stringAt(id, 8) || null;
      return {
        type: 'definition',
        startOffset,
        endOffset,
        url: parsed.stringAt(id, 0),
        title,
        ...nameAt(parsed, id, 16),
      };
    }
    case 10:
      return { type: 'text', startOffset, endOffset, value: parsed.stringAt(id, 0) };
    case 11:
      return { type: 'emphasis', startOffset, endOffset, children: NONE };
    case 12:
      return { type: 'strong', startOffset, endOffset, children: NONE };
    case 13:
      return { type: 'inlineCode', startOffset, endOffset, value: parsed.stringAt(id, 0) };
    case 14:
      return { type: 'break', startOffset, endOffset };
    case 15: {
      const title = parsed.stringAt(id, 8) || null;
      return { type: 'link', startOffset, endOffset, url: parsed.stringAt(id, 0), title, children: NONE };
    }
    case 16: {
      const [url, alt] = [parsed.stringAt(id, 0), parsed.stringAt(id, 8)];
      return { type: 'image', startOffset, endOffset, url, alt, title: parsed.stringAt(id, 16) || null };
    }
    case 17:
      return { type: 'linkReference', startOffset, endOffset, ...referenceAt(parsed, id), children: NONE };
    case 18:
      return {
        type: 'imageReference',
        startOffset,
        endOffset,
        ...referenceAt(parsed, id),
        alt: parsed.stringAt(id, 20),
      };
    case 19:
      return { type: 'footnoteDefinition', startOffset, endOffset, ...nameAt(parsed, id, 0), children: NONE };
    case 20:
      return { type: 'footnoteReference', startOffset, endOffset, ...nameAt(parsed, id, 0) };
    case 21:
      return {
        type: 'table',
        startOffset,
        endOffset,
        align: parsed.reader.getTableAlign(id),
        children: NONE,
      };
    case 22:
      return { type: 'tableRow', startOffset, endOffset, children: NONE };
    case 23:
      return { type: 'tableCell', startOffset, endOffset, children: NONE };
    case 24:
      return { type: 'delete', startOffset, endOffset, children: NONE };
    case 27: {
      const meta = parsed.stringAt(id, 0) || null;
      return { type: 'math', startOffset, endOffset, meta, value: parsed.stringAt(id, 8) };
    }
    case 28:
      return { type: 'inlineMath', startOffset, endOffset, value: parsed.stringAt(id, 8) };
    case 30:
      return {
        type: 'containerDirective',
        startOffset,
        endOffset,
        name: sharedName(parsed.stringAt(id, 0)),
        children: NONE,
      };
    case 31:
      return {
        type: 'leafDirective',
        startOffset,
        endOffset,
        name: sharedName(parsed.stringAt(id, 0)),
        children: NONE,
      };
    case 32:
      return {
        type: 'textDirective',
        startOffset,
        endOffset,
        name: sharedName(parsed.stringAt(id, 0)),
        children: NONE,
      };
    default:
      // A kind that none of the features we ask for can give: the renderer shows it as it was written.
      return { type: 'unknown', startOffset, endOffset };
  }
}

function nameAt(parsed: ParserBuffer, id: number, offset: number) {
  return { identifier: parsed.stringAt(id, offset), label: parsed.stringAt(id, offset + 8) };
}

const REFERENCE_TYPES = ['shortcut', 'collapsed', 'full'] as const;

function referenceAt(parsed: ParserBuffer, id: number) {
  const referenceType = REFERENCE_TYPES[parsed.reader.fieldU8(id, 16, 0)] ?? 'shortcut';
  return { ...nameAt(parsed, id, 0), referenceType };
}
