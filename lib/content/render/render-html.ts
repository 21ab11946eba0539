import type { FootnoteDefinition, FootnoteReference, List, ListItem, RootContent, Table } from 'mdast';
import { addressOf } from '../parse/address-of';
import { childrenOf, endOf, type Node, startOf, type TextDirective } from '../parse/markdown';
import { escapeHtml } from './escape';
import type { FootnoteList } from './footnote-list';
import { formulaOf } from './formula';
import { type AddressScope, renderImage, renderLink } from './render-address';

/** What the renderer has to know beside the tree. */
export type RenderScope = AddressScope &
  Readonly<{
    /** The text in which the nodes' offsets count. */
    source: string;
    /** Addresses of reference links, by normalised name. */
    definitions: ReadonlyMap<string, string>;
    /** What the marks of footnotes refer to; not given where there are none. */
    footnotes?: ReadonlyMap<FootnoteReference, FootnoteDefinition>;
    /** Where marked notes are collected. Without it they stay where they were written. */
    notes?: FootnoteList;
    /** How deletions show; null shows their text as if it were not marked. */
    face: ShownDeletions | null;
    /** The anchor of a heading; null gives it none. `hidden` is what of its end is not to be shown. */
    heading: (
      node: Extract<Node, { type: 'heading' }>,
    ) => Readonly<{ anchor: string; hidden: RegExp }> | null;
  }>;

/** One face of a cloze's card: it hides what is under the key, or marks it. */
export type ShownDeletions = Readonly<{
  key: string;
  hides: boolean;
  /** What stands in place of hidden text. */
  gapHtml: (node: TextDirective) => string;
}>;

/**
 * Blocks of the tree as HTML that is safe to insert: every text is escaped, and no tag, attribute or address comes from
 * anywhere but this file. What it does not know it shows as it was written, so nothing gets lost.
 */
export function renderHtml(nodes: readonly Node[], scope: RenderScope): string {
  let html = '';
  for (const node of nodes) html += renderNode(node, scope);
  return html;
}

function renderNode(node: Node, scope: RenderScope): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'paragraph':
      return `<p>${renderHtml(node.children, scope)}</p>`;
    case 'strong':
      return `<strong>${renderHtml(node.children, scope)}</strong>`;
    case 'emphasis':
      return `<em>${renderHtml(node.children, scope)}</em>`;
    case 'delete':
      return renderDelete(node, scope);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'textDirective':
      return renderDeletion(node, scope);
    case 'link':
      return renderLink(node.url, node.title, renderHtml(node.children, scope), scope);
    case 'linkReference':
      return renderLink(addressOf(scope, node), null, renderHtml(node.children, scope), scope);
    case 'image':
      return renderImage(node.url, node.alt, node.title, scope);
    case 'imageReference':
      return renderImage(addressOf(scope, node), node.alt, null, scope);
    case 'list':
      return renderList(node, scope);
    case 'table':
      return renderTable(node, scope, null);
    case 'heading':
      return renderHeading(node, scope);
    case 'blockquote':
      return `<blockquote>${renderHtml(node.children, scope)}</blockquote>`;
    case 'code':
      return `<pre><code${languageClass(node.lang)}>${escapeHtml(withLineEnd(node.value))}</code></pre>`;
    case 'inlineMath':
      return formulaOf(node).html ?? `<code>${escapeHtml(node.value)}</code>`;
    case 'math':
      return formulaOf(node).html ?? `<pre><code>${escapeHtml(withLineEnd(node.value))}</code></pre>`;
    case 'thematicBreak':
      return '<hr>';
    case 'footnoteReference':
      return scope.notes?.mark(node) ?? `<sup>${escapeHtml(node.label ?? node.identifier)}</sup>`;
    case 'footnoteDefinition':
      return scope.notes === undefined ? renderHtml(node.children, scope) : '';
    case 'definition':
      return '';
    case 'html':
      return isComment(node.value) ? '' : escapeHtml(node.value);
    default:
      return escapeHtml(scope.source.slice(startOf(node), endOf(node)));
  }
}

function renderDeletion(node: TextDirective, scope: RenderScope): string {
  const { face } = scope;
  const isAsked = face !== null && face.key === node.name;
  if (isAsked && face.hides) return face.gapHtml(node);
  const text = renderHtml(node.children, scope);
  return isAsked ? `<mark class="cloze">${text}</mark>` : text;
}

