import type { DeckFacts, SectionFacts } from '../parse/facts';
import type { Node } from '../parse/markdown';
import { HEADING_BRACES } from '../parse/read-heading';
import { renderHtml } from './render-html';

/** The prose of all files, in reading order, as one page; its headings carry the slugs of their sections. */
export function renderNotes(deck: DeckFacts, slug: string): string {
  const sections = new Map<Node, SectionFacts>(
    deck.sections.map((section) => [section.heading.node, section]),
  );
  return deck.files
    .map((file) =>
      renderHtml(file.prose, {
        source: file.source.text,
        deck: slug,
        media: deck.media,
        definitions: file.definitions,
        deletion: () => null,
        heading: (node) => {
          const section = sections.get(node);
          return section === undefined ? null : { anchor: section.slug, hidden: HEADING_BRACES };
        },
      }),
    )
    .join('');
}
