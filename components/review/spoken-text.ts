/** The part of a document node that is needed to read it aloud. */
export type Readable = Readonly<{
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<Readable>;
  ariaLabel?: string | null;
  ariaHidden?: string | null;
}>;

const ENDS_A_PHRASE: ReadonlySet<string> = new Set(['P', 'LI', 'TR', 'H2', 'H3', 'H4', 'BUTTON']);
const ENDS_A_CELL: ReadonlySet<string> = new Set(['TD', 'TH', 'DT', 'DD']);

/** What is to be said for a piece of the page: labels in place of what they label, pauses where the eye has breaks. */
export function spokenText(node: Readable): string {
  return said(node, true)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1')
    .trim();
}

function said(node: Readable, outermost: boolean): string {
  if (node.nodeName === '#text') return node.nodeValue ?? '';
  if (node.ariaHidden === 'true') return '';
  // The label of the whole is said by whoever asks for its text.
  if (!outermost && node.ariaLabel) return node.ariaLabel;
  const inner = [...node.childNodes].map((child) => said(child, false)).join('');
  if (ENDS_A_CELL.has(node.nodeName)) return `${inner}, `;
  return ENDS_A_PHRASE.has(node.nodeName) ? ended(inner) : inner;
}

function ended(phrase: string): string {
  const text = phrase.trim().replace(/,$/, '');
  return text === '' || /[.?!:;]$/.test(text) ? `${text} ` : `${text}. `;
}
