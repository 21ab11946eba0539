import type { RootContent } from 'mdast';
import { plainText } from '../render/plain-text';
import { withoutStart } from './cut-text';
import type { Option } from './item';
import { lineEnd } from './line-ends';
import { endOf, startOf } from './markdown';
import type { Entry } from './read-entry';
import type { Problem, Span } from './span';

/** A box that the parser did not take for one, such as `[x ]`, `[]`, or one before a no-break space. */
const BOX = /^\s{0,3}\[\s{0,3}([xX*✓✔✗✘]?)\s{0,3}\]/u;
const LETTER = /^\s{0,3}([A-Za-z])\s{0,3}[.):]?\s{0,3}$/;
/** The letter before words of the same text. */
const LETTER_FIRST = /^\s{0,3}([A-Za-z])[.)]\s/;

/**
 * Whether an entry begins as an option does: with a box, or with a letter in bold. A plain letter says nothing, since
 * findings begin with one too: `E. coli`.
 */
export function beginsAsOption({ node, head }: Entry): boolean {
  if (typeof node.checked === 'boolean') return true;
  const [first] = wordsOf(head);
  if (first?.type === 'text') return BOX.test(first.value);
  return first?.type === 'strong' && LETTER.test(plainText(first.children));
}

/** The option that an entry holds, and what is wrong with its form. `boxed` says whether options have boxes here. */
export function readOption(
  text: string,
  entry: Entry,
  boxed: boolean,
): Readonly<{ option: Option; problems: readonly Problem[] }> {
  const line = { start: entry.span.start, end: Math.min(entry.span.end, lineEnd(text, entry.span.start)) };
  const found: Problem[] = [];
  const box = readBox(entry, boxed, line, found);
  const { letter, content } = readLetter(box.content, line, found);
  const above = wordsOf(entry.head).length > 0 ? entry.head.slice(1) : entry.head;
  const first = above[0] ?? entry.below[0];
  if (first !== undefined)
    found.push({
      span: { start: startOf(first), end: endOf(first) },
      message: 'This text under an option is not its rationale.',
      hint: 'Say why the option is right or wrong in a quotation: begin each line with `>`.',
    });
  const option: Option = {
    letter,
    span: entry.span,
    textSpan: spanOfWords(content, line),
    content,
    text: plainText(content),
    checked: box.checked,
    rationale: [...above, ...entry.rationale, ...entry.below],
    attributes: entry.attributes,
    problems: entry.problems,
  };
  return { option, problems: found };
}

/** The text of the first paragraph. */
function wordsOf(head: readonly RootContent[]): readonly RootContent[] {
  const first = head[0];
  return first?.type === 'paragraph' || first?.type === 'heading' ? first.children : [];
}

type Boxed = Readonly<{ checked: boolean | null; content: readonly RootContent[] }>;

function readBox({ node, head }: Entry, boxed: boolean, line: Span, found: Problem[]): Boxed {
  const content = withoutStart(wordsOf(head), 0);
  const first = content[0];
  const written = first?.type === 'text' ? BOX.exec(first.value) : null;
  const hint = 'Begin it with `- [ ]` and a blank, the right one with `- [x]`.';
  if (written !== null && node.checked !== false && node.checked !== true) {
    found.push({ span: line, message: 'The box of this option cannot be read.', hint });
    return { checked: written[1] !== '', content: withoutStart(content, written[0].length) };
  }
  const checked = node.checked ?? null;
  if (boxed && checked === null) found.push({ span: line, message: 'This option has no box.', hint });
  if (!boxed && checked !== null)
    found.push({
      span: line,
      message: 'The options of a match have no boxes.',
      hint: 'Each stem names its own key, `{#id key=A}`.',
    });
  return { checked, content };
}

function readLetter(
  content: readonly RootContent[],
  line: Span,
  found: Problem[],
): Readonly<{ letter: string; content: readonly RootContent[] }> {
  const [first, ...rest] = content;
  const problem = (message: string) =>
    found.push({ span: line, message, hint: 'Write a capital in bold before its words, `**A.** …`.' });
  if (first?.type === 'strong') {
    const alone = LETTER.exec(plainText(first.children))?.[1];
    if (alone !== undefined) {
      if (alone !== alone.toUpperCase()) problem('The letter of this option is no capital.');
      const mark = rest[0]?.type === 'text' ? (/^\s{0,3}[.):]/.exec(rest[0].value)?.[0].length ?? 0) : 0;
      return { letter: alone.toUpperCase(), content: withoutStart(rest, mark) };
    }
    const inner = first.children[0];
    const joined = inner?.type === 'text' ? LETTER_FIRST.exec(inner.value) : null;
    if (joined !== null) {
      problem('The words of this option are bold like its letter.');
      const children = withoutStart(first.children, joined[0].length);
      return { letter: capital(joined[1]), content: [{ ...first, children } as RootContent, ...rest] };
    }
  }
  const plain = first?.type === 'text' ? LETTER_FIRST.exec(first.value) : null;
  if (plain !== null) {
    problem('The letter of this option is not bold.');
    return { letter: capital(plain[1]), content: withoutStart(content, plain[0].length) };
  }
  problem('This option has no letter.');
  return { letter: '', content };
}

function capital(letter: string | undefined): string {
  return (letter ?? '').toUpperCase();
}

function spanOfWords(content: readonly RootContent[], line: Span): Span {
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined) return line;
  return { start: startOf(first), end: Math.max(startOf(first), endOf(last)) };
}
