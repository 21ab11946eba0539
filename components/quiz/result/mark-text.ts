type Range = readonly [from: number, to: number];

/** A tag, whose attributes may hold its end in quotes, one character written as an entity, or one plain character. */
const PIECE = /<(?:"[^"]*"|'[^']*'|[^'">])*>|&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});|[\s\S]/gi;
/** In drawings and formulas a mark cannot stand; their text counts all the same. */
const FOREIGN = /^<(\/?)(svg|math)\b/i;

/**
 * Compiled Markdown with `ranges` of its text in `<mark>`: offsets count the text content as the browser does, in UTF-16
 * units, in order and apart. A mark ends at each tag and begins anew behind it, so that nothing overlaps.
 */
export function markedHtml(html: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return html;
  let at = 0;
  let next = 0;
  let foreign = 0;
  let open = false;
  let out = '';
  for (const [piece] of html.matchAll(PIECE)) {
    if (piece.startsWith('<')) {
      const border = FOREIGN.exec(piece);
      if (border !== null) foreign += border[1] === '/' ? -1 : 1;
      out += open ? `</mark>${piece}` : piece;
      open = false;
      continue;
    }
    while ((ranges[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const inside = foreign === 0 && at >= (ranges[next]?.[0] ?? Number.POSITIVE_INFINITY);
    if (inside !== open) out += inside ? '<mark class="marked">' : '</mark>';
    open = inside;
    out += piece;
    at += lengthOf(piece);
  }
  return open ? `${out}</mark>` : out;
}

/** Units of a character or an entity; only numbers stand for characters of two. */
function lengthOf(piece: string): number {
  const number = /^&#(x?)([0-9a-f]+);$/i.exec(piece);
  if (number === null) return 1;
  return Number.parseInt(number[2] ?? '', number[1] === '' ? 10 : 16) > 0xffff ? 2 : 1;
}
