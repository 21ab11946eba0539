import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MAX_DRAWING_DEPTH, MAX_DRAWING_ELEMENTS } from '../limits';
import { readSvgAttributes } from './svg-attributes';
import { EDITORS_OWN, ELEMENTS, SVG } from './svg-vocabulary';

/** A piece of a drawing: an element, or text inside `<text>` or `<desc>`. */
export type SvgNode = SvgElement | string;

export type SvgElement = Readonly<{
  name: string;
  /** Only those that are allowed, their references in the form `#id` or `url(#id)`. */
  attributes: ReadonlyMap<string, string>;
  children: readonly SvgNode[];
  /** Where it stands in the file, counted from 1. */
  line: number;
}>;

/** Something in a media file that stops it; `line` counts from 1 and is null where it is the file as a whole. */
export type MediaProblem = Readonly<{ line: number | null; message: string; hint: string }>;

/**
 * The tree of a drawing with nothing in it that could run, load or reach beyond the drawing. Whatever would has its
 * problem; what only an editor needs is left out. Null where there is a problem. Never throws.
 */
export function readSvg(
  text: string,
): Readonly<{ root: SvgElement | null; problems: readonly MediaProblem[] }> {
  const problems: MediaProblem[] = [];
  const open: OpenElement[] = [];
  let root: SvgElement | null = null;
  let elements = 0;
  /** How deep inside something that is not kept; 0 outside. */
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const tell = (message: string, hint: string) => problems.push({ line: parser.line, message, hint });
  const keep = (node: SvgNode) => open.at(-1)?.children.push(node);

  parser.on('doctype', () => tell('A drawing may not have a DOCTYPE.', 'Delete the line `<!DOCTYPE …>`.'));
  parser.on('processinginstruction', ({ target }) =>
    tell(`A drawing may not have an instruction \`<?${target.slice(0, 40)}\`.`, 'Delete the line.'),
  );
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements === MAX_DRAWING_ELEMENTS + 1) throw new Unreadable(TOO_MANY, SIMPLER);
    if (open.length + skipping >= MAX_DRAWING_DEPTH) throw new Unreadable(TOO_DEEP, SIMPLER);
    const verdict = skipping > 0 ? 'skip' : judge(tag, open);
    if (verdict !== 'keep') {
      skipping += 1;
      if (verdict !== 'skip') tell(verdict.message, verdict.hint);
      return;
    }
    const attributes = readSvgAttributes(tag, tell);
    open.push({ name: tag.local, attributes, children: [], line: parser.line });
  });
  parser.on('closetag', () => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    const closed = open.pop();
    if (closed === undefined) return;
    if (open.length === 0) root = closed;
    else keep(closed);
  });
  const takeText = (characters: string) => {
    if (skipping === 0 && HOLDS_TEXT.has(open.at(-1)?.name ?? '')) keep(characters);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  try {
    parser.write(text).close();
  } catch (error) {
    const [message, hint] =
      error instanceof Unreadable
        ? [error.message, error.hint]
        : [
            `This is not well-formed XML: ${xmlFault(error)}.`,
            'Open it in a browser, mend it, or export it again.',
          ];
    tell(message, hint);
  }
  return { root: problems.length === 0 ? root : null, problems };
}

type OpenElement = SvgElement & Readonly<{ children: SvgNode[] }>;

/** Elements whose text is shown or read out. */
export const HOLDS_TEXT: ReadonlySet<string> = new Set(['text', 'tspan', 'desc']);
const TOO_MANY = `This drawing has more than ${MAX_DRAWING_ELEMENTS} elements.`;
const TOO_DEEP = `This drawing has elements more than ${MAX_DRAWING_DEPTH} levels deep.`;
const SIMPLER = 'Draw it more simply, or divide it.';

class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

type Verdict = 'keep' | 'skip' | Readonly<{ message: string; hint: string }>;

function judge({ uri, local, name }: SaxesTagNS, open: readonly OpenElement[]): Verdict {
  const parent = open.at(-1);
  if (parent === undefined) {
    if (uri === SVG && local === 'svg') return 'keep';
    return {
      message: `This is no drawing: it begins with \`<${name.slice(0, 40)}>\`.`,
      hint: `A drawing begins with \`<svg xmlns="${SVG}" viewBox="…">\`.`,
    };
  }
  // What belongs to another language is an editor's, unless a browser would understand it.
  if (uri !== SVG) return uri === XHTML || uri === MATHML ? refused(name) : 'skip';
  if (EDITORS_OWN.has(local) || local === 'title') return 'skip';
  // The long description of the whole; of a part it would give the part's name away.
  if (local === 'desc') return open.length === 1 ? 'keep' : 'skip';
  return ELEMENTS.has(local) && local !== 'svg' ? 'keep' : refused(name);
}

const XHTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

function refused(name: string): Verdict {
  return {
    message: `\`<${name.slice(0, 40)}>\` may not stand in a drawing.`,
    hint: 'Draw with shapes, paths and text; colours are attributes such as `fill="var(--fig-ink)"`.',
  };
}

/** What the parser says, without the place, which stands apart. */
function xmlFault(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  return text
    .replace(/^\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 120);
}
