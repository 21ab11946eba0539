import type { Nodes } from 'mdast';
import { MAX_TREE_DEPTH } from '../limits';

/**
 * The words of `nodes` without any markup, blanks collapsed, as a screen reader would say them. Pictures count with
 * their description. A node for which `replace` returns a text counts as that text.
 */
export function plainText(nodes: readonly Nodes[], replace: (node: Nodes) => string | null = keep): string {
  const text = wordsOf(nodes, replace, 0);
  return isEven(text) ? text : text.replace(/\s+/g, ' ').trim();
}

const keep = () => null;

/** Whether all blanks are single plain ones between words. By hand: an expression takes five times as long. */
function isEven(text: string): boolean {
  let before = BLANK;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= BLANK ? unit < BLANK || before === BLANK : unit > 0x7f && /\s/.test(text.charAt(at)))
      return false;
    before = unit;
  }
  return text === '' || before !== BLANK;
}

const BLANK = 0x20;

/** Between blocks (paragraphs, list items, cells) words must not run together; inside a word nothing may be added. */
const INLINE: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'textDirective',
]);

function wordsOf(nodes: readonly Nodes[], replace: (node: Nodes) => string | null, depth: number): string {
  let text = '';
  // What is deeper than a deck may be is never shown: rule S15 has refused it.
  if (depth > MAX_TREE_DEPTH) return text;
  for (const node of nodes) {
    if (node.type === 'text') {
      text += node.value;
      continue;
    }
    // A note is read at its mark's end, not in the middle of what it explains.
    if (node.type === 'footnoteDefinition') continue;
    const replaced = replace(node);
    if (replaced !== null) text += replaced;
    else if ('value' in node) text += node.type === 'html' ? '' : node.value;
    else if ('children' in node) {
      if (text !== '' && !INLINE.has(node.type)) text += ' ';
      text += wordsOf(node.children, replace, depth + 1);
    } else if (node.type === 'break') text += ' ';
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
  }
  return text;
}
