import { type Attribute, NO_PROBLEMS, readAttributes } from './attributes';
import { lineEnd } from './line-ends';
import type { SharedTexts } from './shared-texts';
import type { Problem, Span } from './span';

/** The first line of a block, `:::qa{#id obj=X}`, read from the source: the tree has neither places nor duplicates. */
export class BlockHead {
  constructor(
    private readonly start: number,
    private readonly nameStart: number,
    private readonly nameEnd: number,
    private readonly end: number,
    readonly attributes: readonly Attribute[],
    readonly problems: readonly Problem[],
    /** What stands behind name and attributes and does not belong there. */
    readonly tail: Span | null,
    /** False where the attributes could not be read to their end: then nothing may be concluded from what is missing. */
    readonly readable: boolean,
  ) {}

  /** The whole line, from its first colon. */
  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get nameSpan(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  get colons(): number {
    return this.nameStart - this.start;
  }
}

/** Reads the head of the block `name` whose first colon stands at `start`; `values` are those of its file. */
export function readBlockHead(text: string, start: number, name: string, values: SharedTexts): BlockHead {
  const end = trimmedEnd(text, start, lineEnd(text, start));
  let nameStart = start;
  while (text.charCodeAt(nameStart) === COLON) nameStart += 1;
  const nameEnd = nameStart + name.length;
  const list = text.charCodeAt(nameEnd) === OPENING_BRACE ? readAttributes(text, nameEnd, end, values) : null;
  const readTo = list?.end ?? nameEnd;
  const tail = readTo < end ? { start: readTo, end } : null;
  const closed = list === null || list.closed;
  const problems = list?.problems ?? NO_PROBLEMS;
  return new BlockHead(
    start,
    nameStart,
    nameEnd,
    end,
    list?.attributes ?? NO_ATTRIBUTES,
    closed ? problems : [...problems, notClosed({ start: nameEnd, end })],
    tail,
    closed && (list !== null || tail === null),
  );
}

const NO_ATTRIBUTES: readonly Attribute[] = [];

const COLON = 0x3a;
const OPENING_BRACE = 0x7b;

function notClosed(span: Span): Problem {
  return {
    span,
    message: 'The braces of this head are not closed on its line.',
    hint: 'Write all attributes on the line of the colons, between `{` and `}`.',
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}
