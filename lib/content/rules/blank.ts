import type { RootContent } from 'mdast';
import type { Node } from '../parse/markdown';
import { walk } from '../parse/walk';
import { isComment } from '../render/render-html';

/** Whether a part of a block has nothing that a reader would see. */
export function isBlank(part: readonly RootContent[]): boolean {
  const first = part[0];
  if (first === undefined) return true;
  if (first.type === 'paragraph' && first.children.some(shows)) return false;
  let blank = true;
  walk(part, (node) => {
    if (shows(node)) blank = false;
  });
  return blank;
}

function shows(node: Node): boolean {
  if (node.type === 'text') return INK.test(node.value);
  if (node.type === 'html') return !isComment(node.value);
  if ('value' in node) return node.value.trim() !== '';
  return node.type === 'image' || node.type === 'imageReference' || node.type === 'thematicBreak';
}

/** A unit that `trim` would leave. */
const INK = /\S/;
