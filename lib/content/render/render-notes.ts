import type { RootContent } from 'mdast';
import type { Source } from '../model';
import type { Block } from '../parse/block';
import type { DeckFacts, FileFacts, SectionFacts } from '../parse/facts';
import { type Node, startOf } from '../parse/markdown';
import { HEADING_BRACES } from '../parse/read-heading';
import { FootnoteList, namedNotes } from './footnote-list';
import { type RenderScope, renderHtml } from './render-html';
import { renderNote } from './render-note';
import { renderWidget } from './render-widget';

/** The prose of all files, in reading order, as one page; its headings carry the slugs of their sections. */
export function renderNotes(deck: DeckFacts, slug: string): string {
  const sections = new Map<Node, SectionFacts>(
    deck.sections.map((section) => [section.heading.node, section]),
  );
  const sources = (deck.info?.sources ?? {}) as Readonly<Record<string, Source>>;
  return deck.files
    .map((file, index) => {
      const list = file.footnotes.of.size === 0 ? null : new FootnoteList(file.footnotes.of);
      const scope: RenderScope = {
        source: file.source.text,
        deck: slug,
        media: deck.media,
        definitions: file.definitions,
        face: null,
        heading: (node) => {
          const section = sections.get(node);
          return section === undefined ? null : { anchor: section.slug, hidden: HEADING_BRACES };
        },
        ...(list === null ? {} : { notes: list }),
      };
      const notes = file.blocks.filter((block) => block.kind === 'note');
      const html =
        notes.length + file.widgets.length === 0
          ? renderHtml(file.prose, scope)
          : renderMixed(file, notes, sources, scope);
      if (list === null) return html;
      return namedNotes(html + list.html((note) => renderHtml(note, scope)), slug, 'notes', index);
    })
    .join('');
}

/** Prose with dated notes and widgets, each at its place. */
function renderMixed(
  file: FileFacts,
  notes: readonly Block[],
  sources: Readonly<Record<string, Source>>,
  scope: RenderScope,
): string {
  const widgets = new Map<RootContent, string>(
    file.widgets.map((widget) => [widget.node, renderWidget(widget)]),
  );
  const places = [
    ...file.prose.map((node) => ({
      start: startOf(node),
      html: () => widgets.get(node) ?? renderHtml([node], scope),
    })),
    ...notes.map((block) => ({ start: block.span.start, html: () => renderNote(block, sources, scope) })),
  ];
  return places
    .sort((a, b) => a.start - b.start)
    .map(({ html }) => html())
    .join('');
}
