import type { RootContent } from 'mdast';
import { type AttributeList, readAttributes } from './attributes';
import { upToBrace } from './cut-text';
import { endOf, startOf } from './markdown';

/** Text with attributes in braces at its end, `Peripheral myelin {claims=C10}`. */
export type Braced = Readonly<{
  /** The text without the braces and the blanks before them. */
  content: readonly RootContent[];
}> &
  Pick<AttributeList, 'attributes' | 'problems'>;

/**
 * Reads the braces at the end of `nodes`, the text of one paragraph. Braces count where they begin like attributes
 * (`#id`, `name=`, or a name alone); a set such as `{a, b}`, and `\{`, are part of the text.
 */
export function readTrailingBraces(text: string, nodes: readonly RootContent[]): Braced {
  const none = { content: nodes, attributes: [], problems: [] };
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return none;
  const start = startOf(first);
  const written = text.slice(start, endOf(last)).trimEnd();
  const end = start + written.length;
  if (!written.endsWith('}')) return none;
  let open = written.length;
  for (let tries = 0; tries < MOST_BRACES && open > 0; tries += 1) {
    open = written.lastIndexOf('{', open - 1);
    if (open < 0 || written[open - 1] === '\\') return none;
    BEGINNING.lastIndex = open;
    if (!BEGINNING.test(written)) continue;
    const { attributes, problems, end: readTo } = readAttributes(text, start + open, end);
    if (readTo === end) return { content: upToBrace(text, nodes, start + open), attributes, problems };
  }
  return none;
}

/** A value in quotation marks may hold braces; more than a few are no attributes. */
const MOST_BRACES = 8;

const BEGINNING = /\{[ \t]{0,9}(?:#|[A-Za-z]{1,20}=|[a-z]{2,20}[ \t}])/y;
