import type { Nodes } from 'mdast';

/**
 * The words of `nodes` without any markup, blanks collapsed, as a screen reader would say them. Pictures count with
 * their description. A node for which `replace` returns a text counts as that text.
 */
export function plainText(
  nodes: readonly Nodes[],
  replace: (node: Nodes) => string | null = () => null,
): string {
  const first = nodes[0];
  if (nodes.length === 1 && first?.type === 'text') return collapsed(first.value);
  let text = '';
  const waiting: (Nodes | string)[] = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') {
      text += node;
      continue;
    }
    const replaced = replace(node);
    if (replaced !== null) text += replaced;
    else if ('value' in node) text += node.type === 'html' ? '' : node.value;
    else if (node.type === 'break') text += ' ';
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if ('children' in node) {
      if (!INLINE.has(node.type)) waiting.push(' ');
      for (let index = node.children.length - 1; index >= 0; index -= 1)
        waiting.push(node.children[index] as Nodes);
    }
  }
  return collapsed(text);
}

/** Between blocks (paragraphs, list items, cells) words must not run together; inside a word nothing may be added. */
const INLINE: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'textDirective',
]);

function collapsed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
