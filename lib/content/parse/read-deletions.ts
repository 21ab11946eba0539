import type { RootContent } from 'mdast';
import { type Attribute, type AttributeList, NO_PROBLEMS, readAttributes } from './attributes';
import type { Deletion } from './block';
import { endOf, startOf, type TextDirective } from './markdown';
import type { PreparedSource } from './prepare-source';
import { walk } from './walk';

/** Whether a directive of this name is a cloze deletion. Any other (`10:30`, `HLA:DR3`) is text that looks like one. */
export function isClozeKey(name: string): boolean {
  return /^c\d+$/.test(name);
}

/** Whether brackets follow the name of the directive that begins at `start`. */
export function isLabelled(text: string, start: number, name: string): boolean {
  return text[start + 1 + name.length] === '[';
}

/** The deletions among `nodes`, in reading order. */
export function readDeletions(source: PreparedSource, nodes: readonly RootContent[]): readonly Deletion[] {
  const deletions: Deletion[] = [];
  walk(nodes, (node) => {
    if (node.type === 'textDirective' && isClozeKey(node.name))
      deletions.push(readDeletion(source.text, node));
  });
  return deletions.slice();
}

const NO_ATTRIBUTES: readonly Attribute[] = [];

function readDeletion(text: string, node: TextDirective): Deletion {
  const start = startOf(node);
  const end = endOf(node);
  const nameEnd = start + 1 + node.name.length;
  const last = node.children.at(-1);
  const labelled = isLabelled(text, start, node.name);
  const labelEnd = labelled ? text.indexOf(']', last === undefined ? nameEnd + 1 : endOf(last)) + 1 : nameEnd;
  const braces: AttributeList | null =
    labelEnd < end && text[labelEnd] === '{' ? readAttributes(text, labelEnd, end) : null;
  const blank = node.children.every((child) => child.type === 'text' && child.value.trim() === '');
  return {
    node,
    span: { start, end },
    label: !labelled ? 'none' : blank ? 'empty' : 'text',
    attributes: braces?.attributes ?? NO_ATTRIBUTES,
    problems: braces?.problems ?? NO_PROBLEMS,
  };
}
