import type { Paragraph, RootContent } from 'mdast';
import { plainText } from '../render/plain-text';
import { withoutStart } from './cut-text';
import type { Node } from './markdown';

/** `Key point:` at the beginning of a text, also where the colon stands behind the bold words. */
const KEY_POINT = /^\s{0,3}key points?\s{0,3}(?::\s{0,3}|$)/i;

/** Whether a node is the paragraph that begins the key point of a case; `plain` where its words are not bold. */
export function beginsKeyPoint(node: Node): 'bold' | 'plain' | null {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  if (first?.type === 'strong' && KEY_POINT.test(plainText(first.children))) return 'bold';
  return first?.type === 'text' && /^key points?:/i.test(first.value) ? 'plain' : null;
}

/** The paragraph that begins a key point without the words that say so; nothing where there are no others. */
export function withoutKeyWords(paragraph: Paragraph): readonly RootContent[] {
  const [first, ...rest] = paragraph.children;
  let children: readonly RootContent[] = paragraph.children;
  if (first?.type === 'text') children = withoutStart(children, wordsLength(first.value));
  if (first?.type === 'strong') {
    const inner = first.children[0];
    const kept = inner?.type === 'text' ? withoutStart(first.children, wordsLength(inner.value)) : [];
    const behind = withoutStart(rest, rest[0]?.type === 'text' && /^\s{0,3}:/.test(rest[0].value) ? 1 : 0);
    children = kept.length === 0 ? behind : [{ ...first, children: kept } as RootContent, ...rest];
  }
  return children.length === 0 ? [] : [{ ...paragraph, children } as Paragraph];
}

function wordsLength(text: string): number {
  return KEY_POINT.exec(text)?.[0].length ?? 0;
}

/**
 * What a quotation or an option says, without the key point that goes on in its last paragraph: a line directly under
 * a quotation or an option belongs to it. `swallowed` is that key point; null where there is none.
 */
export function withoutKeyPoint(
  nodes: readonly RootContent[],
): Readonly<{ content: readonly RootContent[]; swallowed: Paragraph | null }> {
  const last = nodes.at(-1);
  if (last?.type !== 'paragraph') return { content: nodes, swallowed: null };
  const { children } = last;
  const at = children.findIndex(
    (child, index) =>
      child.type === 'strong' && KEY_POINT.test(plainText(child.children)) && endsLine(children[index - 1]),
  );
  if (at < 0) return { content: nodes, swallowed: null };
  return {
    content: [...nodes.slice(0, -1), { ...last, children: children.slice(0, at) }],
    swallowed: { ...last, children: children.slice(at) },
  };
}

function endsLine(node: Node | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /\n[ \t]*$/.test(node.value));
}
