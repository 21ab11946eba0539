import { hash } from 'node:crypto';
import { escapeHtml } from '../render/escape';
import { type DrawnText, findParts, type Part } from './find-parts';
import type { Box } from './geometry';
import { HOLDS_TEXT, type MediaProblem, type SvgElement } from './read-svg';
import { elementsOf, referenceProblems } from './svg-references';
import { isProperty } from './svg-vocabulary';

/** A drawing that may be set into a page. */
export type Drawing = Readonly<{
  kind: 'drawing';
  /** SHA-256 of the markup in hexadecimal: what cards refer to. */
  hash: string;
  /**
   * What stands inside `<svg>`, with the ids as drawn and every text numbered (`data-text="3"`). `placeFigures` gives
   * it the ids of one place on a page and takes texts out.
   */
  markup: string;
  view: Box;
  /** What has an id, by it. */
  parts: ReadonlyMap<string, Part>;
  /** By number; 0 is the long description, empty where there is none. */
  texts: readonly DrawnText[];
}>;

/** Makes a drawing of a tree that `readSvg` has cleaned, or says why it cannot be shown. */
export function drawingOf(root: SvgElement): Drawing | readonly MediaProblem[] {
  const byId = new Map<string, SvgElement>();
  for (const element of elementsOf(root)) {
    const id = element.attributes.get('id');
    if (id !== undefined && element !== root && !byId.has(id)) byId.set(id, element);
  }
  const view = viewOf(root);
  const problems = referenceProblems(root, byId);
  if (view === null) return [noView(root.line), ...problems];
  if (problems.length > 0) return problems;
  const { parts, texts, numberOf } = findParts(root, byId);
  const markup = markupOf(root, numberOf);
  return { kind: 'drawing', hash: hash('sha256', markup, 'hex'), markup, view, parts, texts };
}

/** What stands in the root. Its own look goes to a group: the `<svg>` around it is that of the page. */
function markupOf(root: SvgElement, numberOf: ReadonlyMap<SvgElement, number>): string {
  const children = root.children.filter((child) => typeof child !== 'string');
  const look = new Map([...root.attributes].filter(([name]) => isProperty(name)));
  if (look.size === 0) return children.map((child) => written(child, numberOf)).join('');
  const isDescription = ({ name }: SvgElement) => name === 'desc';
  const drawn = { ...root, name: 'g', attributes: look, children: children.filter((c) => !isDescription(c)) };
  return [...children.filter(isDescription), drawn].map((child) => written(child, numberOf)).join('');
}

function viewOf({ attributes }: SvgElement): Box | null {
  const numbers = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0
    ? { x, y, width, height }
    : null;
}

function noView(line: number): MediaProblem {
  return {
    line,
    message: 'This drawing has no `viewBox`.',
    hint: 'Give `<svg>` one, left, top, width and height: `viewBox="0 0 800 600"`.',
  };
}

function written(element: SvgElement, numberOf: ReadonlyMap<SvgElement, number>): string {
  const { name, attributes, children } = element;
  const number = numberOf.get(element);
  let html = `<${name}${number === undefined ? '' : ` data-text="${number}"`}`;
  for (const [attribute, value] of attributes)
    if (attribute !== 'data-label-for') html += ` ${attribute}="${escapeHtml(value)}"`;
  // Texts are always closed by name, so that `placeFigures` finds their ends.
  if (children.length === 0 && !HOLDS_TEXT.has(name)) return `${html}/>`;
  html += '>';
  for (const child of children)
    html += typeof child === 'string' ? escapeHtml(child) : written(child, numberOf);
  return `${html}</${name}>`;
}
