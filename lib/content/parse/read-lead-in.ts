import type { Paragraph, RootContent, Table } from 'mdast';
import { plainText } from '../render/plain-text';
import type { LeadIn } from './item';
import { endOf, type Node, placeOf, spanOf, startOf } from './markdown';
import { beginsKeyPoint } from './read-key-point';
import type { Problem } from './span';

/** What stands above the options of a case, divided into the question and what is told before it. */
export type Opening = Readonly<{
  leadIn: LeadIn | null;
  stem: readonly RootContent[];
  problems: readonly Problem[];
}>;

/**
 * The question is the last paragraph in bold; where there is none, what was meant as one is read all the same, with a
 * problem that says how to write it.
 */
export function readLeadIn(above: readonly RootContent[]): Opening {
  const at = above.findLastIndex(isBold);
  const found = above[at];
  if (found === undefined) return meantAsLeadIn(above);
  const between = above[at + 1];
  return {
    leadIn: leadInOf(found),
    stem: above.toSpliced(at, 1),
    problems: between === undefined ? [] : [outOfPlace(between)],
  };
}

/** Whether a node is a paragraph of nothing but bold text, as questions are; its last sign may stand outside. */
export function isBold(node: Node): boolean {
  if (node.type !== 'paragraph' || beginsKeyPoint(node) !== null) return false;
  const isFrame = (child: Node) => child.type === 'text' && /^[\s?!.:…]*$/u.test(child.value);
  return (
    node.children.some((child) => child.type === 'strong') &&
    node.children.every((child) => child.type === 'strong' || isFrame(child))
  );
}

function leadInOf(node: RootContent): LeadIn {
  return { node, span: spanOf(node), text: plainText([node]) };
}

function outOfPlace(node: RootContent): Problem {
  return {
    span: spanOf(node),
    message: 'This stands between the bold question and its options.',
    hint: 'Let the bold question be the last paragraph above the options.',
  };
}

function meantAsLeadIn(above: readonly RootContent[]): Opening {
  const last = above.at(-1);
  const stem = above.slice(0, -1);
  if (last?.type === 'table') return swallowedByTable(stem, last);
  if (last?.type === 'paragraph') {
    const closing = last.children.at(-1);
    if (closing?.type === 'strong' && last.children.length > 1) {
      const told = { ...last, children: last.children.slice(0, -1) };
      return asked([...stem, told], {
        ...last,
        ...placeOf(closing),
        children: [closing],
      });
    }
  }
  const isQuestion = (last?.type === 'paragraph' || last?.type === 'heading') && isAsking(last);
  return isQuestion && last !== undefined ? asked(stem, last) : { leadIn: null, stem: above, problems: [] };
}

function isAsking(node: RootContent): boolean {
  return plainText([node]).endsWith('?');
}

function asked(stem: readonly RootContent[], node: RootContent): Opening {
  const message = 'The question does not stand in bold on lines of its own.';
  const hint = 'Put an empty line above and below it, and all of it between `**` and `**`.';
  return { leadIn: leadInOf(node), stem, problems: [{ span: spanOf(node), message, hint }] };
}

/** A line directly under a table is one more row of it, with one cell. */
function swallowedByTable(stem: readonly RootContent[], table: Table): Opening {
  const row = table.children.at(-1);
  const [cell, ...others] = row?.children ?? [];
  const children = cell?.children ?? [];
  const place = cell === undefined ? {} : placeOf(cell);
  const paragraph: Paragraph = { type: 'paragraph', ...place, children };
  if (row === undefined || others.some((other) => other.children.length > 0) || !isBold(paragraph))
    return { leadIn: null, stem: [...stem, table], problems: [] };
  const span = { start: startOf(row), end: endOf(row) };
  return {
    leadIn: { node: paragraph, span, text: plainText(children) },
    stem: [...stem, { ...table, children: table.children.slice(0, -1) }],
    problems: [
      { span, message: 'The table above swallows this question.', hint: 'Put an empty line between them.' },
    ],
  };
}
