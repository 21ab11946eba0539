/** Quoted values may hold a `>`. */
const TAGS = /<(?:"[^"]*"|[^">])*>/g;
const REFERENCES = /&(?:#(\d+)|#x([\da-f]+)|[a-z]+);/gi;
/** Characters beyond it take two units of a string. */
const LAST_OF_ONE_UNIT = 0xffff;

/**
 * How long the text of HTML of the compiler is in the page: what `textContent` counts, in units of a string. Named
 * references stand for one character, as all do that the compiler writes.
 */
export function textLength(html: string): number {
  return html
    .replace(TAGS, '')
    .replace(REFERENCES, (_, decimal: string | undefined, hexadecimal: string | undefined) => {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal);
      return code > LAST_OF_ONE_UNIT ? '..' : '.';
    }).length;
}
