import type { Paragraph } from 'mdast';
import { endOf, type Node, spanOf, startOf } from './markdown';
import type { Entry } from './read-entry';
import type { Problem, Span } from './span';

/** A rule of hyphens where only a drawn rule can stand. */
export function dividesNothing(node: Node): Problem {
  return {
    span: spanOf(node),
    message: 'This `---` divides a case where it cannot be divided.',
    hint: 'Only the extra stands behind a `---`, at the end; a line `***` draws a rule.',
  };
}

/** A key point behind a rule of hyphens. */
export function hiddenKeyPoint(node: Node): Problem {
  return {
    span: spanOf(node),
    message: 'The key point stands behind a `---`, where extras are.',
    hint: 'Remove the `---` above it.',
  };
}

/** A key point whose first words are not bold. */
export function plainKeyPoint(node: Node): Problem {
  return {
    span: spanOf(node),
    message: 'The words `Key point:` are not bold.',
    hint: 'Write `**Key point:**` before it.',
  };
}

/** A key point that became the last line of what stands above it. */
export function swallowedKeyPoint(keyPoint: Paragraph): Problem {
  return {
    span: { start: startOf(keyPoint.children[0] ?? keyPoint), end: endOf(keyPoint) },
    message: 'The lines above swallow this key point.',
    hint: 'Put an empty line before it.',
  };
}

/** A list of options inside an option. */
export function insideOption(list: Node): Problem {
  return {
    span: firstSign(list),
    message: 'This option stands inside the one above it.',
    hint: 'Let all options begin in the same column.',
  };
}

/** A quotation that was meant for `entry`. */
export function notIndented(node: Node, entry: Entry): Problem {
  const blanks = entry.ordered ? 'three' : 'two';
  return {
    span: firstSign(node),
    message: 'This quotation stands outside the list, under none of its lines.',
    hint: `Indent it by ${blanks} blanks, so that its \`>\` stands under the first word above it.`,
  };
}

/** Anything else between the options or behind them. */
export function amongOptions(node: Node): Problem {
  return {
    span: spanOf(node),
    message: 'This text stands among the options and belongs to none of them.',
    hint: 'Move it above the question, into a rationale, or behind `**Key point:**`.',
  };
}

/** A list or a quotation may be long: its first sign is what stands in the wrong column. */
function firstSign(node: Node): Span {
  return { start: startOf(node), end: Math.min(endOf(node), startOf(node) + 1) };
}
