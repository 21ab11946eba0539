import type { CardUid } from '@/lib/base/ids';
import type { CardFace } from './card-face';

/**
 * HTML of the compiler with its drawings set in. A card holds a drawing as an empty `<svg>` that names it by hash, so
 * that twenty cards of one drawing send it once. `drawings` has the markup by hash; one that is not there leaves the
 * empty picture with its description. Ids and references inside get the name of the place and a number, so that a
 * drawing may stand on a page as often as it likes: `place` must differ between the pieces of one page.
 */
export function placeFigures(html: string, drawings: Drawings, place: string): string {
  let count = 0;
  return html.replace(FIGURE, (_, hash: string, marks: string, without: string, rest: string) => {
    count += 1;
    const markup = drawings[hash] ?? '';
    return `<svg${rest}>${placed(markup, `${place}-${count}_`, markOf(marks), new Set(without.split(' ')))}`;
  });
}

/** Markup of drawings by hash. */
export type Drawings = Readonly<Record<string, string>>;

/** Cards as they are sent to be shown: their faces, and the drawings these name, for `placeOnFace` to set in. */
export type CardFaces = Readonly<{ faces: Readonly<Record<CardUid, CardFace>>; drawings: Drawings }>;

/** The face of a card with its drawings set in. A card is alone on its page. */
export function placeOnFace(face: CardFace, drawings: Drawings): CardFace {
  return {
    ...face,
    frontHtml: placeFigures(face.frontHtml, drawings, 'front'),
    backHtml: placeFigures(face.backHtml, drawings, 'back'),
    extraHtml: face.extraHtml === null ? null : placeFigures(face.extraHtml, drawings, 'extra'),
  };
}

/** The hashes of the drawings that HTML of the compiler names. */
export function drawingsIn(html: string): readonly string[] {
  return [...html.matchAll(FIGURE)].map(([, hash = '']) => hash);
}

// The renderer writes these attributes in this order; in texts `<` and `"` are escaped, so nothing else looks like it.
const FIGURE = /<svg data-drawing="([0-9a-f]{64})" data-marks="([^"]*)" data-without="([^"]*)"([^>]*)>/g;
const TEXT = /<(text|desc) data-text="(\d+)".*?<\/\1>/gs;

function placed(
  markup: string,
  prefix: string,
  markOf: (id: string) => string,
  without: ReadonlySet<string>,
): string {
  return markup
    .replace(TEXT, (whole, name: string, number: string) =>
      without.has(number) ? '' : whole.replace(`<${name} data-text="${number}"`, `<${name}`),
    )
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${prefix}${id}"${markOf(id)}`)
    .replace(/ href="#/g, ` href="#${prefix}`)
    .replace(/="url\(#/g, `="url(#${prefix}`);
}

/** `part:asked other:covered` as a function of the part. */
function markOf(marks: string): (id: string) => string {
  const known = new Map(
    marks
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => [word.slice(0, word.lastIndexOf(':')), word.slice(word.lastIndexOf(':') + 1)] as const),
  );
  return (id) => (known.has(id) ? ` data-mark="${known.get(id)}"` : '');
}
