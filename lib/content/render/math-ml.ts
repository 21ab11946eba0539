import { escapeHtml } from './escape';

/** The largest length in a formula, in ems. */
export const MAX_SIZE_EM = 20;

const ELEMENTS: ReadonlySet<string> = new Set(
  'math mrow mi mn mo mtext mspace ms msub msup msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mstyle mpadded mphantom menclose'.split(
    ' ',
  ),
);
/** None that names an address, a style, a class or an event. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'display mathvariant mathcolor mathbackground mathsize displaystyle scriptlevel stretchy symmetric fence separator lspace rspace width height depth voffset minsize maxsize accent accentunder linethickness notation columnalign columnspacing columnlines rowspacing rowlines side'.split(
    ' ',
  ),
);
const VALUE = /^[\w#%.+\- ]{0,80}$/;
const PIECE = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>|([^<>]+)/y;
const ATTRIBUTE = / ([a-zA-Z-]+)="([^"<>]*)"/g;

/**
 * MathML made of nothing but known elements, known attributes with plain values, and text, each written here anew;
 * other elements leave their content, and the TeX that an `annotation` repeats is left out. Null where the text is not
 * what a formula is made of at all.
 */
export function safeMathMl(written: string): string | null {
  let html = '';
  let inAnnotation = false;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < written.length) {
    const match = PIECE.exec(written);
    if (match === null) return null;
    const [, slash, element = '', attributes = '', alone, text] = match;
    if (element === 'annotation') inAnnotation = slash === '';
    else if (inAnnotation) continue;
    else if (text !== undefined) html += escapeHtml(decoded(text));
    else if (ELEMENTS.has(element)) {
      if (slash === '') html += `<${element}${known(attributes)}>`;
      if (slash === '/' || alone === '/') html += `</${element}>`;
    }
  }
  return html;
}

function known(attributes: string): string {
  let kept = '';
  for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE))
    if (ATTRIBUTES.has(name) && VALUE.test(value) && !isHuge(value)) kept += ` ${name}="${value}"`;
  return kept;
}

/** A length far beyond a line of text: KaTeX limits most, but no shift and nothing negative. */
function isHuge(value: string): boolean {
  const length = /^[+-]?([\d.]+)(em|ex|pt|mu|cm|mm|in|px)$/.exec(value);
  return (
    length !== null && Number(length[1]) > (length[2] === 'pt' || length[2] === 'px' ? 240 : MAX_SIZE_EM)
  );
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (reference) => REFERENCES[reference] ?? reference);
}
