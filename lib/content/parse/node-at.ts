import type { Nodes, Text } from 'mdast';
import type { MdastReader } from 'satteri';

/**
 * Where a node of our own trees stands, as two numbers: an mdast position is three objects, a third of what the tree of
 * a large deck would weigh. `startOf` and `endOf` read either.
 */
export type Placed = Readonly<{ startOffset: number; endOffset: number }>;

export function placed(start: number, end: number): Placed {
  return { startOffset: start, endOffset: end };
}

/** What the parser has read of a text. */
export type ParsedText = Readonly<{ reader: MdastReader; places: Places }>;

/**
 * The offsets of nodes by their number, read from the parser's buffer. Its reader would give them too, inside three new
 * objects a node, which a large deck feels: a twelfth of all that compiling it allocates.
 */
export class Places {
  readonly #view: DataView;
  readonly #first: number;
  readonly #size: number;

  constructor(buffer: Uint8Array, { nodesOffset, nodeStructSize }: MdastReader['header']) {
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    this.#first = nodesOffset;
    this.#size = nodeStructSize;
  }

  startAt(id: number): number {
    return this.#view.getUint32(this.#first + id * this.#size + 12, true);
  }

  endAt(id: number): number {
    return this.#view.getUint32(this.#first + id * this.#size + 16, true);
  }
}

/** A piece of the source as text. */
export function textAt(source: string, start: number, end: number): Text {
  const text: Text & Placed = {
    type: 'text',
    startOffset: start,
    endOffset: end,
    value: source.slice(start, end),
  };
  return text;
}

/**
 * The node with this number in the reader, its children (if it may have any) still to be given. The places of the fields
 * are the reader's own; a test holds every kind of node against the tree that the parser itself would build. Attributes
 * of blocks and deletions are left out: this room reads them from the source, where their places and duplicates are.
 */
export function nodeAt(parsed: ParsedText, id: number): Nodes {
  return fieldsAt(parsed, id) as Nodes;
}

/** Shared by all that have no children: a list is given, never added to. */
const NONE: readonly never[] = [];

function fieldsAt({ reader, places }: ParsedText, id: number): unknown {
  const startOffset = places.startAt(id);
  const endOffset = places.endAt(id);
  switch (reader.getNodeType(id)) {
    case 0:
      return { type: 'root', startOffset, endOffset, children: NONE };
    case 1:
      return { type: 'paragraph', startOffset, endOffset, children: NONE };
    case 2:
      return { type: 'heading', startOffset, endOffset, depth: reader.fieldU8(id, 0, 1), children: NONE };
    case 3:
      return { type: 'thematicBreak', startOffset, endOffset };
    case 4:
      return { type: 'blockquote', startOffset, endOffset, children: NONE };
    case 5: {
      const { ordered, start, spread } = reader.getListData(id);
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
      const { checked, spread } = reader.getListItemData(id);
      return { type: 'listItem', startOffset, endOffset, spread, checked, children: NONE };
    }
    case 7:
      return { type: 'html', startOffset, endOffset, value: reader.getTextValue(id) };
    case 8: {
      const lang = reader.fieldString(id, 0) || null;
      const meta = reader.fieldString(id, 8) || null;
      return { type: 'code', startOffset, endOffset, lang, meta, value: reader.fieldString(id, 16) };
    }
    case 9: {
      const title = reader.fieldString(id, 8) || null;
      return {
        type: 'definition',
        startOffset,
        endOffset,
        url: reader.fieldString(id, 0),
        title,
        ...nameAt(reader, id, 16),
      };
    }
    case 10:
      return { type: 'text', startOffset, endOffset, value: reader.getTextValue(id) };
    case 11:
      return { type: 'emphasis', startOffset, endOffset, children: NONE };
    case 12:
      return { type: 'strong', startOffset, endOffset, children: NONE };
    case 13:
      return { type: 'inlineCode', startOffset, endOffset, value: reader.getTextValue(id) };
    case 14:
      return { type: 'break', startOffset, endOffset };
    case 15: {
      const title = reader.fieldString(id, 8) || null;
      return { type: 'link', startOffset, endOffset, url: reader.fieldString(id, 0), title, children: NONE };
    }
    case 16: {
      const [url, alt] = [reader.fieldString(id, 0), reader.fieldString(id, 8)];
      return { type: 'image', startOffset, endOffset, url, alt, title: reader.fieldString(id, 16) || null };
    }
    case 17:
      return { type: 'linkReference', startOffset, endOffset, ...referenceAt(reader, id), children: NONE };
    case 18:
      return {
        type: 'imageReference',
        startOffset,
        endOffset,
        ...referenceAt(reader, id),
        alt: reader.fieldString(id, 20),
      };
    case 19:
      return { type: 'footnoteDefinition', startOffset, endOffset, ...nameAt(reader, id, 0), children: NONE };
    case 20:
      return { type: 'footnoteReference', startOffset, endOffset, ...nameAt(reader, id, 0) };
    case 21:
      return { type: 'table', startOffset, endOffset, align: reader.getTableAlign(id), children: NONE };
    case 22:
      return { type: 'tableRow', startOffset, endOffset, children: NONE };
    case 23:
      return { type: 'tableCell', startOffset, endOffset, children: NONE };
    case 24:
      return { type: 'delete', startOffset, endOffset, children: NONE };
    case 27: {
      const meta = reader.fieldString(id, 0) || null;
      return { type: 'math', startOffset, endOffset, meta, value: reader.fieldString(id, 8) };
    }
    case 28:
      return { type: 'inlineMath', startOffset, endOffset, value: reader.fieldString(id, 8) };
    case 30:
      return {
        type: 'containerDirective',
        startOffset,
        endOffset,
        name: reader.fieldString(id, 0),
        children: NONE,
      };
    case 31:
      return {
        type: 'leafDirective',
        startOffset,
        endOffset,
        name: reader.fieldString(id, 0),
        children: NONE,
      };
    case 32:
      return {
        type: 'textDirective',
        startOffset,
        endOffset,
        name: reader.fieldString(id, 0),
        children: NONE,
      };
    default:
      // A kind that none of the features we ask for can give: the renderer shows it as it was written.
      return { type: 'unknown', startOffset, endOffset };
  }
}

function nameAt(reader: MdastReader, id: number, offset: number) {
  return { identifier: reader.fieldString(id, offset), label: reader.fieldString(id, offset + 8) };
}

const REFERENCE_TYPES = ['shortcut', 'collapsed', 'full'] as const;

function referenceAt(reader: MdastReader, id: number) {
  const referenceType = REFERENCE_TYPES[reader.fieldU8(id, 16, 0)] ?? 'shortcut';
  return { ...nameAt(reader, id, 0), referenceType };
}
