import type {
  FootnoteDefinition,
  FootnoteReference,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
} from 'mdast';
import type { z } from 'zod';
import { MAX_TREE_DEPTH } from '../limits';
import type { SourceFile } from '../model';
import type { FileFacts } from './facts';
import { type FrontMatter, readFrontMatter } from './front-matter';
import type { Item } from './item';
import { locator } from './locate';
import {
  type ContainerDirective,
  type LeafDirective,
  type Node,
  parseMarkdown,
  spanOf,
  startOf,
  type TextDirective,
} from './markdown';
import type { PreparedSource } from './prepare-source';
import { readBody } from './read-body';
import { isClozeKey, isLabelled } from './read-deletions';
import { readFootnotes } from './read-footnotes';
import { readItemSets } from './read-items';
import { readWidgets, type Widget } from './read-widget';
import { restoreDescription } from './restore-description';
import { insideOneOf, type Span } from './span';
import { strayFences } from './stray-fences';

/** The front matter of a prepared file, read with the schema of its role; null where it has none. */
export function frontMatterOf<T>(source: PreparedSource, schema: z.ZodType<T>): FrontMatter<T> | null {
  return source.frontMatter === null ? null : readFrontMatter(source.text, source.frontMatter, schema);
}

/** Reads one prepared file into facts. Never throws; judges nothing. */
export function readFile(
  file: SourceFile,
  source: PreparedSource,
  frontMatter: FrontMatter<unknown> | null,
): FileFacts {
  const found = newFindings();
  const tree = parseMarkdown(source.parserText, {
    isText: ({ name }) => !isClozeKey(name),
    visit: (node, depth) => note(found, source.text, node, depth),
  });
  const content = tree?.children ?? [];
  const body = readBody(source, content);
  const widgets = found.leafDirectives.length === 0 ? [] : readWidgets(source.text, body.prose);
  const itemSets = readItemSets(source.text, body.blocks);
  const margin = new Set(body.blocks.map((block) => block.span.start));
  const isInBlock = insideOneOf(body.blocks.map((block) => block.span));
  const deletions = new Set(body.blocks.flatMap((block) => block.deletions.map(({ node }) => node)));
  return {
    path: file.path,
    source,
    rangeOf: locator(file.text, source),
    frontMatter,
    ...body,
    itemSets,
    items: itemSets.length === 0 ? NO_ITEMS : itemSets.flatMap(({ items }) => items),
    definitions: found.definitions,
    links: found.links,
    images: found.images,
    html: found.html,
    footnotes: readFootnotes(found.footnoteMarks, found.footnotes, body.blocks),
    formulas: found.formulas,
    strayLines: strayLines(found.leafDirectives, widgets),
    widgets,
    nestedBlocks: found.containers
      .filter((node) => !margin.has(startOf(node)))
      .map((node) => ({ node, inBlock: isInBlock(startOf(node)) })),
    strayDeletions: found.deletions.filter((node) => !deletions.has(node)),
    strayFences: strayFences(source.fenceLines, found.containers.map(spanOf), found.opaque),
    tooDeep: found.tooDeep,
    parsed: tree !== null,
  };
}

const NO_ITEMS: readonly Item[] = [];

function strayLines(lines: readonly LeafDirective[], widgets: readonly Widget[]): readonly LeafDirective[] {
  if (widgets.length === 0) return lines;
  const known = new Set(widgets.map(({ node }) => node));
  return lines.filter((line) => !known.has(line));
}

type Findings = ReturnType<typeof newFindings>;

function newFindings() {
  return {
    definitions: new Map<string, string>(),
    links: [] as (Link | LinkReference)[],
    images: [] as (Image | ImageReference)[],
    html: [] as Html[],
    footnoteMarks: [] as FootnoteReference[],
    footnotes: [] as FootnoteDefinition[],
    formulas: [] as FileFacts['formulas'][number][],
    leafDirectives: [] as LeafDirective[],
    containers: [] as ContainerDirective[],
    /** `:c1[…]`, wherever it stands. */
    deletions: [] as TextDirective[],
    tooDeep: [] as Span[],
    /** Code, maths and HTML: a fence in there is only text. */
    opaque: [] as Span[],
  };
}

function note(found: Findings, text: string, node: Node, depth: number): void {
  // The first node beyond the limit speaks for all beneath it.
  if (depth === MAX_TREE_DEPTH + 1) found.tooDeep.push(spanOf(node));
  switch (node.type) {
    case 'link':
    case 'linkReference':
      found.links.push(node);
      return;
    case 'image':
    case 'imageReference':
      restoreDescription(node, text);
      found.images.push(node);
      return;
    case 'definition':
      if (!found.definitions.has(node.identifier)) found.definitions.set(node.identifier, node.url);
      return;
    case 'footnoteReference':
      found.footnoteMarks.push(node);
      return;
    case 'footnoteDefinition':
      found.footnotes.push(node);
      return;
    case 'code':
      found.opaque.push(spanOf(node));
      return;
    case 'math':
    case 'inlineMath':
      found.opaque.push(spanOf(node));
      found.formulas.push(node);
      return;
    case 'html':
      found.opaque.push(spanOf(node));
      found.html.push(node);
      return;
    case 'leafDirective':
      found.leafDirectives.push(node);
      return;
    case 'containerDirective':
      found.containers.push(node);
      return;
    case 'textDirective':
      if (isLabelled(text, startOf(node), node.name)) found.deletions.push(node);
      return;
  }
}