/** Whether raw HTML is a comment and nothing else: the one thing an author writes that is not meant to be read. */
export function isComment(html: string): boolean {
  return /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(html);
}

/** One tilde on each side is how chemists' subscripts are written (`CO~2~`); two strike out. */
function renderDelete(node: Extract<Node, { type: 'delete' }>, scope: RenderScope): string {
  const tag = scope.source[startOf(node) + 1] === '~' ? 'del' : 'sub';
  return `<${tag}>${renderHtml(node.children, scope)}</${tag}>`;
}

function renderList(list: List, scope: RenderScope): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const start =
    list.ordered && typeof list.start === 'number' && list.start !== 1 ? ` start="${list.start}"` : '';
  const loose = list.spread === true || list.children.some(isLoose);
  let html = `<${tag}${start}>`;
  for (const item of list.children) html += renderItem(item, loose, scope);
  return `${html}</${tag}>`;
}

function isLoose(item: ListItem): boolean {
  return item.spread ?? item.children.length > 1;
}

function renderItem(item: ListItem, loose: boolean, scope: RenderScope): string {
  let html =
    item.checked === null || item.checked === undefined
      ? '<li>'
      : `<li class="task">${checkbox(item.checked)} `;
  for (const child of item.children) {
    html +=
      child.type === 'paragraph' && !loose ? renderHtml(child.children, scope) : renderNode(child, scope);
  }
  return `${html}</li>`;
}

function checkbox(checked: boolean): string {
  return `<input type="checkbox" disabled${checked ? ' checked' : ''} aria-label="${checked ? 'done' : 'not done'}">`;
}

/** What sets a table apart from others: its title, and the class by which it is drawn. Its rows begin with headings. */
export type TableForm = Readonly<{ caption: string; className: string }>;

/** A table in a box of its own; `form` is null for a plain one. */
export function renderTable(table: Table, scope: RenderScope, form: TableForm | null): string {
  const [head, ...body] = table.children;
  const width = head?.children.length ?? 0;
  const row = (cells: readonly Node[], inHead: boolean): string => {
    let html = '<tr>';
    // A short row is filled up. A long one is shown whole, where GFM would cut it: nothing is dropped unseen.
    for (let column = 0; column < Math.max(width, cells.length); column += 1) {
      const cell = cells[column];
      const text = cell === undefined ? '' : renderHtml(childrenOf(cell), scope);
      const align = table.align?.[column];
      const isHead = text !== '' && (inHead || (form !== null && column === 0));
      const open = `${isHead ? `th scope="${inHead ? 'col' : 'row'}"` : 'td'}${align ? ` class="align-${align}"` : ''}`;
      html += `<${open}>${text}</${open.slice(0, 2)}>`;
    }
    return `${html}</tr>`;
  };
  // A table may be wider than a phone: it scrolls in a box of its own, by keyboard too.
  const begin =
    form === null
      ? '<table>'
      : `<table class="${form.className}"><caption>${escapeHtml(form.caption)}</caption>`;
  let html = `<div class="table-box" role="group" aria-label="Table" tabindex="0">${begin}<thead>${row(head?.children ?? [], true)}</thead>`;
  if (body.length > 0) html += `<tbody>${body.map(({ children }) => row(children, false)).join('')}</tbody>`;
  return `${html}</table></div>`;
}

/** The page's title is the only first heading: the source's first and second level are both `h2`. */
function renderHeading(node: Extract<Node, { type: 'heading' }>, scope: RenderScope): string {
  const tag = `h${headingLevel(node.depth)}`;
  const named = scope.heading(node);
  const id = named === null ? '' : ` id="${escapeHtml(named.anchor)}"`;
  const last = node.children.at(-1);
  let html = renderHtml(
    last === undefined ? [] : (node.children.slice(0, -1) as readonly RootContent[]),
    scope,
  );
  if (last?.type === 'text' && named !== null) html += escapeHtml(last.value.replace(named.hidden, ''));
  else if (last !== undefined) html += renderNode(last, scope);
  return `<${tag}${id}>${html}</${tag}>`;
}

/** The level at which a heading of the source is shown. */
export function headingLevel(depth: number): number {
  return Math.max(2, depth);
}

function languageClass(language: string | null | undefined): string {
  return language ? ` class="language-${escapeHtml(language)}"` : '';
}

function withLineEnd(value: string): string {
  return value === '' ? '' : `${value}\n`;
}
