import type { List, Paragraph, RootContent } from 'mdast';
import { isComment } from '../render/render-html';
import type { Block } from './block';
import {
  amongOptions,
  dividesNothing,
  hiddenKeyPoint,
  insideOption,
  notIndented,
  plainKeyPoint,
  swallowedKeyPoint,
} from './case-problems';
import { type Node, startOf } from './markdown';
import { type Entry, readEntries } from './read-entry';
import { beginsKeyPoint, withoutKeyPoint, withoutKeyWords } from './read-key-point';
import { isBold } from './read-lead-in';
import { beginsAsOption } from './read-option';
import type { Problem } from './span';

/** A vignette or a match, divided at its lists. */
export type CaseParts = Readonly<{
  /** What stands above the first list: stem and question, or directions. */
  above: readonly RootContent[];
  /** The items of all lists, in reading order: options, and the stems of a match. */
  entries: readonly Entry[];
  keyPoint: readonly RootContent[] | null;
  extra: readonly RootContent[] | null;
  problems: readonly Problem[];
}>;

/** The state of the pass over what follows the first list. */
type Pass = {
  readonly text: string;
  readonly inMatch: boolean;
  readonly entries: Taken[];
  keyPoint: RootContent[] | null;
  extra: RootContent[] | null;
  /** Where the next node goes. */
  at: 'entries' | 'keyPoint' | 'extra';
  readonly problems: Problem[];
};

/** An entry to whose rationale more may come. */
type Taken = Entry & Readonly<{ rationale: RootContent[] }>;

/** Divides the children of a vignette or a match. Nothing is left out: what fits nowhere is a problem. */
export function divideCase(text: string, block: Block): CaseParts {
  const children = block.children.filter((node) => node.type !== 'html' || !isComment(node.value));
  const inMatch = block.kind === 'match';
  const pass: Pass = {
    text,
    inMatch,
    entries: [],
    keyPoint: null,
    extra: null,
    at: 'entries',
    problems: [],
  };
  const first = firstList(text, children, inMatch);
  const above = children.slice(0, first);
  for (const node of children.slice(first)) take(pass, node);
  for (const node of above) if (isRule(text, node)) pass.problems.push(dividesNothing(node));
  return { ...pass, above: above.filter((node) => !isRule(text, node)) };
}

/** A rule of hyphens. */
function isRule(text: string, node: Node): boolean {
  return node.type === 'thematicBreak' && text[startOf(node)] === '-';
}

/**
 * Where the options begin. A vignette may tell its story in lists too: its options begin with boxes or letters, or
 * else stand under the bold question. Without any, what follows the story begins with the key point.
 */
function firstList(text: string, children: readonly RootContent[], inMatch: boolean): number {
  const isList = (node: RootContent | undefined): node is List => node?.type === 'list';
  const first = children.findIndex(
    (node) => isList(node) && (inMatch || readEntries(text, node).some(beginsAsOption)),
  );
  if (first >= 0) return first;
  const question = children.findLastIndex(isBold);
  if (question >= 0 && isList(children[question + 1])) return question + 1;
  const keyPoint = children.findIndex((node) => beginsKeyPoint(node) !== null);
  return keyPoint < 0 ? children.length : keyPoint;
}

function take(pass: Pass, node: RootContent): void {
  const begins = beginsKeyPoint(node);
  if (begins !== null && node.type === 'paragraph' && pass.keyPoint === null) {
    if (pass.at === 'extra') pass.problems.push(hiddenKeyPoint(node));
    if (begins === 'plain') pass.problems.push(plainKeyPoint(node));
    pass.keyPoint = [...withoutKeyWords(node)];
    pass.at = 'keyPoint';
  } else if (isRule(pass.text, node)) {
    if (pass.at === 'extra' || pass.extra !== null) pass.problems.push(dividesNothing(node));
    pass.extra ??= [];
    pass.at = 'extra';
  } else if (pass.at === 'keyPoint') pass.keyPoint?.push(node);
  else if (pass.at === 'extra') pass.extra?.push(node);
  else if (node.type === 'list') takeList(pass, node);
  else takeStray(pass, node);
}

function takeList(pass: Pass, list: List): void {
  const waiting = [...readEntries(pass.text, list)].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const isStem = pass.inMatch && entry.ordered;
    const inner = isStem ? [] : optionsInside(pass, entry);
    waiting.push(...inner.reverse());
    const rest = (nodes: readonly RootContent[]) => (inner.length === 0 ? nodes : nodes.filter(isNoList));
    const [head, below] = [rest(entry.head), rest(entry.below)];
    pass.entries.push({ ...entry, head, below, rationale: [...entry.rationale] });
    if (entry.swallowed !== null) takeSwallowed(pass, entry.swallowed);
  }
}

function isNoList(node: Node): boolean {
  return node.type !== 'list';
}

/** Options that were indented so far that they stand inside the option above them. */
function optionsInside(pass: Pass, entry: Entry): Entry[] {
  const lists = [...entry.head, ...entry.below].filter((node) => node.type === 'list');
  const inner = lists.flatMap((list) => readEntries(pass.text, list));
  if (!inner.some(beginsAsOption)) return [];
  pass.problems.push(...lists.map(insideOption));
  return inner;
}

function takeSwallowed(pass: Pass, keyPoint: Paragraph): void {
  pass.problems.push(swallowedKeyPoint(keyPoint));
  pass.keyPoint ??= [...withoutKeyWords(keyPoint)];
  pass.at = 'keyPoint';
}

function takeStray(pass: Pass, node: RootContent): void {
  const last = pass.entries.at(-1);
  if (node.type === 'blockquote' && last !== undefined) {
    const { content, swallowed } = withoutKeyPoint(node.children);
    last.rationale.push(...content);
    pass.problems.push(notIndented(node, last));
    if (swallowed !== null) takeSwallowed(pass, swallowed);
    return;
  }
  pass.problems.push(amongOptions(node));
}
