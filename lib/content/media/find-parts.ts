import {
  type Box,
  boxAround,
  combined,
  IDENTITY,
  type Matrix,
  moved,
  type Point,
  transformOf,
} from './geometry';
import type { SvgElement } from './read-svg';
import { shapePoints } from './shape-points';

/** Something of a drawing that has an id. */
export type Part = Readonly<{
  /** About where it stands; null where nothing of it is to be seen. */
  box: Box | null;
  /** Numbers of the texts that name it: those inside it, and those that say `data-label-for`. */
  texts: readonly number[];
}>;

/** A text of a drawing. `centre` is about where it stands; null for the long description and for what is not drawn. */
export type DrawnText = Readonly<{ words: string; centre: Point | null }>;

export type Found = Readonly<{
  parts: ReadonlyMap<string, Part>;
  /** By number; 0 is the long description, empty where there is none. */
  texts: readonly DrawnText[];
  numberOf: ReadonlyMap<SvgElement, number>;
}>;

/** What is known on the way down to an element. */
type Way = Readonly<{
  matrix: Matrix;
  fontSize: number;
  anchor: string;
  /** Ids of what it stands in or labels. */
  owners: readonly string[];
  /** Whether it is drawn where it stands: what is defined only shows where it is used. */
  drawn: boolean;
}>;

/** The parts and texts of a drawing: where each stands, and which text names which part. */
export function findParts(root: SvgElement, byId: ReadonlyMap<string, SvgElement>): Found {
  const points = new Map<string, Point[]>([...byId.keys()].map((id) => [id, []]));
  const named = new Map<string, Set<number>>([...byId.keys()].map((id) => [id, new Set()]));
  const texts: DrawnText[] = [{ words: '', centre: null }];
  const numberOf = new Map<SvgElement, number>();

  const takeText = (element: SvgElement, { owners, ...way }: Way): void => {
    const box = way.drawn ? textBox(element, way) : null;
    const number = numberOf.get(element) ?? texts.length;
    numberOf.set(element, number);
    texts[number] = { words: wordsOf(element), centre: box?.centre ?? texts[number]?.centre ?? null };
    for (const owner of owners) {
      named.get(owner)?.add(number);
      points.get(owner)?.push(...(box?.corners ?? []));
    }
  };

  const visit = (element: SvgElement, from: Way, used = false): void => {
    const way = further(from, element, used);
    if (element.name === 'desc') {
      texts[0] = { words: wordsOf(element), centre: null };
      numberOf.set(element, 0);
      return;
    }
    if (element.name === 'text') {
      takeText(element, way);
      return;
    }
    const corners = way.drawn ? shapePoints(element).map((point) => moved(way.matrix, point)) : [];
    for (const owner of way.owners) points.get(owner)?.push(...corners);
    const target =
      element.name === 'use' ? byId.get(element.attributes.get('href')?.slice(1) ?? '') : undefined;
    if (target !== undefined) visit(target, way, true);
    for (const child of element.children) if (typeof child !== 'string') visit(child, way);
  };
  visit(root, { matrix: IDENTITY, fontSize: 16, anchor: 'start', owners: [], drawn: true });

  const parts = new Map<string, Part>();
  for (const id of byId.keys())
    parts.set(id, { box: boxAround(points.get(id) ?? []), texts: [...(named.get(id) ?? [])] });
  return { parts, texts, numberOf };
}

const ONLY_DEFINED: ReadonlySet<string> = new Set([
  'defs',
  'symbol',
  'pattern',
  'clipPath',
  'mask',
  'marker',
]);

function further(from: Way, { name, attributes }: SvgElement, used: boolean): Way {
  const id = attributes.get('id');
  const labelled = (attributes.get('data-label-for') ?? '').split(/\s+/).filter((word) => word !== '');
  let matrix = combined(from.matrix, transformOf(attributes.get('transform')));
  if (name === 'use')
    matrix = combined(matrix, [1, 0, 0, 1, numberAt(attributes, 'x') ?? 0, numberAt(attributes, 'y') ?? 0]);
  return {
    matrix,
    fontSize: numberAt(attributes, 'font-size') ?? from.fontSize,
    anchor: attributes.get('text-anchor') ?? from.anchor,
    owners: [...from.owners, ...(id === undefined ? [] : [id]), ...labelled],
    drawn: from.drawn && (used || !ONLY_DEFINED.has(name)),
  };
}

/** A letter is about half as wide as it is high; exact enough to tell where a word stands. */
const LETTER_WIDTH = 0.55;

function textBox(
  text: SvgElement,
  { matrix, fontSize, anchor }: Omit<Way, 'owners'>,
): Readonly<{ centre: Point; corners: readonly Point[] }> {
  const lines = [text, ...text.children.filter((child) => typeof child !== 'string')];
  const place = (name: string) =>
    lines.map(({ attributes }) => numberAt(attributes, name)).find((value) => value !== null) ?? 0;
  const width = wordsOf(text).length * fontSize * LETTER_WIDTH;
  const shift = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
  const [left, base] = [place('x') + shift, place('y')];
  const top = base - fontSize * 0.75;
  return {
    centre: moved(matrix, { x: left + width / 2, y: (top + base) / 2 }),
    corners: [moved(matrix, { x: left, y: top }), moved(matrix, { x: left + width, y: base })],
  };
}

function numberAt(attributes: ReadonlyMap<string, string>, name: string): number | null {
  const number = Number.parseFloat(attributes.get(name) ?? '');
  return Number.isFinite(number) ? number : null;
}

/** The words of a text, its lines parted by blanks. */
function wordsOf(element: SvgElement): string {
  const pieces = element.children.map((child) => (typeof child === 'string' ? child : ` ${wordsOf(child)} `));
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
